// The counts of the desk's first page, one known world on both engines.
import Domain
import Literals
import Store
import Support
import Testing

@Test(arguments: TestEngine.all)
func `an empty house has nothing that waits`(engine: TestEngine) async throws {
  try await engine.withDatabase { database in
    let today = try await database.read { try $0.deskToday(at: DeskWorld.now) }
    #expect(today.exceptions.isEmpty)
    #expect(today.counts.map(\.kind) == DeskToday.Kind.allCases)
    #expect(today.wellness.ledgerDifference.isZero)
    #expect(today.wellness.leaderUntil == nil)
  }
}

@Test(arguments: TestEngine.all)
func `each count finds what waits, how much of it and since when`(engine: TestEngine)
  async throws
{
  try await engine.withDatabase { database in
    _ = try await DeskWorld.make(in: database)
    let today = try await database.read { try $0.deskToday(at: DeskWorld.now) }
    let counts = Dictionary(uniqueKeysWithValues: today.counts.map { ($0.kind, $0) })
    let expected: [DeskToday.Kind: Int] = [
      .linesWaiting: 1, .suspense: 1, .exceptions: 1, .paymentsStuck: 1, .paymentsHeld: 1,
      .rewardsMissing: 1, .refundsUnsent: 1, .accountsOff: 0, .webhooksDead: 1,
      .refundsToDecide: 0, .refundsByHand: 0, .disputesOpen: 0,
      .webhooksDeferred: 1, .webhooksWaiting: 1, .tasksDiscarded: 1, .tasksFailing: 1,
      .mailFailed: 1, .reviewsWaiting: 0, .identitiesContested: 0,
    ]
    #expect(counts.mapValues(\.count) == expected)
    #expect(counts[.suspense]?.amount == Money(cents: 2500))
    #expect(counts[.refundsUnsent]?.amount == MoneyWorld.amount)
    #expect(counts[.paymentsStuck]?.amount == MoneyWorld.amount)
    #expect(counts[.paymentsStuck]?.oldestAt == MoneyWorld.start)
    #expect(counts[.linesWaiting]?.oldestAt == MoneyWorld.start)
    #expect(today.wellness.ledgerDifference.isZero)
    #expect(today.wellness.lastEntryAt == MoneyWorld.start)
    #expect(today.queues.map(\.queue) == ["mail", "money"])
  }
}

@Test(arguments: TestEngine.all)
func `money left in escrow of a campaign that is over is counted`(engine: TestEngine) async throws {
  try await engine.withDatabase { database in
    let world = try await DeskWorld.make(in: database)
    _ = try await database.write { tx in
      try tx.execute("UPDATE campaign SET status = 'failed' WHERE id = \(world.money.campaign)")
    }
    let today = try await database.read { try $0.deskToday(at: DeskWorld.now) }
    let off = today.counts.first { $0.kind == .accountsOff }
    #expect(off?.count == 1)
    #expect(off?.amount == MoneyWorld.amount - MoneyWorld.shipping)
  }
}
