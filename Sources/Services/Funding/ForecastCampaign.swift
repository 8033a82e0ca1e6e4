// How a campaign would end if it were decided now: nothing is written, no mail goes.
package import Domain
package import Store

/// Says what closing a campaign would do.
package struct ForecastCampaign: Sendable {
  let database: Database
  let clock: WallClock

  package init(database: Database, clock: WallClock) {
    (self.database, self.clock) = (database, clock)
  }

  /// What would happen.
  package struct Forecast: Hashable, Sendable {
    package let campaign: Campaign
    package let outcome: CampaignOutcome
    /// Promised and not there: how many pledges.
    package let pending: Int
    /// Saved cards that would be charged, counted as if all of them paid.
    package let cards: (count: Int, sum: Money)
    package let backers: Int
    /// What its project would receive; nothing where everybody gets their money back.
    package let toProject: Money
    package let platformFee: Money
    package let providerFees: Money
    /// Payments that would go back, and their sum.
    package let refunds: (count: Int, sum: Money)
    /// From when it can be decided: at its deadline, or seven days later while money is awaited.
    package let decidableAt: Instant?

    package static func == (left: Forecast, right: Forecast) -> Bool {
      left.campaign == right.campaign && left.outcome == right.outcome
        && left.refunds == right.refunds && left.pending == right.pending
        && left.cards == right.cards
    }
    package func hash(into hasher: inout Hasher) { hasher.combine(campaign) }
  }
  package enum Outcome: Hashable, Sendable {
    case forecast(Forecast)
    /// It has been decided, was called off, or takes no money yet.
    case notRunning(CampaignState)
    case noSuchCampaign
    case notAllowed
  }

  package func callAsFunction(_ slug: Slug, by actor: Actor) async throws -> Outcome {
    let now = clock.now
    return try await database.read { tx in
      guard let campaign = try tx.campaign(slug) else { return .noSuchCampaign }
      guard actor.may(.closeCampaign, on: campaign.location) else { return .notAllowed }
      guard [.live, .onHold, .settling].contains(campaign.state) else {
        return .notRunning(campaign.state)
      }
      let pending = try tx.pending(for: campaign.id)
      let cards = try cardsToCharge(for: campaign, tx)
      let outcome = CampaignOutcome(
        rule: campaign.rule, minimum: campaign.target.minimum,
        confirmed: try tx.raised(by: campaign.id) + cards.sum,
        pendingIgnored: pending.amount - cards.sum, decidedAt: now,
        passedMinimum: campaign.secondRoundAt != nil)
      let succeeds = outcome.state == .succeeded
      let escrow = try tx.balance(of: .escrow(campaign.id, campaign.currency)) + cards.sum
      let cut =
        succeeds
        ? campaign.fees.deductions(
          from: escrow, sponsored: try tx.sponsored(campaign.id),
          providerFees: try tx.providerFees(of: campaign.id)) : .none
      let charged = cut.providerFees.values.reduce(Money.zero, +)
      let held = try tx.capturedPayments(of: campaign.id)
      return .forecast(
        Forecast(
          campaign: campaign, outcome: outcome, pending: pending.count - cards.count,
          cards: cards,
          backers: try tx.backers(of: campaign.id),
          toProject: succeeds ? escrow - cut.platformFee - charged : .zero,
          platformFee: cut.platformFee, providerFees: charged,
          refunds: succeeds ? (0, .zero) : held,
          decidableAt: campaign.closesAt.map {
            pending.count == cards.count ? $0 : $0 + Campaign.settlementHorizon
          }))
    }
  }

  /// None where they would not reach the minimum together with what is there: then none is charged.
  private func cardsToCharge(
    for campaign: Campaign, _ tx: Transaction
  ) throws -> (count: Int, sum: Money) {
    let saved = try tx.authorised(for: campaign.id)
    let promised = try tx.raised(by: campaign.id) + saved.amount
    return promised >= campaign.target.minimum ? (saved.count, saved.amount) : (0, .zero)
  }
}
