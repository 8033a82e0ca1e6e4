// Stripe as it really is: webhooks are doubled, lost, late and out of order, requests are turned
// away, answers never arrive; payers, banks and the dashboard do what they like. After the poller's
// run the ledger is the provider's balance transactions, to the cent.
import Domain
import Foundation
import Literals
import Payments
import Services
import Store
import Support
import Testing

@Suite struct `Stripe with bad webhooks` {
  struct Run: CustomTestStringConvertible, Sendable {
    let engine: TestEngine
    let seed: UInt64
    let confirmation: StripeProvider.Confirmation
    var testDescription: String { "\(engine), seed \(seed), \(confirmation)" }
  }
  /// `RACCOLTO_STORM_SEEDS`: `17`, or `1-200`, on the embedded engine.
  static var runs: [Run] {
    guard let asked = ProcessInfo.processInfo.environment["RACCOLTO_STORM_SEEDS"] else {
      return bounded
    }
    let ends = asked.split(separator: "-").compactMap { UInt64($0) }
    guard let first = ends.first, let last = ends.last, first <= last else { return [] }
    return (first...last).map {
      Run(engine: .sqlite, seed: $0, confirmation: $0 % 2 == 0 ? .signed : .fetch)
    }
  }
  /// Those at the end went wrong once.
  static let bounded: [Run] = [
    Run(engine: .sqlite, seed: 1, confirmation: .fetch),
    Run(engine: .sqlite, seed: 2, confirmation: .signed),
    Run(engine: .sqlite, seed: 3, confirmation: .fetch),
    Run(engine: .sqlite, seed: 4, confirmation: .signed),
    Run(engine: .postgres, seed: 5, confirmation: .fetch),
    Run(engine: .postgres, seed: 6, confirmation: .signed),
    Run(engine: .sqlite, seed: 114, confirmation: .signed),
    Run(engine: .sqlite, seed: 140, confirmation: .signed),
    Run(engine: .sqlite, seed: 156, confirmation: .signed),
  ]
  static let pledges = 30

  @Test(arguments: runs)
  func `leaves the ledger equal to its balance transactions after the poller's run`(_ run: Run)
    async throws
  {
    try await run.engine.withDatabase { database in
      let world = try await StripeWorld(
        database, seed: run.seed, confirmation: run.confirmation)
      world.stripe.make(trouble: 20)
      for number in 0..<Self.pledges {
        try await world.start(.euro(Int64(5 + world.dice(60))))
        if number % 3 == 0 { try await live(world) }
      }
      for _ in 0..<40 { try await live(world) }
      #expect(world.lost > 0 && world.doubled > 10)
      // All that will ever come by itself has come: the ledger is behind.
      while !world.isQuiet {
        world.wait(.minutes(1))
        try await world.deliver()
        try await world.drain()
      }
      let truth = world.stripe.books.balance
      #expect(try await world.holds(.provider(.stripe)) != truth)
      try await poll(world)
      try await compare(world)
      // Again changes nothing.
      let entries = try await world.entries()
      try await poll(world)
      #expect(try await world.entries() == entries)
    }
  }

  /// A few things happen, some time passes, some of it is heard.
  private func live(_ world: StripeWorld) async throws {
    for _ in 0..<3 {
      let payment = world.payments[world.dice(world.payments.count)]
      guard let session = world.session(payment) else { continue }
      let (id, intent) = (session.id, session.intent ?? "")
      let cents = Int64(1 + world.dice(2000))
      let (kind, odd) = (world.dice(14), world.dice(2) == 0)
      world.stripe.act { books, now in
        books.expireSessions(at: now)
        switch kind {
        case 0...3: _ = books.pay(id, at: now)
        case 4: _ = books.pay(id, slowly: true, at: now)
        case 5: _ = books.finish(id, succeeds: odd, at: now)
        case 6: _ = books.refuse(id, at: now)
        case 7: _ = books.refundInDashboard(intent, cents, pending: odd, at: now)
        case 8: _ = books.failRefund(intent, at: now)
        case 9: _ = books.dispute(intent, cents, asksOnly: odd, at: now)
        case 10, 11: _ = books.judge(intent, wins: odd, feeBack: kind == 10, at: now)
        case 12: _ = books.payOut(at: now)
        case _:
          _ = books.failPayout(at: now)
          books.bill(cents % 200, at: now)
        }
      }
      if kind == 12, odd { try await world.giveBack(payment, Money(cents: cents)) }
    }
    _ = try await world.money.submitRefunds(limit: 10)
    world.tell()
    world.wait(.seconds(world.dice(120)))
    try await world.deliver()
    try await world.drain()
  }

  /// The poller and the reading of the account, until nothing waits.
  private func poll(_ world: StripeWorld) async throws {
    world.stripe.make(trouble: 0)
    world.wait(.hours(2))
    world.stripe.act { books, now in books.expireSessions(at: now) }
    for _ in 0..<3 {
      _ = try await world.money.submitRefunds(limit: 50)
      _ = try await world.money.pollPayments(limit: 500)
      // What was put off before waits its time.
      for _ in 0..<12 {
        try await world.drain()
        world.wait(.minutes(5))
      }
      _ = try await world.money.checkMovements()
      try await world.drain()
    }
  }

  private func compare(_ world: StripeWorld) async throws {
    let books = world.stripe.books
    let held = try await world.holds(.provider(.stripe))
    #expect(held == books.balance)
    let differences = try await world.differences()
    #expect(differences == [])
    let own = Money(cents: -books.lines.filter { $0.category == "fee" }.map(\.cents).reduce(0, +))
    #expect(
      try await world.holds(.providerFee(.stripe)) == books.fees(["charge", "refund"]) + own)
    #expect(
      try await world.holds(.disputeFee()) == books.fees(["dispute", "dispute_reversal"]))
    let sent = books.payouts.values.filter { $0.status == "paid" }.map(\.cents).reduce(0, +)
    #expect(try await world.holds(.providerInTransit(.stripe)) == Money(cents: sent))
    // Each settlement and the lines that it is made of come to nothing.
    let settled = try await world.database.read { tx in
      try tx.rows(
        """
        SELECT settlement, COUNT(*) AS n, CAST(SUM(gross_cents - fee_cents) AS BIGINT) AS cents
          FROM provider_movement WHERE settlement IS NOT NULL GROUP BY settlement
        """
      ) {
        (
          id: try $0("settlement", as: String.self), n: try $0("n", as: Int.self),
          cents: try $0("cents", as: Int64.self)
        )
      }
    }
    #expect(Set(settled.map(\.id)) == Set(books.payouts.keys) && !settled.isEmpty)
    #expect(settled.allSatisfy { $0.n > 1 && $0.cents == 0 })
    let unexpected: Set<MoneyException.Kind> = [
      .amount, .currency, .liveMode, .reference, .unknownObject, .movementDiffers,
      .refundUnexpected, .disputeUnexpected, .settlementFailed, .settlementDiffers,
    ]
    let exceptions = try await world.exceptions().intersection(unexpected)
    #expect(exceptions == [])
    let findings = try await world.database.read { try $0.verifyLedger() }.findings
    #expect(findings == [])
  }
}
