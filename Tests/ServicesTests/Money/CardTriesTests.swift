// Whoever tries stolen cards out is stopped: by address, e-mail and campaign; told nothing by it.
import Domain
import Literals
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
    _ world: PaymentWorld, _ number: Int, by email: String, from address: String
  ) async throws -> StartCardPayment.Outcome {
    let pledge = try await world.funding.place(
      world.funding.request(.euro(5), by: email, token: "try \(number)"))
    let outcome = try await world.money.startCardPayment(request(pledge, from: address))
    guard case .pay = outcome else { return outcome }
    let payment = try await world.database.read { try $0.payments(of: pledge.id).first }
    guard let payment, let id = payment.providerReference.flatMap({ SandboxPayment.ID($0) })
    else { throw Fault("no payment") }
    _ = try await world.money.sandbox?.shop.choose(.decline, for: id)
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
}
