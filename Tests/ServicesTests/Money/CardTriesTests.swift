// Whoever tries stolen cards out is stopped: by address, e-mail, card and campaign;
// told nothing by it.
import Domain
import Literals
import Payments
import Services
import Store
import Support
import Testing

@Suite struct `Trying cards out` {
  private func request(
    _ pledge: Pledge, from address: String
  ) -> StartCardPayment.Request {
    StartCardPayment.Request(
      accessKey: pledge.keys.accessKey, description: "Pane", returnURL: "http://localhost/back",
      language: .italian, from: address)
  }
  /// A pledge whose card is refused.
  private func tryOut(
    _ world: PaymentWorld, _ number: Int, by email: String, from address: String,
    card: String = ""
  ) async throws -> StartCardPayment.Outcome {
    let pledge = try await world.funding.place(
      world.funding.request(.euro(5), by: email, token: "try \(number)"))
    let outcome = try await world.money.startCardPayment(request(pledge, from: address))
    guard case .pay = outcome else { return outcome }
    let payment = try await world.database.read { try $0.payments(of: pledge.id).first }
    guard let payment, let id = payment.providerReference.flatMap({ SandboxPayment.ID($0) })
    else { throw Fault("no payment") }
    _ = try await world.money.sandbox?.shop.choose(.decline, for: id, card: card)
    try await world.drain()
    return outcome
  }

  @Test(arguments: TestEngine.all)
  func `from one address under many names ends after some refusals, and begins anew an hour later`(
    engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let world = try await PaymentWorld(database)
      var stopped: Int?
      for number in 0..<30 where stopped == nil {
        // Slow enough to look like a campaign's usual day.
        world.clock.now = world.clock.now + .minutes(1)
        let outcome = try await tryOut(
          world, number, by: "a\(number)@esempio.it", from: "192.0.2.7")
        if outcome == .notNow { stopped = number }
      }
      #expect(stopped == CardTries.refusedFromAddressMax)
      let other = try await tryOut(world, 50, by: "b@esempio.it", from: "192.0.2.8")
      #expect(other != .notNow)
      world.clock.now = world.clock.now + .hours(1)
      #expect(try await tryOut(world, 51, by: "c@esempio.it", from: "192.0.2.7") != .notNow)
      world.clock.now = world.clock.now + .days(3)
      _ = try await world.money.expirePayments(limit: 100)
      let left = try await database.read { tx in
        try tx.first("SELECT COUNT(*) AS n FROM card_try") { try $0("n", as: Int.self) }
      }
      #expect(left == 0, "who tried what is forgotten")
    }
  }

  @Test(arguments: TestEngine.all)
  func `under one name from many addresses ends after a few refusals`(engine: TestEngine)
    async throws
  {
    try await engine.withDatabase { database in
      let world = try await PaymentWorld(database)
      var stopped: Int?
      for number in 0..<30 where stopped == nil {
        let outcome = try await tryOut(
          world, number, by: "anna@esempio.it", from: "192.0.2.\(number)")
        if outcome == .notNow { stopped = number }
      }
      #expect(stopped == CardTries.refusedToDonorMax)
    }
  }

  @Test(arguments: TestEngine.all)
  func `on one campaign lets cards rest there and tells the desk; who pays meanwhile is counted`(
    engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let world = try await PaymentWorld(database)
      var stopped: Int?
      for number in 0..<40 where stopped == nil {
        let outcome = try await tryOut(
          world, number, by: "a\(number)@esempio.it", from: "198.51.100.\(number)")
        if outcome == .notNow { stopped = number }
      }
      #expect(stopped == CardTries.refusedForCampaignMax)
      #expect(try await world.exceptions() == [.cardTesting])
      world.clock.now = world.clock.now + .minutes(11)
      #expect(try await tryOut(world, 60, by: "z@esempio.it", from: "203.0.113.1") != .notNow)
    }
  }

  @Test(arguments: TestEngine.all)
  func `with one card under many names ends, and no copy of the database names the card`(
    engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let world = try await PaymentWorld(database)
      let number = "4000 0000 0000 0002"
      func tries(_ name: Int, _ attempt: Int) async throws -> StartCardPayment.Outcome {
        world.clock.now = world.clock.now + .minutes(1)
        return try await tryOut(
          world, attempt, by: "a\(name)@esempio.it", from: "198.51.100.\(name)", card: number)
      }
      for name in 0..<CardTries.refusedOfCardMax {
        guard case .pay = try await tries(name, name) else { throw Fault("stopped at \(name)") }
      }
      // None of them was refused more than once; the card was.
      #expect(try await tries(0, 50) == .notNow)
      // Who never used it is not held to account for it.
      let other = try await tryOut(
        world, 60, by: "z@esempio.it", from: "203.0.113.1", card: "4242424242424242")
      #expect(other != .notNow)
      let marks = try await database.read { tx in
        try tx.rows("SELECT DISTINCT card FROM card_try WHERE card IS NOT NULL") {
          try $0("card", as: String.self)
        }
      }
      #expect(marks.count == 2 && marks.allSatisfy { Domain.Digest($0) != nil })
      let fingerprints = try await database.read { tx in
        try tx.rows("SELECT DISTINCT card FROM sandbox_payment WHERE card IS NOT NULL") {
          try $0("card", as: String.self)
        }
      }
      #expect(Set(marks).isDisjoint(with: fingerprints))
    }
  }

  @Test(arguments: StripeProvider.Confirmation.allCases, TestEngine.all)
  func `on one open page ends after a few: the page is closed, and nothing leads back to it`(
    confirmation: StripeProvider.Confirmation, engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let world = try await StripeWorld(database, seed: 5, confirmation: confirmation)
      let pledge = try await world.funding.place(world.funding.request(.euro(5), token: "page"))
      let other = try await world.funding.place(
        world.funding.request(.euro(5), by: "z@esempio.it", token: "other"))
      for each in [pledge, other] {
        guard case .pay = try await world.money.startCardPayment(request(each, from: "192.0.2.7"))
        else { throw Fault("no page") }
      }
      let id = try #require(try await database.read { try $0.payments(of: pledge.id).first?.id })
      let page = try #require(world.session(id)).id
      var refused = 0
      while refused < 40, world.stripe.act({ books, now in books.refuse(page, at: now) }) {
        refused += 1
        try await world.hear("payment_intent.payment_failed")
        let again = try await world.money.startCardPayment(request(pledge, from: "192.0.2.7"))
        if case .pay = again {
          #expect(refused < CardTries.refusedToDonorMax)
        } else {
          #expect(refused == CardTries.refusedToDonorMax)
        }
      }
      #expect(refused == CardTries.refusedToDonorMax)
      #expect(try await database.read { try $0.payment(id)?.status } == .expired)
      // Whoever shares the address and was refused nothing goes on.
      guard case .pay = try await world.money.startCardPayment(request(other, from: "192.0.2.7"))
      else { throw Fault("somebody else is stopped") }
      let theirs = try #require(try await database.read { try $0.payments(of: other.id).first?.id })
      _ = try await world.money.confirmPayment(theirs)
      #expect(try await database.read { try $0.payment(theirs)?.status } == .requiresAction)
    }
  }

  @Test(arguments: TestEngine.all)
  func `by saving cards ends too`(engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      let world = try await SavedCardWorld(database)
      for number in 0..<CardTries.startedByDonorMax + 1 {
        let pledge = try await world.funding.place(
          world.funding.request(.euro(5), token: "save \(number)"))
        let outcome = try await world.payments.money.saveCard(
          SaveCard.Request(
            accessKey: pledge.keys.accessKey, wording: "Autorizzo.", returnURL: "http://localhost",
            language: .italian, from: "192.0.2.9"))
        let isLast = number == CardTries.startedByDonorMax
        #expect((outcome == .notNow) == isLast, "\(number): \(outcome)")
      }
    }
  }
}
