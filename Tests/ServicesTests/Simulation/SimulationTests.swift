// Lives of campaigns under seeds: a bounded set here, more with `make simulate SEEDS=1-1000`.
// Method: each seed draws campaigns, rules, sponsors, donors' acts, a provider that doubles, loses
// and delays, a bank and its statements, work that dies over its tasks, and time. After every step
// the whole ledger is verified and figures are computed another way. Nothing comes from anywhere
// else, so that a seed that fails fails again.
import Domain
import Foundation
import Services
import Store
import Support
import Testing

@Suite struct `A simulated town` {
  /// `RACCOLTO_SIMULATE_SEEDS`: `17`, or `1-1000`.
  static var seeds: [UInt64] {
    let asked = ProcessInfo.processInfo.environment["RACCOLTO_SIMULATE_SEEDS"] ?? everyDay
    let ends = asked.split(separator: "-").compactMap { UInt64($0) }
    guard let first = ends.first, let last = ends.last, first <= last else { return [] }
    return Array(first...last)
  }
  /// The seeds of every run of the tests: between them they see everything.
  static let everyDay = "1-16"
  /// Among so many others everything has to be seen too.
  static let seedsToSeeEverything = 100
  /// All kinds of entries; a few states are too rare for every day.
  static let entries = JournalKind.allCases
  static let rare: Set<String> = ["payout returned", "mail paymentReminder"]
  /// States that were reached, mails that were sent, mishaps.
  static let everything: Set<String> = [
    "came to live", "came to onHold", "came to settling", "came to succeeded", "came to failed",
    "came to cancelled", "second round", "pledge confirmed", "pledge lapsed",
    "pledge cancelledByDonor", "payment succeeded", "payment failed", "payment expired",
    "card charged", "card released", "card expired", "mail cardSaved", "mail paymentFailed",
    "mail paymentReminder", "mail cardReleased", "refund succeeded", "refund manualPaid",
    "refund rejected", "dispute won", "dispute lost", "account project_receivable",
    "payout paid", "payout returned", "payout failed", "payout cancelled", "line matched",
    "line suspense", "line ignored", "line undone", "webhook applied", "webhook ignored",
    "webhook twice", "webhook never", "work lost", "work done and forgotten", "call unanswered",
  ]
  private static let atOnce = 2

  @Test func `holds everything after every step of every seed`() async throws {
    let clock = ContinuousClock()
    let start = clock.now
    var waiting = Self.seeds[...]
    var (entries, campaigns, seen): ([String: Int], [String: Int], [String: Int]) = ([:], [:], [:])
    var steps = 0
    await withTaskGroup(of: SimulationReport?.self) { group in
      func next() {
        guard let seed = waiting.popFirst() else { return }
        group.addTask { await Self.report(seed) }
      }
      for _ in 0..<Self.atOnce { next() }
      for await report in group {
        next()
        guard let report else { continue }
        entries.merge(report.entries, uniquingKeysWith: +)
        campaigns.merge(report.campaigns, uniquingKeysWith: +)
        seen.merge(report.seen, uniquingKeysWith: +)
        steps += report.steps
      }
    }
    let lives = campaigns.values.reduce(0, +)
    print(
      """
      \(Self.seeds.count) seeds, \(lives) lives of campaigns, \(steps) steps, \
      \(start.duration(to: clock.now))
      campaigns: \(Self.list(campaigns))
      entries: \(Self.list(entries))
      seen: \(Self.list(seen))
      """)
    if Self.seeds == Array(1...16) || Self.seeds.count >= Self.seedsToSeeEverything {
      let unseen =
        Self.entries.map(\.rawValue).filter { entries[$0] == nil }
        + Self.everything.filter { seen[$0] == nil }.sorted()
      let excused = Self.seeds.count < Self.seedsToSeeEverything ? Self.rare : []
      #expect(unseen.allSatisfy(excused.contains), "no seed brought all of these about: \(unseen)")
    }
  }
  private static func list(_ counts: [String: Int]) -> String {
    counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
  }

  private static func report(_ seed: UInt64) async -> SimulationReport? {
    do {
      return try await TestEngine.sqlite.withDatabase { database in
        try await Simulation(database, seed: seed).run()
      }
    } catch {
      Issue.record("\(error)")
      if let failure = error as? SimulationFailure, seeds.count == 1 { print(failure.story) }
      return nil
    }
  }

  @Test func `plays the same seed the same way, on both engines`() async throws {
    var traces: [[String]] = []
    for engine in [TestEngine.sqlite, .sqlite, .postgres] {
      try await engine.withDatabase { database in
        let plan = SimulatedTown.Plan(campaigns: 2, daysBetween: 10, steps: 160)
        let run = try await Simulation(database, seed: 99, plan)
        try await run.run()
        traces.append(await run.trace)
      }
    }
    #expect(traces[0] == traces[1])
    let difference = zip(traces[0], traces[2]).first { $0 != $1 }
    #expect(difference == nil)
  }

  @Test(arguments: TestEngine.all)
  func `bean-check and hledger accept its year, and not with a cent more`(
    engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let report = try await Simulation(database, seed: Self.yearSeed, .year).run()
      #expect(report.campaigns.values.reduce(0, +) == 12)
      let entries = report.entries.values.reduce(0, +)
      #expect(entries > 250)
      #expect(report.entries.count > 15)
      let folder = URL.temporaryDirectory
      for format in [ExportLedger.Format.beancount, .hledger] {
        let file = folder.appending(path: "year-\(UUID().uuidString).\(format.rawValue)")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data().write(to: file)
        let handle = try FileHandle(forWritingTo: file)
        let count = try await ExportLedger(database: database)(format) { text in
          try handle.write(contentsOf: Data(text.utf8))
        }
        try handle.close()
        #expect(count == entries)
        let text = try String(contentsOf: file, encoding: .utf8)
        let months = Set(text.split(separator: "\n").map { $0.prefix(7) }.filter(Self.isMonth))
        #expect(months.count >= 12)
        try Self.judge(file, format)
        let amounts = text.matches(of: #/ (\d+)\.(\d\d) EUR/#)
        let one = try #require(amounts.dropFirst(amounts.count / 2).first)
        var wrong = text
        wrong.replaceSubrange(
          one.range, with: " \(one.1).\(one.2 == "99" ? "98" : "99") EUR")
        try wrong.write(to: file, atomically: true, encoding: .utf8)
        #expect(throws: OracleFailure.self) { try Self.judge(file, format) }
      }
    }
  }
  /// `RACCOLTO_SIMULATE_YEAR` draws another year.
  private static var yearSeed: UInt64 {
    ProcessInfo.processInfo.environment["RACCOLTO_SIMULATE_YEAR"].flatMap { UInt64($0) } ?? 2026
  }
  private static func isMonth(_ text: Substring) -> Bool {
    text.wholeMatch(of: #/\d{4}-\d\d/#) != nil
  }
  /// What the program of others says of its format: every entry and every balance assertion.
  private static func judge(_ file: URL, _ format: ExportLedger.Format) throws {
    switch format {
    case .beancount:
      _ = try Oracle.run(Oracle.python.beside("bean-check"), [file.path()])
    case .hledger:
      _ = try Oracle.run(
        URL(filePath: "/usr/bin/hledger"),
        ["-f", file.path(), "check", "accounts", "commodities", "ordereddates"])
    case .csv: break
    }
  }
}
