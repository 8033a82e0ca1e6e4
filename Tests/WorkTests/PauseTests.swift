// A stopped queue: nobody takes from it, on either engine, until it goes on; others do not mind.
import Domain
import Logging
import ServiceLifecycle
import Store
import Support
import Testing

@testable import Work

@Suite struct PauseTests {
  @Test(arguments: TestEngine.all)
  func `no runner takes from a stopped queue, and all tasks keep their place`(engine: TestEngine)
    async throws
  {
    try await engine.withBench { bench in
      let runners = (0..<2).map { bench.runner("runner \($0)", handlers: [bench.noting()]) }
      let now = bench.clock.now
      let waiting = try await bench.enqueue(bench.task("note", "\"money\""))
      try await bench.enqueue(bench.task("note", "\"mail\"", queue: "mail"))
      #expect(try await bench.database.write { try $0.pauseQueue("money", by: nil, at: now) })
      #expect(try await bench.database.write { try !$0.pauseQueue("money", by: nil, at: now) })
      for runner in runners { try await runner.drain() }
      #expect(bench.notes.all == ["\"mail\""])
      #expect(try await bench.status(waiting) == .ready)
      #expect(try await bench.database.read { try $0.dueQueues(at: now) } == [])
      #expect(try await bench.database.read { try $0.pausedQueues() } == ["money": now])

      #expect(try await bench.database.write { try $0.resumeQueue("money") })
      #expect(try await bench.database.write { try !$0.resumeQueue("money") })
      for runner in runners { try await runner.drain() }
      #expect(bench.notes.all == ["\"mail\"", "\"money\""])
    }
  }

  @Test(arguments: TestEngine.all)
  func `what had begun when its queue was stopped ends as it would`(engine: TestEngine)
    async throws
  {
    try await engine.withBench { bench in
      let runner = bench.runner(handlers: [bench.noting()])
      let id = try await bench.enqueue(bench.task())
      let started = try await runner.claim(from: "money", room: 1)
      let now = bench.clock.now
      _ = try await bench.database.write { try $0.pauseQueue("money", by: nil, at: now) }
      for task in started { try await runner.perform(task) }
      #expect(try await bench.status(id) == .done)
    }
  }
}
