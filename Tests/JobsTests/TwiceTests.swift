// A month of a campaign with all its jobs, and then every one of them again: nothing happens twice.
import Domain
import Jobs
import Literals
import Services
import Store
import Support
import Testing
import Work

@Suite struct `Every job` {
  @Test(arguments: TestEngine.all)
  func `that was done changes nothing when it is done again`(engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      let world = try await JobsWorld(database)
      let start = world.clock.now
      try await world.addSponsor()
      _ = try await world.pay(.pay, token: "paid")
      _ = try await world.pay(.decline, token: "declined")
      let slow = try await world.pay(.slow, token: "slow")
      _ = try await world.money.returnFromProvider(slow.keys.accessKey)
      _ = try await world.pay(.abandon, token: "abandoned")
      _ = try await world.funding.place(
        world.funding.request(method: .bankTransfer, token: "transfer"))
      try await world.live(until: start + .hours(2), step: .minutes(5))
      try await world.live(until: start + .days(40), step: .hours(13))

      let before = try await world.snapshot()
      let (done, sent) = (try await world.doneTasks(), world.outbox.ids)
      #expect(Set(done.map(\.kind)).isSuperset(of: Self.expected), "\(Set(done.map(\.kind)))")
      #expect(before.contains("confirmed 0") == false)
      #expect(before.contains("promised 0") && !before.contains("movements 0"))
      #expect(Set(sent).count == sent.count, "each message went out once")

      let now = world.clock.now
      let entropy = world.funding.entropy
      for repetition in ["once more", "and again"] {
        try await database.write { tx in
          for work in Set(done) {
            try tx.enqueue(NewTask(id: entropy.id(at: now), work, at: now))
          }
        }
        try await world.runner.drain()
        #expect(try await world.snapshot() == before, "\(repetition)")
        #expect(world.outbox.ids == sent, "\(repetition)")
      }
      let discarded = try await database.read { try $0.tasks(.discarded) }
      #expect(discarded.map(\.history.lastError) == [])
      #expect(try await database.read { try $0.verifyLedger() }.findings == [])
    }
  }

  /// What a month of that kind has to do; a provider's refunds are tried where they are made.
  private static let expected: Set<String> = [
    "sendMail", "applyWebhook", "confirmPayment", "deliverSandboxEvent", "settleSandboxPayments",
    "pollPayments", "expirePayments", "foldTotals", "verifyLedger", "turnCampaigns",
    "expirePledges", "tellCampaign", "sealLedger", "publishHead", "settleMatches",
  ]

  @Test(arguments: TestEngine.all)
  func `about something that is not there gives up and says so`(engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      let world = try await JobsWorld(database)
      let before = try await world.snapshot()
      let now = world.clock.now
      let entropy = world.funding.entropy
      let subjects = ["", "nonsense", "pay_00000000000000000000000000", "'; DROP TABLE task; --"]
      let kinds: [QueuedTask.Kind] = [
        .sendMail, .applyWebhook, .confirmPayment, .deliverSandboxEvent, .tellCampaign,
        .bindIdentity,
      ]
      try await database.write { tx in
        for kind in kinds {
          for subject in subjects {
            let task = QueuedTask(kind, subject)
            try tx.enqueue(
              NewTask(
                id: entropy.id(at: now),
                StoredTask.Work(
                  queue: task.queue.rawValue, kind: kind.rawValue, arguments: task.arguments),
                at: now))
          }
        }
      }
      try await world.runner.drain()
      #expect(try await world.snapshot() == before)
      #expect(try await database.read { try $0.tasks(.ready) }.isEmpty, "nothing is tried for ever")
    }
  }
}
