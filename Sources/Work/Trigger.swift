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
    if case .every(let span) = self {
      return Instant(milliseconds: now.milliseconds - now.milliseconds % span.milliseconds)
    }
    return ticks(around: now, days: stride(from: 0, through: -Self.daysMost, by: -1))
      .first { $0 <= now }
  }

  /// The first tick after `now`; nil for what the clock does not start.
  package func nextTick(after now: Instant) -> Instant? {
    if case .every(let span) = self { return latestTick(at: now).map { $0 + span } }
    return ticks(around: now, days: stride(from: 0, through: Self.daysMost, by: 1))
      .first { $0 > now }
  }

  /// From a 31st to the next one lie at most two months.
  private static let daysMost = 62

  /// The ticks on the days so far from today, in that order.
  private func ticks(around now: Instant, days: StrideThrough<Int>) -> some Sequence<Instant> {
    let today = CivilDate(of: now)
    return days.lazy.compactMap { tick(on: today.adding(days: $0)) }
  }

  /// When the clock starts it on a day, if it does.
  private func tick(on day: CivilDate) -> Instant? {
    switch self {
    case .task, .every: nil
    case .daily(let hour, let minute): Self.instant(day, hour, minute)
    case .monthly(let wanted, let hour, let minute):
      day.day == wanted ? Self.instant(day, hour, minute) : nil
    }
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
