// What starts a job: a task, or the clock in Rome.
package import Domain
import FoundationEssentials

/// When a job runs.
package enum Trigger: Hashable, Sendable {
  /// When somebody enqueues its task.
  case task
  /// At the multiples of a span since 1970 in UTC.
  case every(Instant.Span)
  /// Every day at a time in Rome. A time that the change of clocks skips comes an hour later; one
  /// that it repeats counts once.
  case daily(hour: Int, minute: Int)
  /// Every month on a day at a time in Rome; months without the day are skipped.
  case monthly(day: Int, hour: Int, minute: Int)

  /// The latest tick that is not after `now`; nil for what the clock does not start.
  func latestTick(at now: Instant) -> Instant? {
    switch self {
    case .task: return nil
    case .every(let span):
      return Instant(milliseconds: now.milliseconds - now.milliseconds % span.milliseconds)
    case .daily(let hour, let minute):
      return Self.latest(at: now, among: 3) { _ in (hour, minute) }
    case .monthly(let day, let hour, let minute):
      return Self.latest(at: now, among: 62) { $0.day == day ? (hour, minute) : nil }
    }
  }

  /// The first tick after `now`; nil for what the clock does not start.
  package func nextTick(after now: Instant) -> Instant? {
    switch self {
    case .task: nil
    case .every(let span): latestTick(at: now).map { $0 + span }
    case .daily, .monthly: soonest(after: now)
    }
  }

  /// Looks ahead a day at a time: a month has at most 31.
  private func soonest(after now: Instant) -> Instant? {
    (1...62).lazy.compactMap { latestTick(at: now + .days($0)) }.first { $0 > now }
  }

  /// Looks back from tomorrow over some days for the latest one whose time has come.
  private static func latest(
    at now: Instant, among days: Int, time: (CivilDate) -> (hour: Int, minute: Int)?
  ) -> Instant? {
    let today = CivilDate(of: now)
    for back in 0..<days {
      let day = today.adding(days: -back)
      guard let (hour, minute) = time(day), let tick = instant(day, hour, minute) else { continue }
      if tick <= now { return tick }
    }
    return nil
  }

  private static func instant(_ day: CivilDate, _ hour: Int, _ minute: Int) -> Instant? {
    let parts = DateComponents(
      year: day.year, month: day.month, day: day.day, hour: hour, minute: minute)
    return rome.date(from: parts).map { Instant($0) }
  }

  private static let rome: Calendar = {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(identifier: "Europe/Rome") ?? .gmt
    return calendar
  }()
}
