// Each way a card payment can go, from the pledge to the ledger, through the queue.
import Domain
import Services
import Store
import Support
import Testing

@Suite struct `A card payment` {
  @Test(arguments: TestEngine.all)
  func `that succeeds is booked, confirms its pledge and writes to the donor`(
    engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let world = try await PaymentWorld(database)
      let started = try await world.start()
      #expect(started.payment.status == .requiresAction)
      let mails = try await world.funding.count(.mail)
      try await world.choose(.pay, started)
      try await world.drain()
      #expect(try await world.stored(started.payment).status == .succeeded)
      #expect(try await world.funding.stored(started.pledge).state == .confirmed)
      #expect(try await world.entries() == 1)
      #expect(try await world.webhooks() == [.applied])
      #expect(try await world.funding.count(.mail) == mails + 1)
      #expect(try await world.verified() == [])
      let campaign = world.funding.campaign.id
      let raised = try await database.read { try $0.raised(by: campaign) }
      #expect(raised == .euro(25))
    }
  }
  @Test(arguments: TestEngine.all)
  func `that is declined books nothing and can be tried again on the same page`(
    engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let world = try await PaymentWorld(database)
      let started = try await world.start()
      try await world.choose(.decline, started)
      try await world.drain()
      let declined = try await world.stored(started.payment)
      #expect(declined.status == .failed)
      #expect(declined.failure == .declined)
      #expect(try await world.funding.stored(started.pledge).state == .paymentFailed)
      #expect(try await world.entries() == 0)
      try await world.choose(.pay, started)
      try await world.drain()
      #expect(try await world.stored(started.payment).status == .succeeded)
      #expect(try await world.funding.stored(started.pledge).state == .confirmed)
      #expect(try await world.verified() == [])
    }
  }
  @Test(arguments: TestEngine.all)
  func `asks the payer's bank and goes on when it confirms, not when it refuses`(
    engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let world = try await PaymentWorld(database)
      let refused = try await world.start()
      try await world.choose(.authenticate, refused)
      try await world.drain()
      #expect(try await world.stored(refused.payment).status == .requiresAction)
      try await world.choose(.refuse, refused)
      try await world.drain()
      #expect(try await world.stored(refused.payment).failure == .notAuthenticated)
      try await world.choose(.authenticate, refused)
      try await world.choose(.confirm, refused)
      try await world.drain()
      #expect(try await world.stored(refused.payment).status == .succeeded)
    }
  }
  @Test(arguments: TestEngine.all)
  func `that takes a while is under way, then succeeds by itself`(engine: TestEngine)
    async throws
  {
    try await engine.withDatabase { database in
      let world = try await PaymentWorld(database)
      let started = try await world.start()
      try await world.choose(.slow, started)
      try await world.drain()
      #expect(try await world.stored(started.payment).status == .processing)
      world.clock.now = world.clock.now + .seconds(9)
      try await world.drain()
      #expect(try await world.stored(started.payment).status == .succeeded)
      #expect(try await world.verified() == [])
    }
  }
  @Test(arguments: TestEngine.all)
  func `that nobody finishes expires, and its pledge can be paid anew`(engine: TestEngine)
    async throws
  {
    try await engine.withDatabase { database in
      let world = try await PaymentWorld(database)
      let started = try await world.start()
      world.clock.now = world.clock.now + .minutes(31)
      #expect(try await world.money.expirePayments(limit: 10) == 1)
      try await world.drain()
      #expect(try await world.stored(started.payment).status == .expired)
      #expect(try await world.funding.stored(started.pledge).state == .paymentFailed)
      let key = started.pledge.keys.accessKey
      guard case .ready(let again) = try await world.funding.retryPledge(key, by: .card) else {
        Issue.record("the pledge cannot be paid anew")
        return
      }
      let second = try await world.pay(again)
      #expect(second.attempt == 2)
      #expect(second.idempotencyKey != started.payment.idempotencyKey)
    }
  }
  @Test(arguments: TestEngine.all)
  func `that is started twice is one at the provider`(engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      let world = try await PaymentWorld(database)
      let started = try await world.start()
      let again = try await world.pay(started.pledge)
      #expect(again.id == started.payment.id)
      #expect(again.providerReference == started.payment.providerReference)
    }
  }
  @Test(arguments: TestEngine.all)
  func `whose webhook is lost is found by the poller`(engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      let lossy = SandboxMood(doubledPercent: 0, lostPercent: 100, delaySecondsMax: 0)
      let world = try await PaymentWorld(database, mood: lossy)
      let started = try await world.start()
      try await world.choose(.pay, started)
      try await world.drain()
      #expect(try await world.stored(started.payment).status == .requiresAction)
      let found = try await world.money.pollPayments(limit: 10)
      #expect(found.events == 1)
      try await world.drain()
      #expect(try await world.stored(started.payment).status == .succeeded)
      #expect(try await world.money.pollPayments(limit: 10).events == 0)
      #expect(try await world.entries() == 1)
    }
  }
  @Test(arguments: TestEngine.all)
  func `that comes after its pledge lapsed is booked all the same`(engine: TestEngine)
    async throws
  {
    try await engine.withDatabase { database in
      let world = try await PaymentWorld(database)
      let started = try await world.start()
      try await world.choose(.pay, started)
      world.clock.now = world.clock.now + .minutes(31)
      _ = try await world.funding.expirePledges()
      #expect(try await world.funding.stored(started.pledge).state == .lapsed)
      try await world.drain()
      #expect(try await world.funding.stored(started.pledge).state == .confirmed)
      #expect(try await world.entries() == 1)
    }
  }
}
