// The process is killed at random moments while donors confirm pledges, some of whom pay by card
// at the sandbox at once, so that kills also hit its webhooks' intake and booking. Goal: what was
// answered is kept, once. Method: each donor remembers the form key of every confirmation and of
// every payment that was answered; after twenty kills the database must hold each of them, each
// payment must be booked once, and the ledger must verify.
import Foundation
import Literals
import Store
import Support
import Synchronization
import Testing

@Suite(.serialized) struct `A process killed under load` {
  static let kills = 20
  static let donors = 6
  static let aliveMilliseconds = 150...600
  /// For all lives together, beyond which a server that answers nobody is killed all the same.
  static let aliveSecondsMax = 120

  /// What the donors know.
  private final class Memory: Sendable {
    private let answered = Mutex<Set<String>>([])
    private let paid = Mutex<Set<String>>([])
    private let stopped = Mutex(false)

    func remember(_ key: String) { answered.withLock { _ = $0.insert(key) } }
    /// The provider's page said that the card was taken.
    func rememberPaid(_ key: String) { paid.withLock { _ = $0.insert(key) } }
    var paidKeys: Set<String> { paid.withLock { $0 } }
    func stop() { stopped.withLock { $0 = true } }
    var isStopped: Bool { stopped.withLock { $0 } }
    var keys: Set<String> { answered.withLock { $0 } }
  }

  @Test(arguments: TestEngine.all)
  func `keeps every pledge that was answered, once`(on engine: TestEngine) async throws {
    try await RunningServer.run(on: engine, seed: OpenCampaign.seed()) { server in
      let memory = Memory()
      try await withThrowingTaskGroup { group in
        for number in 0..<Self.donors {
          group.addTask {
            if number.isMultiple(of: 2) {
              await Self.give(number, server, memory)
            } else {
              await Self.payByCard(number, server, memory)
            }
          }
        }
        let deadline = ContinuousClock.now + .seconds(Self.aliveSecondsMax)
        for life in 0..<Self.kills {
          try await Task.sleep(for: .milliseconds(Int.random(in: Self.aliveMilliseconds)))
          // A busy machine answers late: who answered nobody would lose nothing.
          while memory.keys.count <= life || memory.paidKeys.count * 4 <= life,
            ContinuousClock.now < deadline
          {
            try await Task.sleep(for: .milliseconds(10))
          }
          server.kill()
          try await server.launch()
        }
        memory.stop()
        try await group.waitForAll()
      }
      #expect(memory.keys.count > Self.kills, "the donors had time to give")
      #expect(memory.paidKeys.count > Self.kills / 4, "and to pay")
      try await Self.waitUntilBooked(server, memory.paidKeys)
      let verified = try server.raccolto(["ledger", "verify"])
      #expect(verified.code == 0, "\(verified.output)")
      server.kill()
      try await Self.check(server, memory.keys)
    }
  }

  /// Confirms one pledge after the other until told to stop; a dead server is no news.
  private static func give(_ number: Int, _ server: RunningServer, _ memory: Memory) async {
    var count = 0
    while !memory.isStopped {
      let donor = Donor(at: server, "donor\(number)@example.org")
      guard (try? await donor.decide("12,50")) != nil else {
        try? await Task.sleep(for: .milliseconds(20))
        continue
      }
      repeat {
        count += 1
        let key = "uccisione\(number)donatore\(count)prova"
        guard (try? await donor.browser.fill(["chiave": key])) != nil,
          let reply = try? await donor.browser.submitAgain()
        else { break }
        if reply.status == 303 { memory.remember(key) }
      } while !memory.isStopped
    }
  }

  /// Pledges and pays by card, again and again until told to stop.
  private static func payByCard(_ number: Int, _ server: RunningServer, _ memory: Memory) async {
    var count = 0
    while !memory.isStopped {
      count += 1
      let key = "uccisione\(number)carta\(count)prova"
      let donor = Donor(at: server, "carta\(number)@example.org")
      guard (try? await donor.decide("12,50", by: "card")) != nil,
        (try? await donor.browser.fill(["chiave": key])) != nil,
        let reply = try? await donor.browser.submitAgain(), reply.status == 303
      else {
        try? await Task.sleep(for: .milliseconds(20))
        continue
      }
      memory.remember(key)
      guard let page = reply.location, page.contains("/sandbox/pay/"),
        let paid = try? await `A card payment`.choose("pay", at: page, donor.browser)
      else { continue }
      if paid.status == 303 { memory.rememberPaid(key) }
    }
  }

  /// What a killed process held is free again after its lease, a minute; then everything is booked.
  private static func waitUntilBooked(_ server: RunningServer, _ keys: Set<String>) async throws {
    let deadline = ContinuousClock.now + .seconds(bookedSecondsMax)
    var missing = keys
    while ContinuousClock.now < deadline {
      missing = keys.subtracting(try await confirmed(server))
      if missing.isEmpty { return }
      try await Task.sleep(for: .seconds(1))
    }
    Issue.record("paid, and not confirmed: \(missing.sorted().prefix(5)), \(missing.count) in all")
  }
  private static let bookedSecondsMax = 240

  private static func confirmed(_ server: RunningServer) async throws -> Set<String> {
    try await Database.open(server.address, connections: 2).closing { database in
      Set(
        try await database.read { tx in
          try tx.rows("SELECT form_token FROM pledge WHERE status = 'confirmed'") {
            try $0("form_token", as: String.self)
          }
        })
    }
  }

  private static func check(_ server: RunningServer, _ keys: Set<String>) async throws {
    try await Database.open(server.address, connections: 2).closing { database in
      let stored = try await database.read { tx in
        try tx.rows("SELECT form_token FROM pledge") { try $0("form_token", as: String.self) }
      }
      #expect(Set(stored).count == stored.count)
      #expect(keys.subtracting(stored) == [], "answered, and gone")
      let (entries, succeeded) = try await database.read { tx in
        (
          try tx.first("SELECT COUNT(*) AS n FROM journal_entry") { try $0("n", as: Int.self) },
          try tx.first("SELECT COUNT(*) AS n FROM payment WHERE status = 'succeeded'") {
            try $0("n", as: Int.self)
          }
        )
      }
      #expect(entries == succeeded, "one entry for each payment that succeeded")
    }
  }
}
