// A sponsor's fund beside a campaign: matched from the bank, promised once, given back.
import Domain
import Literals
import Services
import Store
import Support
import Testing

@Suite struct `A match fund` {
  /// A fund for the world's campaign with money from a statement's line.
  private func fund(
    _ world: StatementWorld, _ rule: MatchRule, deposit: Int64
  ) async throws -> MatchFund {
    let funding = world.funding
    let desk = MatchFundDesk(
      database: funding.database, clock: funding.clock.port, entropy: funding.entropy)
    let request = MatchFundDesk.Request(
      sponsor: "Fondazione Puglia", rule: rule, campaign: funding.campaign.id)
    guard case .created(let fund) = try await desk.create(request, by: world.treasurer) else {
      throw Fault("the fund was not made")
    }
    _ = try await world.imported(StatementWorld.csv([Movement(deposit, "contributo fondazione")]))
    let line = try #require(try await world.waiting().first)
    let settled = try await world.services.settleLine(
      .matchFund("fondazione-puglia"), on: line.line.id, by: world.treasurer)
    #expect(settled == .settled)
    return fund
  }

  private func pay(_ world: StatementWorld, _ token: String, _ amount: Money) async throws {
    let pledge = try await world.pledge(token, amount)
    let report = try await world.imported(
      StatementWorld.csv([
        Movement(pledge.total.cents, "\(pledge.keys.transferReference.text) \(token)")
      ]))
    #expect(report.matched == 1)
  }

  @Test(arguments: TestEngine.all)
  func `doubles what is paid, apart from what was raised`(engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      let world = try await StatementWorld(database)
      let rule = MatchRule.multiply(percent: 100, perPledge: .euro(20), cap: .euro(100))
      let fund = try await fund(world, rule, deposit: 35_00)
      try await pay(world, "a", .euro(15))
      try await pay(world, "b", .euro(25))
      let campaign = world.funding.campaign.id
      #expect(try await world.balance(of: .match(fund.id)) == .zero)
      #expect(try await world.balance(of: .escrow(campaign)) == .euro(75))
      let page = try #require(try await database.read { try $0.campaignPage(world.slug) })
      #expect(page.card.meter.raised == .euro(40))
      #expect(page.card.meter.matched == .euro(35))
      #expect(page.matches.map(\.commitment.state) == [.reserved])
      #expect(try await world.findings() == [])
    }
  }

  @Test(arguments: TestEngine.all)
  func `gets everything back when the campaign comes to nothing`(
    engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let world = try await StatementWorld(database)
      let fund = try await fund(world, .share(percent: 50, cap: .euro(500)), deposit: 100_00)
      try await pay(world, "a", .euro(15))
      #expect(try await world.balance(of: .match(fund.id)) == .euro(85))
      try await world.end(as: .failed)
      #expect(try await world.balance(of: .match(fund.id)) == .euro(100))
      #expect(try await world.balance(of: .escrow(world.funding.campaign.id)) == .zero)
      let funding = world.funding
      let desk = MatchFundDesk(
        database: database, clock: funding.clock.port, entropy: funding.entropy)
      #expect(try await desk.close(fund.code, by: .visitor) == .notAllowed)
      #expect(try await desk.close(fund.code, by: world.treasurer) == .closed(left: .euro(100)))
      #expect(try await desk.close(fund.code, by: world.treasurer) == .alreadyClosed)
      #expect(try await world.balance(of: .match(fund.id)) == .zero)
      #expect(try await world.findings() == [])
    }
  }

  @Test(arguments: TestEngine.all)
  func `once closed, what it had left goes back to its sponsor by transfer and no more`(
    engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let world = try await StatementWorld(database)
      let fund = try await fund(world, .share(percent: 50, cap: .euro(500)), deposit: 100_00)
      let funding = world.funding
      let desk = MatchFundDesk(
        database: database, clock: funding.clock.port, entropy: funding.entropy)
      func giveBack(_ cents: Int64, _ text: String) async throws -> SettleLine.Outcome {
        _ = try await world.imported(StatementWorld.csv([Movement(-cents, text)]))
        let waiting = try await world.waiting()
        let line = try #require(waiting.first { $0.line.facts.text == text }).line.id
        return try await world.services.settleLine(
          .matchFund(fund.code.text), on: line, by: world.treasurer)
      }
      func share() async throws -> [Money] {
        let found = try #require(try await desk.funds(for: world.treasurer)?.first)
        return [found.owed, found.returned]
      }
      #expect(try await giveBack(10_00, "troppo presto") == .nothingToReturn)
      try await world.end(as: .failed)
      #expect(try await desk.close(fund.code, by: world.treasurer) == .closed(left: .euro(100)))
      #expect(try await share() == [.euro(100), .zero])
      #expect(try await giveBack(60_00, "resto uno") == .settled)
      #expect(try await share() == [.euro(40), .euro(60)])
      #expect(try await giveBack(50_00, "troppo") == .aboveOwed(.euro(40)))
      #expect(try await giveBack(40_00, "resto due") == .settled)
      #expect(try await world.balance(of: .refundsPayable()) == .zero)
      #expect(try await share() == [.zero, .euro(100)])
      let settled = try await database.read { try $0.lines(in: .matched) }
      let last = try #require(settled.first { $0.line.facts.text == "resto due" }).line.id
      let undo = world.services.undoMatch
      #expect(try await undo(last, because: "di un altro", by: world.treasurer) == .undone)
      #expect(try await share() == [.euro(40), .euro(60)])
      #expect(try await world.findings() == [])
    }
  }

  @Test(arguments: TestEngine.all)
  func `is due when the campaign succeeds, and can be clawed back with a reason`(
    engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let world = try await StatementWorld(database)
      let campaign = world.funding.campaign.id
      let rule = MatchRule.bonus(atPercent: 75, amount: .euro(250))
      let fund = try await fund(world, rule, deposit: 250_00)
      try await pay(world, "a", .euro(740))
      #expect(try await world.balance(of: .match(fund.id)) == .euro(250))
      try await pay(world, "b", .euro(10))
      #expect(try await world.balance(of: .match(fund.id)) == .zero)
      try await pay(world, "c", .euro(250))
      try await world.end(as: .succeeded)
      #expect(try await world.balance(of: .project(campaign)) == .euro(1_250))
      let funding = world.funding
      let desk = MatchFundDesk(
        database: database, clock: funding.clock.port, entropy: funding.entropy)
      let nobody = Actor.visitor
      #expect(
        try await desk.clawBack(fund.code, from: campaign, because: "errore", by: nobody)
          == .notAllowed)
      #expect(
        try await desk.clawBack(fund.code, from: campaign, because: "errore", by: world.treasurer)
          == .clawedBack(.euro(250)))
      #expect(
        try await desk.clawBack(fund.code, from: campaign, because: "errore", by: world.treasurer)
          == .notDue)
      #expect(try await world.balance(of: .project(campaign)) == .euro(1_000))
      #expect(try await world.findings() == [])
    }
  }

  @Test(arguments: TestEngine.all)
  func `does not carry a campaign over its minimum, and bears no share of the platform's`(
    engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let world = try await StatementWorld(database)
      let id = world.funding.campaign.id
      let rule = MatchRule.multiply(percent: 100, perPledge: .euro(1_000), cap: .euro(1_000))
      let fund = try await fund(world, rule, deposit: 1_000_00)
      try await pay(world, "a", .euro(600))
      #expect(try await world.balance(of: .escrow(id)) == .euro(1_200))
      let fees = FeeRule(platformBasisPoints: 500, providerFees: .campaign)
      try await database.write { try $0.set(fees, of: [id]) }
      let treasurer = world.treasurer
      let forecast = ForecastCampaign(database: database, clock: world.funding.clock.port)
      guard case .forecast(let short) = try await forecast(world.slug, by: treasurer) else {
        throw Fault("no forecast")
      }
      // 1,200 are held and the minimum is 1,000: the crowd's part of it is 600.
      #expect(short.outcome.verdict == .notReached && short.outcome.confirmed == .euro(600))
      try await pay(world, "b", .euro(400))
      guard case .forecast(let reached) = try await forecast(world.slug, by: treasurer) else {
        throw Fault("no forecast")
      }
      #expect(reached.outcome.verdict == .reached)
      #expect(reached.platformFee == .euro(50) && reached.toProject == .euro(1_950))
      #expect(try await world.balance(of: .match(fund.id)) == .zero)
    }
  }

  @Test(arguments: TestEngine.all)
  func `takes its part back when a pledge turns out not to be paid`(
    engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let world = try await StatementWorld(database)
      let fund = try await fund(world, .perDonor(amount: .euro(5), cap: .euro(50)), deposit: 50_00)
      try await pay(world, "a", .euro(15))
      #expect(try await world.balance(of: .match(fund.id)) == .euro(45))
      let matched = try await database.read { try $0.lines(in: .matched) }
      let line = try #require(matched.first { $0.pledgeCode != nil }).line.id
      #expect(
        try await world.services.undoMatch(line, because: "di un altro", by: world.treasurer)
          == .undone)
      #expect(try await world.balance(of: .match(fund.id)) == .euro(50))
      #expect(try await world.findings() == [])
    }
  }

  @Test(arguments: TestEngine.all)
  func `owes what was paid before its money came, and is not closed while it promises`(
    engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let world = try await StatementWorld(database)
      try await pay(world, "a", .euro(15))
      let rule = MatchRule.multiply(percent: 100, perPledge: .euro(20), cap: .euro(100))
      let fund = try await fund(world, rule, deposit: 100_00)
      #expect(try await world.balance(of: .match(fund.id)) == .euro(85))
      let funding = world.funding
      let desk = MatchFundDesk(
        database: database, clock: funding.clock.port, entropy: funding.entropy)
      #expect(try await desk.close(fund.code, by: world.treasurer) == .stillPromising)
      try await pay(world, "b", .euro(1_000))
      try await world.end(as: .succeeded)
      #expect(try await desk.close(fund.code, by: world.treasurer) == .closed(left: .euro(65)))
      let campaign = funding.campaign.id
      #expect(
        try await desk.clawBack(fund.code, from: campaign, because: "errore", by: world.treasurer)
          == .clawedBack(.euro(35)))
      #expect(try await world.balance(of: .match(fund.id)) == .zero)
      #expect(try await world.balance(of: .refundsPayable()) == .euro(100))
      #expect(try await world.findings() == [])
    }
  }

  @Test(arguments: TestEngine.all)
  func `takes its part back when a donor is refunded`(engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      let world = try await StatementWorld(database)
      let rule = MatchRule.multiply(percent: 100, perPledge: .euro(20), cap: .euro(100))
      let fund = try await fund(world, rule, deposit: 50_00)
      try await pay(world, "a", .euro(15))
      let payment = try #require(
        try await database.read { tx in
          try tx.rows("SELECT id FROM payment WHERE status = 'succeeded'") {
            try $0("id", as: Payment.ID.self)
          }.first
        })
      let (clock, entropy) = (world.funding.clock.port, world.funding.entropy)
      let request = RequestRefund(database: database, clock: clock, entropy: entropy)
      let asked = try await request(
        RefundAllocation(reward: .zero, gift: .euro(5), shipping: .zero), of: payment,
        because: .askedByDonor, by: world.treasurer)
      guard case .requested(let refund) = asked else { throw Fault("\(asked)") }
      #expect(try await world.balance(of: .match(fund.id)) == .euro(35))
      let decide = DecideRefund(database: database, clock: clock, entropy: entropy)
      #expect(
        try await decide(
          .approve, on: refund, by: world.funding.actor(world.funding.author, .treasurer))
          == .decided(.approved))
      #expect(try await world.balance(of: .match(fund.id)) == .euro(40))
      #expect(try await world.findings() == [])
    }
  }

  @Test(arguments: TestEngine.all)
  func `promises its last euro once, whoever comes at the same moment`(
    engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let world = try await MoneyWorld.make(payments: 200, in: database)
      let (campaign, entropy) = (world.campaign, seededEntropy(5))
      let fund = MatchFund(
        id: entropy.id(at: MoneyWorld.start), code: Slug(title: "fondo"), sponsor: "Fondo",
        rule: .multiply(percent: 100, perPledge: .euro(20), cap: .euro(10_000)))
      guard let iban = IBAN(StatementWorld.iban) else { throw Fault("not an account") }
      let header = JournalEntry.Header(
        id: entropy.id(at: MoneyWorld.start), effectiveOn: CivilDate(of: MoneyWorld.start),
        cause: .matchFund(fund.id))
      let deposit = try JournalEntry.matchDeposited(header, on: iban, .euro(55), for: fund.id)
      try await database.write { tx in
        try tx.insert(fund, for: [campaign], by: nil, at: MoneyWorld.start)
        _ = try tx.post(deposit, key: .bank(line: "d"), by: .system, at: MoneyWorld.start)
      }
      let pledges = PledgePayments(
        letters: PledgeLetters { MailContent(subject: $0.kind.rawValue, text: "") })
      try await withThrowingTaskGroup(of: Void.self) { group in
        for payment in world.payments {
          group.addTask {
            let stamp = Stamp(at: MoneyWorld.start, by: .system, entropy)
            let header = JournalEntry.Header(
              id: entropy.id(at: stamp.now), effectiveOn: CivilDate(of: stamp.now),
              cause: .payment(payment.id))
            try await database.write { tx in
              try tx.succeed(payment)
              _ = try tx.post(
                try JournalEntry.captured(header, by: payment.provider, payment.paid),
                key: .capture(payment.id), by: .system, at: stamp.now)
              _ = try pledges.confirm(payment.pledge, in: tx, stamp)
            }
          }
        }
        try await group.waitForAll()
      }
      let (left, held, promised, findings) = try await database.read { tx in
        (
          try tx.balance(of: .match(fund.id)), try tx.balance(of: .escrow(campaign)),
          try tx.commitment(of: fund.id, to: campaign)?.committed, try tx.verifyLedger().findings
        )
      }
      #expect(left == .zero)
      #expect(promised == .euro(55))
      #expect(held == .euro(200 * 8 + 55))
      #expect(findings == [])
    }
  }
}

extension Transaction {
  fileprivate func succeed(_ payment: Payment) throws {
    try execute("UPDATE payment SET status = 'succeeded' WHERE id = \(payment.id)")
  }
}

extension StatementWorld {
  var slug: Slug { funding.campaign.slug }

  /// Ends the campaign by the calendar, with everything that the timetable does then.
  func end(as state: CampaignState) async throws {
    let (database, clock, entropy) = (funding.database, funding.clock.port, funding.entropy)
    funding.clock.now = FundingWorld.closesAt + .days(20)
    _ = try await TurnCampaigns(database: database, clock: clock, entropy: entropy)()
    let settle = SettleCampaign(database: database, clock: clock, entropy: entropy)
    for id in try await settle.waiting() { _ = try await settle(id) }
    _ = try await SettleEscrow(database: database, clock: clock, entropy: entropy)()
    _ = try await ReturnFunds(database: database, clock: clock, entropy: entropy)()
    _ = try await SettleMatches(database: database, clock: clock, entropy: entropy)()
    let found = try await database.read { tx in try tx.campaign(slug)?.state }
    #expect(found == state)
  }
}
