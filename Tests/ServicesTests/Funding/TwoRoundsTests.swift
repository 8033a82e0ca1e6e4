// A campaign in two rounds: the minimum is all or nothing, and once reached stays reached.
import Domain
import Services
import Store
import Support
import Testing

@Suite struct TwoRoundsTests {
  @Test(arguments: TestEngine.all)
  func `the minimum opens a second round, and is passed once and for all`(engine: TestEngine)
    async throws
  {
    try await engine.withDatabase { database in
      let world = try await FundingWorld(database, rule: .minimumThenOptimum)
      let paid = try await world.pay(.euro(1_000))
      let turn = TurnCampaigns(
        database: database, clock: world.clock.port, entropy: world.entropy)
      world.clock.now = FundingWorld.closesAt
      #expect(try await turn() == (0, 1))
      #expect(try await turn() == (0, 0))
      let second = try #require(try await database.read { try $0.campaign(world.campaign.id) })
      #expect(second.state == .live)
      #expect(second.secondRoundAt == FundingWorld.closesAt)
      #expect(second.closesAt == CivilDate("2027-01-09")?.end)
      try await world.pay(.euro(50), by: "tardi@esempio.it")
      // A dispute takes the first away: the minimum stays passed.
      try await database.write { tx in
        let now = world.clock.now
        let header = JournalEntry.Header(
          id: world.entropy.id(at: now), effectiveOn: CivilDate(of: now),
          cause: .payment(paid.id))
        let entry = try JournalEntry.wholeRefund(header, of: paid)
        _ = try tx.post(entry, key: .wholeRefund(of: paid), by: .system, at: now)
      }
      world.clock.now = try #require(second.closesAt)
      #expect(try await turn() == (0, 1))
      let settle = SettleCampaign(
        database: database, clock: world.clock.port, entropy: world.entropy)
      guard case .settled(let outcome) = try await settle(world.campaign.id) else {
        throw Fault("not settled")
      }
      #expect(outcome.state == .succeeded)
      let stored = try await database.read { tx in
        try tx.campaign(world.campaign.id).flatMap { try tx.outcome(of: $0) }
      }
      #expect(stored == outcome)
    }
  }

  @Test(arguments: TestEngine.all, [Int64(99_999), 150_000])
  func `below the minimum it ends, and at the optimum too`(engine: TestEngine, cents: Int64)
    async throws
  {
    try await engine.withDatabase { database in
      let world = try await FundingWorld(database, rule: .minimumThenOptimum)
      try await world.pay(Money(cents: cents))
      try await world.end()
      let ended = try await database.read { try $0.campaign(world.campaign.id) }
      #expect(ended?.state == (cents == 150_000 ? .succeeded : .failed))
    }
  }
}
