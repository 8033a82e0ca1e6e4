// Times and days as the desk's columns have room for.
package import Domain
import Foundation

extension Instant {
  /// `21 nov 2026, 16:13`, in Rome: the month in letters, so that no order is guessed.
  package func compact(_ language: Language) -> String {
    date.formatted(
      Date.FormatStyle(
        date: .abbreviated, time: .shortened, locale: language.locale,
        timeZone: TimeZone(identifier: "Europe/Rome") ?? .gmt))
  }
}

extension CivilDate {
  /// `21 nov 2026`.
  package func compact(_ language: Language) -> String {
    adding(days: 0).start.date.formatted(
      Date.FormatStyle(
        date: .abbreviated, time: .omitted, locale: language.locale,
        timeZone: TimeZone(identifier: "Europe/Rome") ?? .gmt))
  }
}
