// The runner: runs what is due, tries again what failed, gives up in the end, stops cleanly.
import Domain
import ServiceLifecycle
import Store
import Support
import Testing

@testable import Work

@Suite struct RunnerTests {
  @Test(arguments: TestEngine.all)
  func `draining runs everything that is due, also what a job enqueues`(engine: TestEngine)
    async throws
  {
    try await engine.withBench { bench in
      let chain = Handler("chain") { _ in
        try await bench.enqueue(bench.task("note", "last", queue: "mail"))
        return .done
      }
      let runner = bench.runner(handlers: [bench.noting(), chain])
      try await bench.enqueue(bench.task("note", "first"))
      bench.clock.advance(.milliseconds(1))
      try await bench.enqueue(bench.task("chain"))
      let attempts = try await runner.drain()
      #expect(attempts == 3)
      #expect(bench.notes.all == ["first", "last"])
    }
  }

  @Test(arguments: TestEngine.all)
  func `a failing task waits longer each time and is given up in the end`(engine: TestEngine)
    async throws
  {
    try await engine.withBench { bench in
      let runner = bench.runner(
        handlers: [
          Handler("note", retries: .exponential(attempts: 3, upTo: .hours(6))) { _ in
            throw Fault("the provider is away")
          }
        ])
      var task = bench.task()
      task.attemptsMax = 3
      let id = try await bench.enqueue(task)
      var waits: [Int64] = []
      for _ in 0..<2 {
        try await runner.drain()
        let stored = try await bench.database.read { try $0.task(id) }
        let wait = try #require(stored).runAt - bench.clock.now
        waits.append(wait.milliseconds)
        bench.clock.advance(wait)
      }
      #expect((900...1100).contains(waits[0]) && (14_400...17_600).contains(waits[1]))
      try await runner.drain()
      let stored = try await bench.database.read { try $0.task(id) }
      #expect(stored?.status == .discarded && stored?.attempts.made == 3)
      #expect(stored?.history.lastError == "the provider is away")
    }
  }

  @Test(arguments: TestEngine.all)
  func `a job may discard at once or put off without counting`(engine: TestEngine) async throws {
    try await engine.withBench { bench in
      let later = bench.clock.now + .hours(1)
      let runner = bench.runner(
        handlers: [
          Handler("bad") { _ in .discard("unknown object") },
          Handler("early") { _ in .snooze(until: later, "asked to wait") },
        ])
      let bad = try await bench.enqueue(bench.task("bad"))
      let early = try await bench.enqueue(bench.task("early"))
      try await runner.drain()
      let (first, second) = try await bench.database.read { tx in
        (try tx.task(bad), try tx.task(early))
      }
      #expect(first?.status == .discarded && first?.history.lastError == "unknown object")
      #expect(second?.status == .ready && second?.runAt == later && second?.attempts.made == 0)
    }
  }

  @Test(arguments: TestEngine.all)
  func `a job may complete its task in the transaction of its effect`(engine: TestEngine)
    async throws
  {
    try await engine.withBench { bench in
      let runner = bench.runner(
        handlers: [
          Handler("note") { context in
            let now = bench.clock.now
            _ = try await bench.database.write { try $0.complete(context.lease, at: now) }
            return .done
          }
        ])
      let id = try await bench.enqueue(bench.task())
      try await runner.drain()
      let status = try await bench.status(id)
      #expect(status == .done)
    }
  }

  @Test(arguments: TestEngine.all)
  func `a job that takes too long is stopped and tried again`(engine: TestEngine) async throws {
    try await engine.withBench { bench in
      let runner = bench.runner(
        handlers: [
          Handler("note", limits: Limits(timeout: .milliseconds(50))) { _ in
            try await Task.sleep(for: .seconds(60))
            return .done
          }
        ])
      let id = try await bench.enqueue(bench.task())
      try await runner.drain()
      let stored = try await bench.database.read { try $0.task(id) }
      #expect(stored?.status == .ready)
      #expect(stored?.history.lastError?.contains("took longer") == true)
    }
  }

  @Test(arguments: TestEngine.all)
  func `a running service wakes at once, respects a limit of one, and stops cleanly`(
    engine: TestEngine
  ) async throws {
    try await engine.withBench { bench in
      let atOnce = Count()
      let runner = bench.runner(
        handlers: [
          Handler("note", limits: Limits(concurrency: .one)) { context in
            atOnce.add(1)
            bench.notes.add("\(atOnce.value)")
            try await Task.sleep(for: .milliseconds(5))
            atOnce.add(-1)
            return .done
          }
        ])
      let group = ServiceGroup(
        configuration: .init(
          services: [.init(service: runner)], gracefulShutdownSignals: [],
          logger: runner.surroundings.logger))
      async let service: Void = group.run()
      for _ in 0..<10 { try await bench.enqueue(bench.task()) }
      let deadline = ContinuousClock.now + .seconds(120)
      while bench.notes.all.count < 10, ContinuousClock.now < deadline {
        try await Task.sleep(for: .milliseconds(5))
      }
      await group.triggerGracefulShutdown()
      try await service
      #expect(bench.notes.all == Array(repeating: "1", count: 10))
      let left = try await bench.database.read { tx in
        try tx.tasks(.running).count + tx.tasks(.ready).count
      }
      #expect(left == 0)
    }
  }

  @Test(arguments: TestEngine.all)
  func `a job whose lease is gone is stopped by the heartbeat`(engine: TestEngine) async throws {
    try await engine.withBench { bench in
      let runner = bench.runner(
        handlers: [
          Handler("note") { _ in
            bench.notes.add("begun")
            try await Task.sleep(for: .seconds(60))
            return .done
          }
        ])
      let id = try await bench.enqueue(bench.task())
      async let drained = runner.drain(attemptsMax: 5)
      while bench.notes.all.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
      // Another process finds the lease expired and takes the task away for later.
      let late = bench.clock.now + .minutes(2)
      try await bench.database.write { tx in
        _ = try tx.rescueTasks(at: late)
        _ = try tx.cancelTask(id, at: late, note: "taken away")
      }
      try await runner.heartbeat()
      let attempts = try await drained
      #expect(attempts == 1)
      let status = try await bench.status(id)
      #expect(status == .cancelled)
    }
  }

  @Test func `waits grow with the fourth power up to their limit`() {
    let retries = Retries.exponential(attempts: 20, upTo: .hours(6))
    let waits = (1...20).map { retries.wait(after: $0, chance: 127).milliseconds / 1000 }
    #expect(waits.prefix(4) == [1, 16, 81, 256])
    #expect(waits.last == 21_600)
    #expect(waits.dropLast().reduce(0, +) > 3 * 86400 / 2)
    #expect(retries.wait(after: 20, chance: 255) <= .hours(6))
  }
}
