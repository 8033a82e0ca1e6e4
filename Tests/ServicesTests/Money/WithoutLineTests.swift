// What the ledger says and the provider's account does not: an event that somebody forged, an
// account that differs as a whole. Each is on the desk, and leaves it when it is none any more.
import Domain
import Literals
import Payments
import Services
import Store
import Support
import Testing

@Suite struct `Money that no line of the provider tells of` {
  /// A world in which Stripe has given one line, of the first payment; the second is open.
  private func world(_ database: Database) async throws -> StripeWorld {
    let world = try await StripeWorld(database, seed: 1, confirmation: .signed)
    for _ in 0..<2 { try await world.start(.euro(8)) }
    let session = try #require(world.session(world.payments[0]))
    #expect(world.stripe.act { books, now in books.pay(session.id, at: now) })
    try await world.hear("payment_intent.succeeded")
    return world
  }
  /// Who knows the secret tells that a payment was made.
  private func forge(_ payment: Payment.ID, _ world: StripeWorld) async throws {
    let body = """
      {"id": "evt_forged", "object": "event", "livemode": false, "type": "payment_intent.succeeded",
       "created": \(world.now.milliseconds / 1000), "data": {"object": {"id": "pi_forged",
       "object": "payment_intent", "livemode": false, "status": "succeeded", "amount": 800,
       "amount_received": 800, "currency": "eur", "metadata": {"payment": "\(payment)"}}}}
      """
    try await world.receive(body)
    try await world.drain()
  }

  @Test(arguments: TestEngine.all)
  func `is on the desk once it is older than the grace: a forged event`(engine: TestEngine)
    async throws
  {
    try await engine.withDatabase { database in
      let world = try await world(database)
      let forged = world.payments[1]
      try await forge(forged, world)
      #expect(try await world.holds(.provider(.stripe)) == .euro(16), "signed events are believed")
      _ = try await world.money.checkMovements()
      #expect(try await world.exceptions() == [], "it may still be on its way")
      world.wait(.hours(2))
      for _ in 0..<2 {
        _ = try await world.money.checkMovements()
        try await world.drain()
        let open = try await database.read { try $0.openExceptions() }
        #expect(open.map(\.kind) == [.movementDiffers] && open.map(\.payment) == [forged])
        #expect(open.map(\.expected) == ["0 EUR"] && open.map(\.found) == ["800 EUR"])
      }
    }
  }

  @Test(arguments: TestEngine.all)
  func `leaves the desk by itself when its line comes`(engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      let world = try await world(database)
      try await forge(world.payments[1], world)
      world.wait(.hours(2))
      _ = try await world.money.checkMovements()
      #expect(try await world.exceptions() == [.movementDiffers])
      // Stripe says it now: its account had a gap.
      world.stripe.act { books, now in
        _ = books.foreign(800, ["payment": world.payments[1].description], isPaid: true, at: now)
      }
      let intent = try #require(world.stripe.books.intents.keys.max())
      let payment = world.payments[1]
      try await database.write { tx in try tx.name(payment, at: .stripe, [intent]) }
      _ = try await world.money.checkMovements()
      try await world.drain()
      #expect(try await world.exceptions() == [])
      #expect(try await world.holds(.provider(.stripe)) == world.stripe.books.balance)
    }
  }

  @Test(arguments: TestEngine.all)
  func `is seen in the account as a whole, asked once, and again when it is another sum`(
    engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let world = try await world(database)
      _ = try await world.money.checkMovements()
      // A line that is not about any payment of ours and is older than what is compared.
      func lose(_ cents: Int64, _ reference: String) async throws {
        let line = ProviderMovement(
          reference: reference, .other, object: "", payment: nil,
          amounts: (Money(cents: cents), .zero), at: FundingWorld.opensAt - .days(9))
        _ = try await database.write { try $0.insert(line, of: .stripe, about: nil) }
        world.wait(.hours(2))
        _ = try await world.money.checkMovements()
      }
      try await lose(-300, "txn_lost_1")
      let open = try await database.read { try $0.openExceptions() }
      #expect(open.map(\.objectID) == [Account.provider(.stripe).code])
      let held = world.stripe.books.balance
      #expect(open.map(\.expected) == ["\((held - .euro(3)).cents) EUR"])
      #expect(open.map(\.found) == ["\(held.cents) EUR"])

      let person = world.funding.author
      let id = try #require(open.first?.id)
      let now = world.now
      #expect(try await database.write { try $0.close(id, by: person, note: "Visto", at: now) })
      world.wait(.hours(2))
      _ = try await world.money.checkMovements()
      #expect(try await world.exceptions() == [], "a person has looked at this sum")
      try await lose(-200, "txn_lost_2")
      #expect(try await world.exceptions() == [.movementDiffers])
      try await lose(500, "txn_found")
      #expect(try await world.exceptions() == [], "both say the same again")
    }
  }

  @Test(arguments: TestEngine.all)
  func `is seen in the account as a whole beside a difference that is on the desk already`(
    engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let world = try await world(database)
      try await forge(world.payments[1], world)
      world.wait(.hours(2))
      _ = try await world.money.checkMovements()
      let one = try await database.read { try $0.openExceptions() }.map(\.objectID)
      #expect(one == [world.payments[1].description], "what explains it is not told twice")
      let line = ProviderMovement(
        reference: "txn_lost", .other, object: "", payment: nil,
        amounts: (Money(cents: -300), .zero), at: FundingWorld.opensAt - .days(9))
      _ = try await database.write { try $0.insert(line, of: .stripe, about: nil) }
      world.wait(.hours(2))
      _ = try await world.money.checkMovements()
      let open = try await database.read { try $0.openExceptions() }
      let account = Account.provider(.stripe).code
      #expect(Set(open.map(\.objectID)) == [world.payments[1].description, account])
      let whole = try #require(open.first { $0.objectID == account })
      #expect(whole.expected == "\((world.stripe.books.balance - .euro(3) + .euro(8)).cents) EUR")
    }
  }

  @Test(arguments: TestEngine.all)
  func `is nothing at a provider that gives no lines`(engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      let world = try await PaymentWorld(database)
      try await world.choose(.pay, try await world.start())
      try await world.drain()
      world.clock.now = world.clock.now + .hours(2)
      _ = try await world.money.checkMovements()
      #expect(try await world.exceptions() == [])
    }
  }
}
