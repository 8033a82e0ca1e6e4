// A day of the calendar in Rome, where deadlines end and statements are dated.
import FoundationEssentials

/// A day without time and zone, as `2026-11-21`.
package struct CivilDate: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let year: Int
  package let month: Int
  package let day: Int

  /// Reads `YYYY-MM-DD`; nil for anything else and for days that do not exist.
  package init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
      text.utf8.allSatisfy({ $0 == 45 || (48...57).contains($0) }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }
  /// Nil for days that do not exist.
  package init?(year: Int, month: Int, day: Int) {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...lengths[month - 1]).contains(day)
    else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
  }
  /// The day that it is in Rome at an instant.
  package init(of instant: Instant) {
    let parts = Self.rome.dateComponents([.year, .month, .day], from: instant.date)
    (year, month, day) = (parts.year ?? 1970, parts.month ?? 1, parts.day ?? 1)
  }

  /// The instant at which this day begins in Rome.
  package var start: Instant {
    let parts = DateComponents(year: year, month: month, day: day)
    return Instant(Self.rome.date(from: parts) ?? Date(timeIntervalSince1970: 0))
  }
  /// The instant at which this day is over in Rome (the start of the next one).
  package var end: Instant { adding(days: 1).start }
  /// This day, so many days later (or earlier).
  package func adding(days: Int) -> CivilDate {
    let noon = start.date.addingTimeInterval(12 * 3600)
    let moved = Self.rome.date(byAdding: .day, value: days, to: noon) ?? noon
    return CivilDate(of: Instant(moved))
  }
  package var description: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
  package static func < (left: CivilDate, right: CivilDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  /// The calendar of every deadline. Rome's zone is part of every system's time zone data.
  private static let rome: Calendar = {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(identifier: "Europe/Rome") ?? .gmt
    return calendar
  }()
}
