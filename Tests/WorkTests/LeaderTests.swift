// One leads at a time; another takes over when it falls silent or resigns.
import Domain
import Store
import Support
import Testing

@testable import Work

@Suite struct LeaderTests {
  @Test(arguments: TestEngine.all)
  func `one leads, and another takes over from silence`(engine: TestEngine) async throws {
    try await engine.withBench { bench in
      let (anna, bruno) = (bench.runner("anna", handlers: []), bench.runner("bruno", handlers: []))
      #expect(try await [anna.leader.leads(), bruno.leader.leads()] == [true, false])
      // Renewing keeps it.
      for _ in 0..<5 {
        bench.clock.advance(.seconds(12))
        let leading = try await [anna.leader.leads(), bruno.leader.leads()]
        #expect(leading == [true, false])
      }
      bench.clock.advance(.seconds(31))
      let takenOver = try await [bruno.leader.leads(), anna.leader.leads()]
      #expect(takenOver == [true, false])
      try await bruno.leader.resign()
      let resigned = try await [anna.leader.leads(), bruno.leader.leads()]
      #expect(resigned == [true, false])
    }
  }

  @Test(arguments: TestEngine.all)
  func `of many that stand at once one is elected`(engine: TestEngine) async throws {
    try await engine.withBench { bench in
      let runners = (0..<12).map { bench.runner("runner \($0)", handlers: []) }
      let elected = try await withThrowingTaskGroup(of: Bool.self) { group in
        for runner in runners { group.addTask { try await runner.leader.leads() } }
        return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
      }
      #expect(elected == 1)
    }
  }
}
