// Payments that another platform started at Stripe: whichever of their tries is paid is booked,
// once, whatever became of the others and in whatever order it is told.
import Domain
import Literals
import Payments
import Services
import Store
import Support
import Testing

@Suite struct `A payment that was moved in` {
  /// A world that expects one payment of 25 euro.
  private func expecting(
    _ database: Database, _ confirmation: StripeProvider.Confirmation = .fetch,
    pledge: String = "theirs-1"
  ) async throws -> StripeWorld {
    let world = try await StripeWorld(database, seed: 3, confirmation: confirmation)
    let file = """
      [{"pledge_id": "\(pledge)", "provider": "stripe", "amount": "2500", "currency": "EUR",
        "donor_name": "Anna Rossi"}]
      """
    let anna = world.funding.actor(world.funding.author, .treasurer)
    let take = ImportExpected(
      database: database, clock: world.funding.clock.port, entropy: world.funding.entropy)
    #expect(try await take(Array(file.utf8), by: anna) == .imported(new: 1, repeated: 0))
    return world
  }
  private func tryOut(
    _ world: StripeWorld, _ cents: Int64 = 2500, isPaid: Bool, pledge: String = "theirs-1"
  ) async throws -> String {
    let intent = world.stripe.act { books, now in
      books.foreign(cents, ["pledge_id": pledge], isPaid: isPaid, at: now)
    }
    try await world.hear(isPaid ? "payment_intent.succeeded" : "payment_intent.payment_failed")
    return intent
  }
  private func states(_ world: StripeWorld) async throws -> [PaymentStatus] {
    try await world.database.read { tx in
      try tx.rows("SELECT status FROM payment ORDER BY attempt") { try $0("status") }
    }
  }

  @Test(arguments: StripeProvider.Confirmation.allCases, TestEngine.all)
  func `is booked when its first try failed and a second is paid`(
    confirmation: StripeProvider.Confirmation, engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let world = try await expecting(database, confirmation)
      let first = try await tryOut(world, isPaid: false)
      #expect(try await states(world) == [.failed])
      #expect(try await world.holds(.provider(.stripe)) == .zero)
      _ = try await tryOut(world, isPaid: true)
      #expect(try await states(world) == [.failed, .succeeded])
      #expect(try await world.holds(.provider(.stripe)) == .euro(25))
      let pledges = try await database.read { tx in
        try tx.rows("SELECT status FROM pledge") { try $0("status", as: String.self) }
      }
      #expect(pledges == [PledgeState.confirmed.rawValue])
      // What is told late of the first changes nothing.
      let entries = try await world.entries()
      try await world.hear("payment_intent.payment_failed")
      #expect(try await world.entries() == entries)
      #expect(world.stripe.books.intents[first] != nil)
      #expect(try await world.exceptions() == [])
      #expect(try await database.read { try $0.verifyLedger() }.findings == [])
    }
  }

  @Test(arguments: TestEngine.all)
  func `is booked when its first try is paid after a second was started`(engine: TestEngine)
    async throws
  {
    try await engine.withDatabase { database in
      let world = try await expecting(database)
      let first = try await tryOut(world, isPaid: false)
      _ = try await tryOut(world, isPaid: false)
      world.stripe.act { books, now in books.payForeign(first, at: now) }
      try await world.hear("payment_intent.succeeded")
      #expect(try await states(world) == [.succeeded, .failed])
      #expect(try await world.holds(.provider(.stripe)) == .euro(25))
      #expect(try await world.exceptions() == [])
    }
  }

  @Test(arguments: TestEngine.all)
  func `is never booked twice: a second that is paid too is for a person`(engine: TestEngine)
    async throws
  {
    try await engine.withDatabase { database in
      let world = try await expecting(database)
      _ = try await tryOut(world, isPaid: true)
      _ = try await tryOut(world, isPaid: true)
      #expect(try await states(world) == [.succeeded])
      #expect(try await world.holds(.provider(.stripe)) == .euro(25))
      for _ in 0..<12 {
        world.wait(.minutes(20))
        try await world.drain()
      }
      #expect(try await world.exceptions() == [.unknownObject])
      world.wait(.hours(2))
      _ = try await world.money.checkMovements()
      #expect(try await world.exceptions() == [.unknownObject, .movementDiffers])
    }
  }

  @Test(arguments: TestEngine.all)
  func `is not booked for another sum, and the right one after it is`(engine: TestEngine)
    async throws
  {
    try await engine.withDatabase { database in
      let world = try await expecting(database)
      _ = try await tryOut(world, 1000, isPaid: true)
      #expect(try await world.holds(.provider(.stripe)) == .zero)
      #expect(try await world.exceptions() == [.amount])
      _ = try await tryOut(world, isPaid: true)
      #expect(try await world.holds(.provider(.stripe)) == .euro(25))
      #expect(try await world.exceptions() == [.amount])
    }
  }

  @Test(arguments: ["=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "plain=1"], TestEngine.all)
  func `is exported so that a spreadsheet shows its id and runs nothing`(
    pledge: String, engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let world = try await expecting(database, pledge: pledge)
      _ = try await tryOut(world, isPaid: true, pledge: pledge)
      var text = ""
      #expect(try await ExportPayments(database: database)() { text += $0 } == 1)
      let cell = pledge == "plain=1" ? pledge : "'\(pledge)"
      #expect(text.contains(",\(cell),2500,0,0,EUR\r\n"), "\(text)")
    }
  }
}
