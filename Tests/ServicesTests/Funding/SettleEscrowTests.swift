// What a campaign holds at its end goes on whole: to its project, or back; and what comes late too.
import Domain
import Literals
import Services
import Store
import Support
import Testing

@Suite struct SettleEscrowTests {
  @Test(arguments: TestEngine.all)
  func `what a campaign raised is its project's, less what the provider took`(engine: TestEngine)
    async throws
  {
    try await engine.withDatabase { database in
      let world = try await FundingWorld(database)
      try await world.pay(.euro(1_000))
      let other = try await world.place(world.request(.euro(50), token: "fee"))
      try await world.capture(other, fee: Money(cents: 95))
      try await world.end()
      #expect(try await world.holds(.escrow(world.campaign.id)) == .zero)
      #expect(try await world.holds(.project(world.campaign.id)) == Money(cents: 104_905))
      #expect(try await world.holds(.providerFee(.sandbox)) == .zero)
      let raised = try await database.read { try $0.raised(by: world.campaign.id) }
      #expect(raised == .euro(1_050))
      #expect(try await database.read { try $0.verifyLedger().findings.isEmpty })
    }
  }

  @Test(arguments: TestEngine.all)
  func `money that comes late to a campaign that succeeded follows, once`(engine: TestEngine)
    async throws
  {
    try await engine.withDatabase { database in
      let world = try await FundingWorld(database)
      try await world.pay(.euro(1_000))
      let late = try await world.place(
        world.request(.euro(30), method: .bankTransfer, token: "late"))
      try await world.end(after: .days(7))
      let sweep = SettleEscrow(
        database: database, clock: world.clock.port, entropy: world.entropy)
      #expect(try await sweep() == 0)
      try await world.capture(late)
      #expect(try await world.holds(.escrow(world.campaign.id)) == .euro(30))
      #expect(try await sweep() == 1)
      #expect(try await sweep() == 0)
      #expect(try await world.holds(.project(world.campaign.id)) == .euro(1_030))
      #expect(try await database.read { try $0.settlements(of: world.campaign.id) } == 2)
    }
  }

  @Test(arguments: TestEngine.all)
  func `a refund that nothing covers is left to a person and the others go on`(engine: TestEngine)
    async throws
  {
    try await engine.withDatabase { database in
      let world = try await FundingWorld(database)
      let first = try await world.pay(.euro(20), by: "prima@esempio.it")
      let second = try await world.pay(.euro(30), by: "seconda@esempio.it")
      // Somebody booked 25 euros of it away: 25 are left for 50.
      try await database.write { tx in
        let header = JournalEntry.Header(
          id: world.entropy.id(at: world.clock.now), effectiveOn: CivilDate(of: world.clock.now),
          cause: .campaign(world.campaign.id))
        let entry = try JournalEntry(
          header, .campaignSettled,
          [.debit(.escrow(world.campaign.id), .euro(25)), .credit(.platformFee(), .euro(25))])
        _ = try tx.post(
          entry, key: .settle(world.campaign.id), by: .system, at: world.clock.now)
      }
      try await world.end()
      let giveBack = ReturnFunds(
        database: database, clock: world.clock.port, entropy: world.entropy)
      #expect(try await giveBack() == 1)
      #expect(try await giveBack() == 0)
      let open = try await database.read { try $0.openExceptions() }
      #expect(open.map(\.kind) == [.refundUncovered])
      #expect(open.map(\.payment) == [second.id])
      #expect(try await world.holds(.refundsPayable()) == first.amount)
    }
  }
}

extension FundingWorld {
  /// Closes and settles the campaign, so long after its deadline.
  func end(after span: Instant.Span = .milliseconds(0)) async throws {
    clock.now = Self.closesAt
    _ = try await TurnCampaigns(database: database, clock: clock.port, entropy: entropy)()
    clock.now = Self.closesAt + span
    let settle = SettleCampaign(database: database, clock: clock.port, entropy: entropy)
    guard case .settled = try await settle(campaign.id) else {
      throw Fault("the campaign did not settle")
    }
  }
  func holds(_ account: Account) async throws -> Money {
    try await database.read { try $0.balance(of: account) }
  }
}
