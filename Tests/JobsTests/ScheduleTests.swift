// Which job does which task, and when the clock starts one: through both changes of clocks.
import Domain
import Foundation
import Jobs
import Services
import Support
import Testing
import Work

@Suite struct ScheduleTests {
  private let timetable = Schedule.timetable.entries

  @Test func `every kind of task has one job, with limits`() async throws {
    try await TestEngine.sqlite.withDatabase { database in
      let world = try await JobsWorld(database)
      let kinds = world.handlers.map(\.kind)
      #expect(kinds.sorted() == QueuedTask.Kind.allCases.map(\.rawValue).sorted())
      for handler in world.handlers {
        #expect(handler.limits.timeout > .seconds(0) && handler.limits.timeout <= .hours(1))
        #expect((1...20).contains(handler.retries.attempts), "\(handler.kind)")
        #expect((1...1000).contains(handler.limits.perRun), "\(handler.kind)")
      }
    }
  }

  @Test func `the timetable names tasks that exist, each once and in its own queue`() {
    #expect(Set(timetable.map(\.kind)).count == timetable.count)
    for entry in timetable {
      let kind = QueuedTask.Kind(rawValue: entry.kind)
      #expect(kind.map { QueuedTask($0).queue.rawValue } == entry.queue, "\(entry.kind)")
      #expect(entry.trigger != .task, "\(entry.kind) is started by the clock")
    }
  }

  @Test func `every job of the timetable has its time in the README`() throws {
    let readme = try String(
      contentsOf: Oracle.root.appending(path: "Jobs/README.md"), encoding: .utf8)
    for entry in timetable {
      let name = entry.kind.prefix(1).uppercased() + entry.kind.dropFirst() + "Job"
      let row = readme.split(separator: "\n").first { $0.contains("`\(name)`") }
      let when = try #require(row, "\(name)").split(separator: "|")[1]
      #expect(String(when).contains(Self.words(entry.trigger)), "\(name): \(when)")
    }
  }
  private static func words(_ trigger: Trigger) -> String {
    switch trigger {
    case .task: "when"
    case .every(.minutes(1)): "every minute"
    case .every(let span) where span < .minutes(1): "every \(span.milliseconds / 1000) seconds"
    case .every(let span): "every \(span.milliseconds / 60_000) minutes"
    case .daily(let hour, let minute): "daily at \(hour):\(minute)"
    case .monthly(let day, _, _): "on day \(day)"
    }
  }

  /// All times in a span at which an entry starts.
  private func times(_ trigger: Trigger, from start: String, hours: Int) throws -> [Instant] {
    let start = try #require(Instant(rfc3339: start))
    var (times, now): ([Instant], Instant) = ([], start)
    while let next = trigger.nextTick(after: now), next <= start + .hours(hours) {
      #expect(next > now)
      times.append(next)
      now = next
    }
    return times
  }

  private static let rome: Calendar = {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(identifier: "Europe/Rome") ?? .gmt
    return calendar
  }()

  @Test(arguments: [
    // 29 March has 23 hours, 25 October has 25: from midnight to midnight in Rome.
    ("2026-03-28T23:00:00Z", 23), ("2026-10-24T22:00:00Z", 25), ("2026-06-30T22:00:00Z", 24),
  ])
  func `on the days when clocks change nothing is left out and nothing comes twice`(
    _ midnight: String, _ hours: Int
  ) throws {
    for entry in timetable {
      let found = try times(entry.trigger, from: midnight, hours: hours)
      switch entry.trigger {
      case .every(let span):
        #expect(found.count == hours * 3_600_000 / Int(span.milliseconds), "\(entry.kind)")
        for (one, next) in zip(found, found.dropFirst()) { #expect(next - one == span) }
      case .daily(let hour, let minute):
        #expect(found.count == 1, "\(entry.kind)")
        let time = found.first.map { Self.rome.dateComponents([.hour, .minute], from: $0.date) }
        #expect(time?.hour == hour && time?.minute == minute, "\(entry.kind)")
      case .monthly: #expect(found.count <= 1, "\(entry.kind)")
      case .task: Issue.record("\(entry.kind) has no time")
      }
    }
  }
}
