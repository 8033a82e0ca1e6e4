// Lives of campaigns under seeds: a bounded set here, more with `make simulate SEEDS=1-1000`.
import Domain
import Foundation
import Services
import Store
import Support
import Testing

@Suite struct `A simulated town` {
  /// `RACCOLTO_SIMULATE_SEEDS`: `17`, or `1-1000`.
  static var seeds: [UInt64] {
    let asked = ProcessInfo.processInfo.environment["RACCOLTO_SIMULATE_SEEDS"] ?? "1-12"
    let ends = asked.split(separator: "-").compactMap { UInt64($0) }
    guard let first = ends.first, let last = ends.last, first <= last else { return [] }
    return Array(first...last)
  }

  @Test(arguments: seeds)
  func `holds everything after every step`(seed: UInt64) async throws {
    try await TestEngine.sqlite.withDatabase { database in
      try await Simulation(database, seed: seed).run()
    }
  }

  @Test func `plays the same seed the same way`() async throws {
    var traces: [[String]] = []
    for _ in 0..<2 {
      try await TestEngine.sqlite.withDatabase { database in
        let plan = SimulatedTown.Plan(campaigns: 1, daysBetween: 10, steps: 60)
        let run = try await Simulation(database, seed: 99, plan)
        try await run.run()
        traces.append(await run.trace)
      }
    }
    #expect(traces[0] == traces[1])
  }

  @Test func `bean-check and hledger accept its year`() async throws {
    try await TestEngine.sqlite.withDatabase { database in
      try await Simulation(database, seed: 2026, .year).run()
      let folder = URL.temporaryDirectory
      for format in [ExportLedger.Format.beancount, .hledger] {
        let file = folder.appending(path: "year-\(UUID().uuidString).\(format.rawValue)")
        try Data().write(to: file)
        let handle = try FileHandle(forWritingTo: file)
        let count = try await ExportLedger(database: database)(format) { text in
          try handle.write(contentsOf: Data(text.utf8))
        }
        try handle.close()
        defer { try? FileManager.default.removeItem(at: file) }
        #expect(count > 20)
        if format == .beancount {
          _ = try Oracle.run(Oracle.python.beside("bean-check"), [file.path()])
        } else {
          _ = try Oracle.run(
            URL(filePath: "/usr/bin/hledger"),
            ["-f", file.path(), "check", "accounts", "commodities", "ordereddates"])
        }
      }
    }
  }
}
