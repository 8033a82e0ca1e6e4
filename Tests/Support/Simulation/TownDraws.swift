// What a seed draws before anything happens: campaigns with their rules and sponsors with theirs.
import Domain
import Literals
import Services
import Store

extension SimulatedTown {
  /// Campaigns of every rule, large and small, that take cards at once or at their end.
  static func drawLives(
    _ database: Database, _ plan: Plan, _ dice: inout Dice
  ) async throws -> [FundingWorld] {
    var lives: [FundingWorld] = []
    for index in 0..<plan.campaigns {
      let rules: [(weight: Int, value: FundingRule)] = [
        (50, .allOrNothing), (20, .keepWhatYouRaise), (30, .minimumThenOptimum),
      ]
      let life = try await FundingWorld(
        database, boxes: 1 + dice.below(4), rule: dice.weighted(rules) ?? .allOrNothing,
        slug: "vita" + String(repeating: "a", count: index))
      try await life.reopen(
        after: .days(plan.daysBetween * index), size: dice.one(of: [10, 30, 60, 100]) ?? 100,
        charging: dice.happens(60) ? .atEnd : .atOnce)
      lives.append(life)
    }
    return lives
  }

  /// Up to two funds, each for all campaigns, so that they run for the same last euro.
  static func drawFunds(
    _ lives: [FundingWorld], _ dice: inout Dice, _ entropy: Entropy
  ) -> [MatchFund] {
    (0..<dice.below(3)).map { number in
      let cap = Money(cents: Int64(2_000 + dice.below(60_000)))
      let percent = 1 + dice.below(90)
      let rules: [MatchRule] = [
        .share(percent: percent, cap: cap), .bonus(atPercent: percent, amount: cap),
        .multiply(percent: percent, perPledge: .euro(20), cap: cap),
        .perDonor(amount: .euro(20), cap: cap),
      ]
      return MatchFund(
        id: entropy.id(at: FundingWorld.opensAt), code: Slug(title: "fondo \(number)"),
        sponsor: "Fondo \(number)", rule: rules[dice.below(rules.count)])
    }
  }
}

extension FundingWorld {
  /// Moves the campaign's month and makes it so many hundredths as large; it opens by the
  /// timetable.
  fileprivate func reopen(
    after span: Instant.Span, size: Int, charging: CardCharging
  ) async throws {
    let (id, opensAt) = (campaign.id, Self.opensAt + span)
    let closesAt = CivilDate(of: Self.closesAt + span - .milliseconds(1)).end
    let state = span == .seconds(0) ? CampaignState.live : .approved
    _ = try await database.write { tx in
      try tx.execute(
        """
        UPDATE campaign
           SET opens_at = \(opensAt), closes_at = \(closesAt), status = \(state),
               card_charging = \(charging)
         WHERE id = \(id)
        """)
      try tx.execute(
        """
        UPDATE budget_line
           SET minimum_cents = minimum_cents * \(size) / 100,
               optimum_cents = optimum_cents * \(size) / 100
         WHERE campaign_id = \(id)
        """)
    }
  }
}
