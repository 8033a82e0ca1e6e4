// The clock's jobs: each tick once, one missed tick at most, and the hour of Rome through both
// changes of clocks.
import Domain
import Store
import Support
import Testing

@testable import Work

@Suite struct TimetableTests {
  let everyFive = Timetable([
    .init(kind: "note", queue: "money", trigger: .every(.minutes(5)), attempts: 3)
  ])
  let morning = Timetable([
    .init(kind: "note", queue: "money", trigger: .daily(hour: 6, minute: 30), attempts: 3)
  ])

  @Test(arguments: TestEngine.all)
  func `a tick becomes one task however many lead`(engine: TestEngine) async throws {
    try await engine.withBench { bench in
      let runners = (0..<4).map {
        bench.runner("runner \($0)", handlers: [bench.noting()], timetable: everyFive)
      }
      let ticks = try await withThrowingTaskGroup(of: Int.self) { group in
        for runner in runners { group.addTask { try await runner.tick().count } }
        return try await group.reduce(0, +)
      }
      #expect(ticks == 1)
      try await runners[0].drain()
      #expect(bench.notes.all.count == 1)
    }
  }

  @Test(arguments: TestEngine.all)
  func `after a pause only the latest missed tick is caught up`(engine: TestEngine) async throws {
    try await engine.withBench { bench in
      let runner = bench.runner(handlers: [bench.noting()], timetable: everyFive)
      for span in [Instant.Span.seconds(0), .minutes(4), .minutes(1), .hours(7), .seconds(1)] {
        bench.clock.advance(span)
        try await runner.tick()
        try await runner.drain()
      }
      #expect(bench.notes.all.count == 3)
    }
  }

  @Test(arguments: TestEngine.all)
  func `a tick is passed over while the last one's task still waits`(engine: TestEngine)
    async throws
  {
    try await engine.withBench { bench in
      let runner = bench.runner(handlers: [bench.noting()], timetable: everyFive)
      for _ in 0..<3 {
        try await runner.tick()
        bench.clock.advance(.minutes(5))
      }
      let attempts = try await runner.drain()
      #expect(attempts == 1)
    }
  }

  @Test(arguments: TestEngine.all)
  func `a daily job is not caught up on the first day`(engine: TestEngine) async throws {
    try await engine.withBench { bench in
      let runner = bench.runner(handlers: [bench.noting()], timetable: morning)
      let first = try await runner.tick()
      bench.clock.advance(.days(1))
      let second = try await runner.tick()
      #expect(first.isEmpty && second == ["note"])
    }
  }

  /// All ticks of a trigger in a span, found by asking every ten minutes.
  func ticks(_ trigger: Trigger, from start: String, days: Int) throws -> [String] {
    let start = try #require(Instant(rfc3339: start))
    let ticks = (0..<days * 144).compactMap { trigger.latestTick(at: start + .minutes($0 * 10)) }
    return Set(ticks).filter { $0 >= start }.sorted().map(\.rfc3339)
  }

  @Test func `the morning stays the morning when clocks change`() throws {
    let daily = Trigger.daily(hour: 6, minute: 30)
    #expect(
      try ticks(daily, from: "2026-03-28T00:00:00Z", days: 3) == [
        "2026-03-28T05:30:00Z", "2026-03-29T04:30:00Z", "2026-03-30T04:30:00Z",
      ])
    #expect(
      try ticks(daily, from: "2026-10-24T00:00:00Z", days: 3) == [
        "2026-10-24T04:30:00Z", "2026-10-25T05:30:00Z", "2026-10-26T05:30:00Z",
      ])
  }

  @Test func `a time that clocks skip or repeat comes once a day`() throws {
    let night = Trigger.daily(hour: 2, minute: 30)
    #expect(
      try ticks(night, from: "2026-03-28T00:00:00Z", days: 3) == [
        "2026-03-28T01:30:00Z", "2026-03-29T01:30:00Z", "2026-03-30T00:30:00Z",
      ])
    #expect(
      try ticks(night, from: "2026-10-24T00:00:00Z", days: 3) == [
        "2026-10-24T00:30:00Z", "2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z",
      ])
  }

  @Test func `a span's ticks know no clock change`() throws {
    let hourly = try ticks(.every(.hours(1)), from: "2026-10-25T00:00:00Z", days: 1)
    #expect(hourly.count == 24)
  }

  @Test func `a month without the day is skipped`() throws {
    let last = Trigger.monthly(day: 31, hour: 9, minute: 0)
    #expect(
      try ticks(last, from: "2026-03-01T00:00:00Z", days: 100) == [
        "2026-03-31T07:00:00Z", "2026-05-31T07:00:00Z",
      ])
  }
}
