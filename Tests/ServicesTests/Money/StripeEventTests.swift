// Stripe's rarer events, and more of them at once than a page holds.
import Domain
import Literals
import Payments
import Services
import Store
import Support
import Testing

@Suite struct `Stripe's events` {
  private func reasons(_ database: Database) async throws -> [String] {
    try await database.read { tx in
      try tx.rows("SELECT status, reason FROM webhook_event ORDER BY received_at, id") {
        let reason = try $0("reason", as: String.self)
        return try $0("status", as: String.self) + (reason.isEmpty ? "" : " \(reason)")
      }
    }
  }

  @Test(arguments: StripeProvider.Confirmation.allCases, TestEngine.all)
  func `of a bank that fears fraud put the payment on the desk until its money has gone back`(
    confirmation: StripeProvider.Confirmation, engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let world = try await StripeWorld(database, seed: 1, confirmation: confirmation)
      try await world.start(.euro(8))
      let session = try #require(world.session(world.payments[0]))
      #expect(world.stripe.act { books, now in books.pay(session.id, at: now) })
      try await world.hear("payment_intent.succeeded")
      let intent = try #require(world.session(world.payments[0])?.intent)
      world.stripe.act { books, now in books.warn(intent, at: now) }
      let entries = try await world.entries()
      for _ in 0..<2 { try await world.hear("radar.early_fraud_warning.created") }
      let open = try await database.read { try $0.openExceptions() }
      #expect(open.map(\.kind) == [.fraudWarning] && open.map(\.payment) == world.payments)
      #expect(open.first?.found.contains("unauthorized_use_of_card") == true)
      #expect(try await world.entries() == entries)
      world.stripe.act { books, now in
        _ = books.refundInDashboard(intent, 800, pending: false, at: now)
      }
      try await world.hear("refund.created")
      #expect(try await world.exceptions() == [])
    }
  }

  @Test(arguments: TestEngine.all)
  func `that only open or close a review, or change a mandate, are kept and ignored`(
    engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let world = try await StripeWorld(database, seed: 1, confirmation: .signed)
      for (number, type) in ["review.opened", "review.closed", "mandate.updated"].enumerated() {
        try await world.receive(
          #"{"id":"evt_\#(number)","type":"\#(type)","data":{"object":{"id":"prv_1"}}}"#)
      }
      try await world.drain()
      let ignored = "ignored \(WebhookIgnored.unknownType.rawValue)"
      #expect(try await reasons(database) == [ignored, ignored, ignored])
      #expect(try await world.exceptions() == [])
    }
  }

  @Test(arguments: TestEngine.all)
  func `of a page that saved a card are ignored where signed ones suffice: the card's own tells it`(
    engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let world = try await StripeWorld(database, seed: 1, confirmation: .signed)
      try await world.receive(
        """
        {"id":"evt_1","type":"checkout.session.completed","livemode":false,
         "data":{"object":{"id":"cs_test_1","object":"checkout.session","mode":"setup",
         "status":"complete","setup_intent":"seti_1"}}}
        """)
      try await world.drain()
      #expect(
        try await reasons(database) == ["ignored \(WebhookIgnored.nothingNew.rawValue)"])
      #expect(try await world.exceptions() == [])
    }
  }

  @Test(arguments: TestEngine.all)
  func `of one second that are more than a page of the poller are all read`(engine: TestEngine)
    async throws
  {
    try await engine.withDatabase { database in
      let world = try await StripeWorld(database, seed: 1, confirmation: .fetch)
      world.stripe.act { books, now in
        for second in [now, now + 1] {
          for _ in 0..<12 { _ = books.foreign(100, [:], isPaid: false, at: second) }
        }
      }
      world.wait(.minutes(1))
      #expect(try await world.money.pollPayments(limit: 5).events == 24)
      #expect(try await reasons(database).count == 24)
    }
  }
}
