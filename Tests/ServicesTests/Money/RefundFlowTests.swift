// Refunds from the desk, from the provider's dashboard, and those that fail, on both engines.
import Domain
import Literals
import Services
import Store
import Support
import Testing

@Suite struct RefundFlowTests {
  @Test(arguments: TestEngine.all)
  func `one asks, another decides, the provider sends it, once`(engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      let world = try await PaymentWorld(database)
      let paid = try await world.paid()
      let parts = RefundAllocation(reward: .zero, gift: .euro(10), shipping: .zero)
      let anna = world.funding.actor(world.funding.author, .treasurer)
      let other = world.funding.actor(world.funding.reviewer, .treasurer)
      let owner = world.funding.actor(world.funding.author, .campaignOwner)
      let (ask, decide) = (world.money.requestRefund, world.money.decideRefund)
      #expect(
        try await ask(parts, of: paid.payment.id, because: .askedByDonor, by: owner)
          == .notAllowed)
      let asked = try await ask(parts, of: paid.payment.id, because: .askedByDonor, by: anna)
      guard case .requested(let id) = asked else { throw Fault("not requested: \(asked)") }
      #expect(try await decide(.approve, on: id, by: anna) == .refused(.needsAnotherPerson))
      #expect(try await decide(.approve, on: id, by: other) == .decided(.approved))
      #expect(
        try await decide(.approve, on: id, by: other) == .refused(.notFrom(.approved, .approve)))
      #expect(try await world.holds(.refundsPayable()) == .euro(10))
      for _ in 0..<2 { _ = try await world.money.submitRefunds(limit: 10) }
      try await world.drain()
      #expect(try await world.refund(id).state == .succeeded)
      #expect(try await world.holds(.refundsPayable()) == .zero)
      #expect(try await world.holds(.provider(.sandbox)) == .euro(15))
      #expect(try await world.raised() == .euro(15))
      #expect(try await world.verified().isEmpty)
    }
  }

  @Test(arguments: TestEngine.all)
  func `no more goes back than was captured, whoever asks`(engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      let world = try await PaymentWorld(database)
      let paid = try await world.paid()
      let anna = world.funding.actor(world.funding.author, .treasurer)
      let half = RefundAllocation(reward: .zero, gift: .euro(13), shipping: .zero)
      guard
        case .requested = try await world.money.requestRefund(
          half, of: paid.payment.id, because: .fraud, by: anna)
      else { throw Fault("not requested") }
      #expect(
        try await world.money.requestRefund(half, of: paid.payment.id, because: .fraud, by: anna)
          == .refused(.aboveLeft(.gift, .euro(12))))
      // The database refuses it too.
      let refund = Refund(
        id: world.funding.entropy.id(at: world.clock.now), of: paid.payment, half,
        (.fraud, .rule), asked: (nil, world.clock.now))
      await #expect(throws: StoreRefusal.self) {
        try await database.write { try $0.insert(refund) }
      }
      let same = Refund(
        id: world.funding.entropy.id(at: world.clock.now), of: paid.payment,
        RefundAllocation(reward: .zero, gift: .euro(1), shipping: .zero), (.fraud, .desk),
        asked: (world.funding.author, world.clock.now))
      try await database.write { try $0.insert(same) }
      await #expect(throws: StoreRefusal.self) {
        try await database.write { tx in
          try tx.execute(
            """
            UPDATE refund SET status = 'approved', decided_by = \(world.funding.author)
             WHERE id = \(same.id)
            """)
        }
      }
    }
  }

  @Test(arguments: TestEngine.all)
  func `a refund from the dashboard is booked, and one that fails is the donor's credit`(
    engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let world = try await PaymentWorld(database)
      let paid = try await world.paid()
      #expect(try await world.act(.refund, on: paid, .euro(5)))
      try await world.drain()
      let refunds = try await database.read { try $0.refunds(of: paid.payment.id) }
      #expect(refunds.map(\.origin) == [.provider])
      #expect(refunds.map(\.state) == [.succeeded])
      #expect(try await world.raised() == .euro(20))
      #expect(try await world.act(.failRefund, on: paid))
      try await world.drain()
      #expect(try await world.holds(.donorCredit(paid.pledge.id)) == .euro(5))
      #expect(try await world.holds(.provider(.sandbox)) == .euro(25))
      #expect(try await world.verified().isEmpty)
    }
  }

  @Test(arguments: TestEngine.all)
  func `no refund during a dispute; won, all is as before`(engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      let world = try await PaymentWorld(database)
      let paid = try await world.paid()
      let anna = world.funding.actor(world.funding.author, .treasurer)
      let other = world.funding.actor(world.funding.reviewer, .treasurer)
      let parts = RefundAllocation(reward: .zero, gift: .euro(5), shipping: .zero)
      guard
        case .requested(let id) = try await world.money.requestRefund(
          parts, of: paid.payment.id, because: .askedByDonor, by: anna)
      else { throw Fault("not requested") }
      #expect(try await world.act(.dispute, on: paid, .euro(20)))
      try await world.drain()
      #expect(try await world.holds(.disputes(.sandbox)) == .euro(20))
      #expect(try await world.holds(.provider(.sandbox)) == .euro(-10))
      #expect(
        try await world.money.decideRefund(.approve, on: id, by: other) == .refused(.disputed))
      #expect(
        try await world.money.requestRefund(parts, of: paid.payment.id, because: .fraud, by: anna)
          == .refused(.disputed))
      await #expect(throws: StoreRefusal.self) {
        try await database.write { tx in
          try tx.execute(
            """
            UPDATE refund SET status = 'approved', decided_by = \(world.funding.reviewer)
             WHERE id = \(id)
            """)
        }
      }
      #expect(try await world.act(.win, on: paid))
      try await world.drain()
      #expect(try await world.holds(.disputes(.sandbox)) == .zero)
      #expect(try await world.holds(.disputeFee()) == .zero)
      #expect(try await world.holds(.provider(.sandbox)) == .euro(25))
      #expect(
        try await world.money.decideRefund(.approve, on: id, by: other) == .decided(.approved))
      #expect(try await world.verified().isEmpty)
    }
  }

  @Test(arguments: TestEngine.all, [false, true])
  func `a dispute lost takes the campaign's money, or is owed by its project`(
    engine: TestEngine, afterPayout: Bool
  ) async throws {
    try await engine.withDatabase { database in
      let world = try await PaymentWorld(database)
      let paid = try await world.paid()
      let campaign = paid.pledge.campaign
      if afterPayout {
        // All of it was settled and paid out.
        try await database.write { tx in
          try tx.execute("UPDATE campaign SET status = 'succeeded' WHERE id = \(campaign)")
          let settled = try JournalEntry.campaignSettled(
            world.header(), campaign, escrow: .euro(25))
          _ = try tx.post(
            settled, key: .settle(campaign), by: .system, at: world.clock.now)
          let out = try JournalEntry(
            world.header(), .payoutReceived,
            [.debit(.project(campaign), .euro(25)), .credit(.provider(.sandbox), .euro(25))])
          _ = try tx.post(
            out, key: .bank(line: "out"), by: .system, at: world.clock.now)
        }
      }
      #expect(try await world.act(.dispute, on: paid))
      #expect(try await world.act(.lose, on: paid))
      try await world.drain()
      #expect(try await world.holds(.disputes(.sandbox)) == .zero)
      #expect(try await world.holds(.disputeFee()) == .euro(15))
      #expect(try await world.holds(.disputeLoss()) == .zero)
      #expect(
        try await world.holds(.projectReceivable(campaign)) == (afterPayout ? .euro(25) : .zero))
      #expect(try await world.raised() == .zero)
      #expect(try await world.verified().isEmpty)
    }
  }

  /// Any deeds in any order, told twice, late and out of order: the ledger ends where the provider
  /// does.
  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func `whatever happens at the provider, its account here is its own balance`(seed: UInt64)
    async throws
  {
    try await TestEngine.sqlite.withDatabase { database in
      let world = try await PaymentWorld(
        database, mood: SandboxMood(doubledPercent: 40, lostPercent: 20, delaySecondsMax: 30))
      var chance = SeededIDs(seed: seed)
      var started: [PaymentWorld.Started] = []
      for number in 0..<3 {
        let one = try await world.start(token: "token \(number)")
        try await world.choose(.pay, one)
        started.append(one)
      }
      for _ in 0..<14 {
        let one = started[Int(chance.next() % 3)]
        let deeds = SandboxDeed.allCases
        let deed = deeds[Int(chance.next() % UInt64(deeds.count))]
        let cents = Int64(chance.next() % 1_200) + 1
        _ = try await world.act(deed, on: one, Money(cents: cents))
        if chance.next() % 2 == 0 { try await world.drain() }
        world.clock.now = world.clock.now + .seconds(Int(chance.next() % 40))
      }
      // The poller finds what webhooks lost.
      world.clock.now = world.clock.now + .minutes(5)
      for one in started { _ = try await world.money.confirmPayment(one.payment.id) }
      try await world.drain()
      var truth = Money.zero
      for one in started {
        let shop = try #require(world.money.sandbox?.shop)
        let returns = try await shop.returns(of: one.sandbox)
        truth += returns.left(of: one.payment.amount)
        let fees = returns.disputes.filter { $0.status != .won }.count
        truth = truth - SandboxDispute.fee * fees
      }
      #expect(try await world.holds(.provider(.sandbox)) == truth)
      #expect(try await world.verified().isEmpty)
    }
  }
}

extension PaymentWorld {
  /// A pledge of 25 € without reward, paid by card.
  func paid() async throws -> Started {
    let started = try await start()
    try await choose(.pay, started)
    try await drain()
    let payment = try await stored(started.payment)
    guard payment.status == .succeeded else { throw Fault("the payment did not succeed") }
    return Started(pledge: started.pledge, payment: payment, sandbox: started.sandbox)
  }
  func act(_ deed: SandboxDeed, on one: Started, _ amount: Money = .zero) async throws -> Bool {
    guard let shop = money.sandbox?.shop else { throw Fault("no sandbox") }
    return try await shop.act(deed, on: one.sandbox, amount)
  }
  func holds(_ account: Account) async throws -> Money {
    try await database.read { try $0.balance(of: account) }
  }
  func raised() async throws -> Money {
    try await database.read { try $0.raised(by: funding.campaign.id) }
  }
  func refund(_ id: Refund.ID) async throws -> Refund {
    let found = try await database.read { try $0.refund(id) }
    guard let found else { throw Fault("the refund is gone") }
    return found
  }
  func header() -> JournalEntry.Header {
    JournalEntry.Header(
      id: funding.entropy.id(at: clock.now), effectiveOn: CivilDate(of: clock.now),
      cause: .campaign(funding.campaign.id))
  }
}
