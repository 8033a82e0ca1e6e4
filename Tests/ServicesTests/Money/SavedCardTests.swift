// Cards saved for the end: charged once, only if the promises reach the minimum, tried again for
// seven days, and never after their owner took the leave back.
import Domain
import Literals
import Payments
import Services
import Store
import Support
import Testing

@Suite struct SavedCardTests {
  @Test(arguments: TestEngine.all)
  func `nothing is charged before the deadline, then each card once`(engine: TestEngine)
    async throws
  {
    try await engine.withDatabase { database in
      let world = try await SavedCardWorld(database)
      let anna = try await world.save(.euro(600), "anna", .good)
      let bruno = try await world.save(.euro(400), "bruno", .good)
      #expect(anna.pledge.state == .authorised)
      #expect(anna.pledge.expiresAt == nil)
      #expect(try await world.mandate(anna).terms.wording == SavedCardWorld.wording)
      world.clock.now = world.clock.now + .days(8)
      #expect(try await world.funding.expirePledges() == 0)
      #expect(try await world.charge() == .init())
      #expect(try await world.payments.entries() == 0)
      #expect(try await world.deadline() == .settling)
      var done = try await world.charge()
      #expect(done.charged == 2)
      done = try await world.charge()
      #expect(done == .init())
      try await world.payments.drain()
      for one in [anna, bruno] {
        #expect(try await world.funding.stored(one.pledge).state == .confirmed)
        #expect(try await world.mandate(one).state == .charged)
      }
      #expect(try await world.settle()?.verdict == .reached)
      #expect(try await world.holds(.project(world.campaign)) == .euro(1_000))
      #expect(try await world.mails("cardSaved") == 2)
      #expect(try await world.mails("paid") == 2)
      #expect(try await world.payments.verified().isEmpty)
      #expect(try await world.payments.exceptions().isEmpty)
    }
  }

  @Test(arguments: TestEngine.all)
  func `below the minimum nobody is charged and every card is let go`(engine: TestEngine)
    async throws
  {
    try await engine.withDatabase { database in
      let world = try await SavedCardWorld(database)
      let anna = try await world.save(.euro(999), "anna", .good)
      #expect(try await world.deadline() == .settling)
      let done = try await world.charge()
      #expect(done.released == 1)
      #expect(done.charged == 0)
      #expect(try await world.mandate(anna).state == .released)
      #expect(try await world.funding.stored(anna.pledge).state == .lapsed)
      #expect(try await world.settle()?.verdict == .notReached)
      #expect(try await world.payments.entries() == 0)
      #expect(try await world.mails("cardReleased") == 1)
      let charges = try await database.read { tx in
        try tx.first("SELECT COUNT(*) AS n FROM sandbox_payment") { try $0("n", as: Int.self) }
      }
      #expect(charges == 0)
    }
  }

  @Test(arguments: TestEngine.all)
  func `cards wait for a transfer that may still reach the minimum`(engine: TestEngine)
    async throws
  {
    try await engine.withDatabase { database in
      let world = try await SavedCardWorld(database)
      _ = try await world.save(.euro(600), "anna", .good)
      world.clock.now = FundingWorld.closesAt - .days(1)
      let request = try world.funding.request(
        .euro(400), by: "bruno@esempio.it", method: .bankTransfer, token: "bruno")
      let transfer = try await world.funding.place(request)
      #expect(try await world.deadline() == .settling)
      #expect(try await world.charge() == .init())
      try await world.funding.capture(transfer)
      #expect(try await world.charge().charged == 1)
      try await world.payments.drain()
      #expect(try await world.settle()?.verdict == .reached)
    }
  }

  @Test(arguments: TestEngine.all)
  func `cards that wait keep no other campaign's cards from being charged`(engine: TestEngine)
    async throws
  {
    try await engine.withDatabase { database in
      let world = try await SavedCardWorld(database)
      _ = try await world.save(.euro(600), "anna", .good)
      let awaited = try world.funding.request(
        .euro(400), by: "bruno@esempio.it", method: .bankTransfer, token: "bruno")
      let other = try await FundingWorld(database, slug: "un-altro-forno-a-legna")
      let elsewhere = other.campaign.id
      _ = try await database.write { tx in
        try tx.execute("UPDATE campaign SET card_charging = 'atEnd' WHERE id = \(elsewhere)")
      }
      _ = try await world.save(.euro(1_000), "carla", .good, of: other)
      world.clock.now = FundingWorld.closesAt - .days(1)
      _ = try await world.funding.place(awaited)
      #expect(try await world.deadline() == .settling)
      // One at a time: the first waits for the transfer.
      var charged = 0
      for _ in 0..<2 { charged += try await world.payments.money.chargeCards(limit: 1).charged }
      #expect(charged == 1)
    }
  }

  @Test(arguments: TestEngine.all)
  func `a card that fails is tried every 48 hours and its owner told, until it pays`(
    engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let world = try await SavedCardWorld(database)
      let anna = try await world.save(.euro(600), "anna", .good)
      let bruno = try await world.save(.euro(400), "bruno", .declining)
      _ = try await world.deadline()
      var done = try await world.charge()
      #expect((done.charged, done.failed) == (1, 1))
      #expect(try await world.funding.stored(bruno.pledge).state == .paymentFailed)
      #expect(try await world.settle() == nil)
      world.clock.now = FundingWorld.closesAt + .hours(47)
      #expect(try await world.charge() == .init())
      world.clock.now = FundingWorld.closesAt + .hours(48)
      done = try await world.charge()
      #expect((done.charged, done.failed) == (0, 1))
      #expect(try await world.mails("paymentFailed") == 1)
      #expect(try await world.mails("paymentReminder") == 1)
      _ = try await world.shop.choose(.good, for: bruno.card)
      world.clock.now = FundingWorld.closesAt + .hours(96)
      #expect(try await world.charge().charged == 1)
      try await world.payments.drain()
      #expect(try await world.settle()?.verdict == .reached)
      #expect(try await world.mandate(bruno).rounds == 3)
      #expect(try await world.mandate(anna).rounds == 1)
      #expect(try await world.holds(.project(world.campaign)) == .euro(1_000))
      #expect(try await world.payments.verified().isEmpty)
    }
  }

  @Test(arguments: TestEngine.all)
  func `after seven days a pledge lapses, its reward is free, and what came in goes back`(
    engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let world = try await SavedCardWorld(database)
      _ = try await world.save(.euro(600), "anna", .good)
      let bruno = try await world.save(.euro(400), "bruno", .declining, world.funding.box)
      _ = try await world.deadline()
      for hours in stride(from: 0, through: 167, by: 6) {
        world.clock.now = FundingWorld.closesAt + .hours(hours)
        _ = try await world.charge()
        #expect(try await world.funding.expirePledges() == 0)
      }
      #expect(try await world.mails("paymentFailed") == 1)
      #expect(try await world.mails("paymentReminder") == 3)
      #expect(try await world.taken() == 1)
      world.clock.now = FundingWorld.closesAt + .days(7)
      #expect(try await world.funding.expirePledges() == 1)
      #expect(try await world.taken() == 0)
      #expect(try await world.mails("lapsed") == 1)
      #expect(try await world.charge().released == 1)
      #expect(try await world.funding.stored(bruno.pledge).state == .lapsed)
      #expect(try await world.settle()?.verdict == .notReached)
      let giveBack = ReturnFunds(
        database: database, clock: world.clock.port, entropy: world.funding.entropy)
      #expect(try await giveBack() == 1)
      #expect(try await world.holds(.refundsPayable()) == .euro(600))
      #expect(try await world.payments.verified().isEmpty)
    }
  }

  @Test(arguments: TestEngine.all)
  func `whose bank wants its owner pays on the page, and the saved card is let go`(
    engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let world = try await SavedCardWorld(database)
      let anna = try await world.save(.euro(1_000), "anna", .guarded)
      _ = try await world.deadline()
      #expect(try await world.charge().failed == 1)
      world.clock.now = FundingWorld.closesAt + .hours(48)
      let done = try await world.charge()
      #expect((done.failed, done.reminded) == (0, 1))
      let key = anna.pledge.keys.accessKey
      guard case .ready(let again) = try await world.funding.retryPledge(key, by: .card) else {
        throw Fault("no second try")
      }
      #expect(again.expiresAt == FundingWorld.closesAt + .days(7))
      let payment = try await world.payments.pay(again)
      // While the owner is at it nobody charges the saved card.
      world.clock.now = FundingWorld.closesAt + .hours(96)
      #expect(try await world.charge() == .init())
      world.clock.now = FundingWorld.closesAt + .hours(48)
      let page = try #require(payment.providerReference.flatMap { SandboxPayment.ID($0) })
      _ = try await world.shop.choose(.pay, for: page)
      try await world.payments.drain()
      #expect(try await world.funding.stored(anna.pledge).state == .confirmed)
      #expect(try await world.charge().released == 1)
      #expect(try await world.settle()?.verdict == .reached)
      #expect(try await world.payments.exceptions().isEmpty)
    }
  }

  @Test(arguments: TestEngine.all)
  func `an answer that is lost is asked for again under the same key`(engine: TestEngine)
    async throws
  {
    try await engine.withDatabase { database in
      let world = try await SavedCardWorld(database)
      let anna = try await world.save(.euro(1_000), "anna", .good)
      _ = try await world.deadline()
      let deaf = ChargeCards(
        database: database, clock: world.clock.port, entropy: world.funding.entropy,
        providers: PaymentProviders([DeafProvider(inner: world.payments.provider)], marks: .test),
        pledges: world.funding.payments)
      #expect(try await deaf(limit: 10).silent == 1)
      #expect(try await deaf(limit: 10) == .init())
      // No webhook either: the same call tells.
      world.clock.now = world.clock.now + .minutes(15)
      #expect(try await world.charge().charged == 1)
      try await world.payments.drain()
      #expect(try await world.holds(.escrow(world.campaign)) == .euro(1_000))
      #expect(try await database.read { try $0.payments(of: anna.pledge.id).count } == 1)
      #expect(try await world.payments.exceptions().isEmpty)
    }
  }

  @Test(arguments: TestEngine.all)
  func `a key of ours that the provider refuses is the desk's, and no donor's card failed`(
    engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let world = try await SavedCardWorld(database)
      let anna = try await world.save(.euro(1_000), "anna", .good)
      _ = try await world.deadline()
      let locked = ChargeCards(
        database: database, clock: world.clock.port, entropy: world.funding.entropy,
        providers: PaymentProviders(
          [DeafProvider(inner: world.payments.provider, isLocked: true)], marks: .test),
        pledges: world.funding.payments)
      #expect(try await locked(limit: 50).silent == 1)
      #expect(try await world.payments.exceptions() == [.providerRefused])
      #expect(try await world.mails("paymentFailed") == 0)
      #expect(try await world.funding.stored(anna.pledge).state == .authorised)
      // The key is mended: the same payment goes through, and the desk is empty by itself.
      world.clock.now = world.clock.now + CardMandate.patience
      #expect(try await world.charge().charged == 1)
      #expect(try await world.payments.exceptions() == [])
    }
  }

  @Test(arguments: TestEngine.all)
  func `the leave can be taken back until the deadline`(engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      let world = try await SavedCardWorld(database)
      let anna = try await world.save(.euro(600), "anna", .good)
      let bruno = try await world.save(.euro(1_000), "bruno", .good)
      guard case .cancelled = try await world.funding.cancelPledge(anna.pledge.keys.accessKey)
      else { throw Fault("not cancelled") }
      #expect(try await world.mandate(anna).state == .released)
      _ = try await world.deadline()
      guard case .paid = try await world.funding.cancelPledge(bruno.pledge.keys.accessKey) else {
        throw Fault("cancelled after the deadline")
      }
      #expect(try await world.charge().charged == 1)
      #expect(try await world.funding.stored(anna.pledge).state == .cancelledByDonor)
      for change in SavedCardWorld.forbidden(on: bruno.mandate) {
        await #expect(throws: StoreRefusal.self) {
          try await database.write { tx in try tx.execute(change) }
        }
      }
    }
  }

  @Test(arguments: TestEngine.all)
  func `a saving whose webhook was lost is looked up`(engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      let mood = SandboxMood(doubledPercent: 0, lostPercent: 100, delaySecondsMax: 0)
      let world = try await SavedCardWorld(database, mood: mood)
      let anna = try await world.save(.euro(600), "anna", .good)
      #expect(anna.pledge.state == .awaitingPayment)
      let cameBack = try await world.payments.money.returnFromProvider(
        anna.pledge.keys.accessKey)
      #expect(cameBack == .saving(anna.mandate))
      try await world.payments.drain()
      #expect(try await world.funding.stored(anna.pledge).state == .authorised)
      let bruno = try await world.save(.euro(600), "bruno", .good)
      world.clock.now = world.clock.now + .minutes(3)
      _ = try await world.charge()
      try await world.payments.drain()
      #expect(try await world.funding.stored(bruno.pledge).state == .authorised)
    }
  }

  @Test(arguments: TestEngine.all)
  func `a forecast counts the cards that would be charged`(engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      let world = try await SavedCardWorld(database)
      let forecast = ForecastCampaign(database: database, clock: world.clock.port)
      let slug = world.funding.campaign.slug
      _ = try await world.save(.euro(600), "anna", .good)
      guard case .forecast(let short) = try await forecast(slug, by: .operator) else {
        throw Fault("no forecast")
      }
      #expect(short.cards == (0, .zero))
      #expect(short.outcome.verdict == .notReached)
      _ = try await world.save(.euro(400), "bruno", .good)
      guard case .forecast(let whole) = try await forecast(slug, by: .operator) else {
        throw Fault("no forecast")
      }
      #expect(whole.cards == (2, .euro(1_000)))
      #expect(whole.outcome.verdict == .reached)
      #expect(whole.toProject == .euro(1_000))
    }
  }
}
