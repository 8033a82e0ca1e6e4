// Webhooks are doubled, reordered, late, forged and wrong; the ledger has each payment once.
import Domain
import Literals
import Payments
import Services
import Store
import Support
import Testing

@Suite struct `A webhook` {
  @Test(arguments: TestEngine.all)
  func `that comes fifty times at once is kept once and booked once`(engine: TestEngine)
    async throws
  {
    try await engine.withDatabase { database in
      let world = try await PaymentWorld(
        database, mood: SandboxMood(doubledPercent: 0, lostPercent: 100, delaySecondsMax: 0))
      let started = try await world.start()
      try await world.choose(.pay, started)
      let raw = world.webhook(object: started.sandbox.description)
      let receive = world.money.receiveWebhook
      let outcomes = try await withThrowingTaskGroup(of: ReceiveWebhook.Outcome.self) { group in
        for _ in 0..<50 { group.addTask { try await receive(from: "sandbox", raw) } }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(outcomes.filter { $0 == .kept }.count == 1)
      #expect(outcomes.filter { $0 == .repeated }.count == 49)
      try await world.drain()
      #expect(try await world.entries() == 1)
    }
  }
  @Test(arguments: TestEngine.all)
  func `of each state, reordered and applied at once, ends in one entry`(engine: TestEngine)
    async throws
  {
    try await engine.withDatabase { database in
      let world = try await PaymentWorld(database)
      let started = try await world.start()
      try await world.choose(.pay, started)
      let types = ["processing", "declined", "succeeded", "challenge", "expired"]
      for (number, type) in (types + types.reversed()).enumerated() {
        let raw = world.webhook(
          event: "evt_\(number)", type: "payment.\(type)", object: started.sandbox.description)
        #expect(try await world.money.receiveWebhook(from: "sandbox", raw) == .kept)
      }
      let ids = try await database.read { tx in
        try tx.rows("SELECT id FROM webhook_event") { try $0("id", as: WebhookEvent.ID.self) }
      }
      let (apply, confirm) = (world.money.applyWebhook, world.money.confirmPayment)
      try await withThrowingTaskGroup(of: Void.self) { group in
        for id in ids {
          group.addTask { _ = try await apply(id, isLastAttempt: false) }
          // The donor's return races with the webhooks.
          group.addTask { _ = try await confirm(started.payment.id) }
        }
        try await group.waitForAll()
      }
      try await world.drain()
      #expect(try await world.entries() == 1)
      #expect(try await world.stored(started.payment).status == .succeeded)
      #expect(try await world.funding.stored(started.pledge).state == .confirmed)
      let statuses = try await world.webhooks()
      #expect(statuses.filter { $0 == .applied }.count <= 1)
      #expect(try await world.verified() == [])
    }
  }
  @Test(arguments: TestEngine.all)
  func `that is not believed leaves nothing behind`(engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      let world = try await PaymentWorld(database)
      let good = world.webhook(object: "sbx_x")
      let old = world.webhook(object: "sbx_x")
      let receive = world.money.receiveWebhook
      let truncated = Array(good.body.dropLast(3))
      let table: [(RawWebhook, WebhookRefusal)] = [
        (RawWebhook(signature: nil, body: good.body), .signatureMissing),
        (RawWebhook(signature: "t=1,v1=zz", body: good.body), .signatureMalformed),
        (RawWebhook(signature: good.signature, body: truncated), .signatureWrong),
        (
          RawWebhook(
            signature: world.signature.sign(truncated, at: world.clock.now), body: truncated),
          .bodyUnreadable
        ),
        (
          RawWebhook(signature: world.signature.sign([], at: world.clock.now), body: []),
          .bodyUnreadable
        ),
      ]
      for (raw, refusal) in table {
        #expect(try await receive(from: "sandbox", raw) == .refused(refusal))
      }
      #expect(try await receive(from: "nobody", good) == .noSuchProvider)
      world.clock.now = world.clock.now + .minutes(6)
      #expect(try await receive(from: "sandbox", old) == .refused(.stale))
      #expect(try await world.webhooks() == [])
    }
  }
  @Test(arguments: TestEngine.all)
  func `of a type that is no payment's is kept and ignored`(engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      let world = try await PaymentWorld(database)
      let raw = world.webhook(type: "customer.created", object: "cus_1")
      #expect(try await world.money.receiveWebhook(from: "sandbox", raw) == .kept)
      #expect(try await world.drain() == 0)
      #expect(try await world.webhooks() == [.ignored])
    }
  }
  @Test(arguments: TestEngine.all)
  func `about something unknown is put off, and on the desk in the end`(engine: TestEngine)
    async throws
  {
    try await engine.withDatabase { database in
      let world = try await PaymentWorld(database)
      let raw = world.webhook(object: "sbx_unknown")
      _ = try await world.money.receiveWebhook(from: "sandbox", raw)
      let id = try await database.read { tx in
        try tx.first("SELECT id FROM webhook_event") { try $0("id", as: WebhookEvent.ID.self) }
      }
      let event = try #require(id)
      let apply = world.money.applyWebhook
      #expect(try await apply(event, isLastAttempt: false) == .deferred)
      #expect(try await world.webhooks() == [.deferred])
      #expect(try await apply(event, isLastAttempt: true) == .dead)
      #expect(try await world.webhooks() == [.dead])
      #expect(try await world.exceptions() == [.unknownObject])
    }
  }
  @Test(arguments: TestEngine.all)
  func `of a payment with another amount books nothing and is on the desk`(engine: TestEngine)
    async throws
  {
    try await engine.withDatabase { database in
      let world = try await PaymentWorld(database)
      let started = try await world.start()
      _ = try await database.write { tx in
        try tx.execute("UPDATE sandbox_payment SET amount_cents = 1")
      }
      try await world.choose(.pay, started)
      try await world.drain()
      #expect(try await world.entries() == 0)
      #expect(try await world.exceptions() == [.amount])
      #expect(try await world.stored(started.payment).status == .requiresAction)
      #expect(try await world.webhooks() == [.ignored])
    }
  }
  @Test(arguments: TestEngine.all)
  func `of a payment in another currency or for another of ours books nothing`(
    engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let world = try await PaymentWorld(database)
      let started = try await world.start()
      _ = try await database.write { tx in
        try tx.execute("UPDATE sandbox_payment SET currency = 'USD'")
      }
      try await world.choose(.pay, started)
      try await world.drain()
      #expect(try await world.exceptions() == [.currency])
      let other = try await world.start(token: "token-2")
      _ = try await database.write { tx in
        try tx.execute(
          """
          UPDATE sandbox_payment SET merchant_reference = \(started.payment.id)
           WHERE id = \(other.sandbox)
          """)
      }
      try await world.choose(.pay, other)
      try await world.drain()
      #expect(Set(try await world.exceptions()) == [.currency, .reference])
      #expect(try await world.entries() == 0)
    }
  }
}
