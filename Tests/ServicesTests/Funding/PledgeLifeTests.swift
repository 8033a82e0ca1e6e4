// What time and money do to a pledge: it lapses, is paid late, fails, is retried, is called off.
import Domain
import Literals
import Services
import Store
import Support
import Testing

@Suite struct PledgeLifeTests {
  @Test(arguments: TestEngine.all)
  func `an unpaid pledge lapses when its time is over, and frees its reward`(engine: TestEngine)
    async throws
  {
    try await engine.withDatabase { database in
      let world = try await FundingWorld(database, boxes: 1)
      let pledge = try await world.place(world.request(for: world.box, token: "1"))
      world.clock.now = world.clock.now + .minutes(30) - .milliseconds(1)
      #expect(try await world.expirePledges() == 0)
      world.clock.now = world.clock.now + .milliseconds(1)
      #expect(try await world.expirePledges() == 1)
      #expect(try await world.expirePledges() == 0)
      #expect(try await world.stored(pledge).state == .lapsed)
      _ = try await world.place(world.request(for: world.box, by: "b@esempio.it", token: "2"))
    }
  }

  @Test(arguments: TestEngine.all)
  func `whoever's pledge lapses is told once, and again when it lapses again`(engine: TestEngine)
    async throws
  {
    try await engine.withDatabase { database in
      let world = try await FundingWorld(database)
      let pledge = try await world.place(world.request(token: "1"))
      func told() async throws -> Int {
        try await database.read { tx in
          try tx.first(
            """
            SELECT COUNT(*) AS n FROM mail_message
             WHERE kind = 'lapsed' AND to_address = 'anna@esempio.it'
            """
          ) { try $0("n") } ?? 0
        }
      }
      #expect(try await told() == 0)
      for lapses in 1...2 {
        world.clock.now = world.clock.now + .hours(1)
        for _ in 0..<2 { _ = try await world.expirePledges() }
        #expect(try await told() == lapses)
        guard case .ready = try await world.retryPledge(pledge.keys.accessKey, by: .card) else {
          throw Fault("it cannot be taken up again")
        }
      }
      // Who pays in time hears nothing of it.
      _ = try await world.confirm(pledge)
      world.clock.now = world.clock.now + .hours(1)
      _ = try await world.expirePledges()
      #expect(try await told() == 2)
    }
  }

  @Test(arguments: TestEngine.all)
  func `money that comes late gets the reward if it is still there`(engine: TestEngine)
    async throws
  {
    try await engine.withDatabase { database in
      let world = try await FundingWorld(database, boxes: 1)
      let pledge = try await world.place(world.request(for: world.box, token: "1"))
      world.clock.now = world.clock.now + .hours(1)
      _ = try await world.expirePledges()
      #expect(try await world.confirm(pledge) == .confirmed)
      #expect(try await world.stored(pledge).rewardLost == false)
      #expect(try await world.confirm(pledge) == .alreadyConfirmed)
    }
  }

  @Test(arguments: TestEngine.all)
  func `money that comes too late is confirmed without the reward`(engine: TestEngine)
    async throws
  {
    try await engine.withDatabase { database in
      let world = try await FundingWorld(database, boxes: 1)
      let late = try await world.place(world.request(for: world.box, token: "1"))
      world.clock.now = world.clock.now + .hours(1)
      _ = try await world.expirePledges()
      let other = try await world.place(
        world.request(for: world.box, by: "b@esempio.it", token: "2"))
      #expect(try await world.confirm(late) == .confirmedWithoutReward)
      #expect(try await world.stored(late).rewardLost)
      #expect(try await world.confirm(other) == .confirmed)
      let taken = try await database.read { tx in try tx.taken(of: world.box.id) }
      #expect(taken == 1)
    }
  }

  @Test(arguments: TestEngine.all)
  func `expiry and payment at once leave one truth`(engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      let world = try await FundingWorld(database, boxes: 20, boxesPerDonor: nil)
      var pledges: [Pledge] = []
      for number in 0..<20 {
        pledges.append(
          try await world.place(world.request(for: world.box, token: "\(number)")))
      }
      world.clock.now = world.clock.now + .minutes(31)
      let all = pledges
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { _ = try await world.expirePledges() }
        for pledge in all {
          group.addTask { _ = try await world.confirm(pledge) }
        }
        try await group.waitForAll()
      }
      for pledge in all {
        let now = try await world.stored(pledge)
        #expect(now.state == .confirmed)
        #expect(!now.rewardLost)
      }
    }
  }

  @Test(arguments: TestEngine.all)
  func `money for what was called off goes back`(engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      let world = try await FundingWorld(database)
      let pledge = try await world.place(world.request(token: "1"))
      guard case .cancelled = try await world.cancelPledge(pledge.keys.accessKey) else {
        Issue.record("not cancelled")
        return
      }
      #expect(try await world.confirm(pledge) == .moneyGoesBack)
      #expect(try await world.stored(pledge).state == .cancelledByDonor)
    }
  }

  @Test(arguments: TestEngine.all)
  func `what is paid is not called off`(engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      let world = try await FundingWorld(database)
      let pledge = try await world.place(world.request(token: "1"))
      _ = try await world.confirm(pledge)
      guard case .paid = try await world.cancelPledge(pledge.keys.accessKey) else {
        Issue.record("a paid pledge was called off")
        return
      }
    }
  }

  @Test(arguments: TestEngine.all)
  func `after a failure another way of paying can be chosen`(engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      let world = try await FundingWorld(database)
      let pledge = try await world.place(world.request(for: world.box, token: "1"))
      let failed = try await database.write { tx in
        try world.payments.fail(pledge.id, in: tx, world.systemStamp)
      }
      #expect(failed)
      #expect(try await world.stored(pledge).state == .paymentFailed)
      guard
        case .ready(let again) = try await world.retryPledge(
          pledge.keys.accessKey, by: .bankTransfer)
      else {
        Issue.record("it could not be tried again")
        return
      }
      #expect(again.state == .awaitingPayment)
      #expect(again.method == .bankTransfer)
      #expect(again.expiresAt == world.clock.now + .days(7))
    }
  }

  @Test(arguments: TestEngine.all)
  func `a lapsed pledge is paid anew only while its reward lasts`(engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      let world = try await FundingWorld(database, boxes: 1)
      let first = try await world.place(world.request(for: world.box, token: "1"))
      world.clock.now = world.clock.now + .hours(1)
      _ = try await world.expirePledges()
      let second = try await world.place(
        world.request(for: world.box, by: "b@esempio.it", token: "2"))
      guard
        case .refused(.rewardGone) = try await world.retryPledge(first.keys.accessKey, by: .card)
      else {
        Issue.record("a reward was given twice")
        return
      }
      _ = try await world.cancelPledge(second.keys.accessKey)
      guard case .ready = try await world.retryPledge(first.keys.accessKey, by: .card) else {
        Issue.record("a free reward was refused")
        return
      }
    }
  }
}

extension FundingWorld {
  /// What money does when a pledge's payment has arrived.
  func confirm(_ pledge: Pledge) async throws -> PledgePayments.Confirmation {
    try await database.write { tx in try payments.confirm(pledge.id, in: tx, systemStamp) }
  }
}
