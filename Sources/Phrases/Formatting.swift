// Money, dates, counts and lists as people write them in each language.
package import Domain
import Foundation

extension Language {
  /// The locale that formats for this language, with European conventions in both.
  var locale: Locale { Locale(identifier: self == .italian ? "it_IT" : "en_GB") }
}

extension FeeRule {
  /// `2,5 %` in Italian, `2.5%` in English; nil when the platform keeps nothing.
  package func platformShare(_ language: Language) -> String? {
    guard platformBasisPoints > 0 else { return nil }
    return (Decimal(platformBasisPoints) / 10_000).formatted(
      .percent.precision(.fractionLength(0...2)).locale(language.locale))
  }
}

extension Money {
  /// Italian amounts are written as in Italy's German-speaking province, `de_IT`: the same signs in
  /// the same places, but four digits are grouped too. `it_IT` would write 7000 € above 12.000 €.
  private func locale(_ language: Language) -> Locale {
    language == .italian ? Locale(identifier: "de_IT") : language.locale
  }
  /// `12.345,67 €` in Italian, `€12,345.67` in English.
  package func formatted(_ language: Language) -> String {
    (Decimal(cents) / 100).formatted(
      .currency(code: currency.code).locale(locale(language)))
  }
  /// Without cents when there are none: `12.345 €`.
  package func rounded(_ language: Language) -> String {
    guard cents % 100 == 0 else { return formatted(language) }
    return (Decimal(cents) / 100).formatted(
      .currency(code: currency.code).locale(locale(language)).precision(.fractionLength(0)))
  }
  /// As it is typed into a field: `12,50` or `12.50`, no sign and no separators.
  package func typed(_ language: Language) -> String {
    let (whole, rest) = abs(cents).quotientAndRemainder(dividingBy: 100)
    let fraction = rest < 10 ? "0\(rest)" : "\(rest)"
    return "\(isNegative ? "-" : "")\(whole)\(language == .italian ? "," : ".")\(fraction)"
  }
}

extension Instant {
  /// `21 settembre 2026 alle ore 16:13`, in Rome.
  package func formatted(_ language: Language) -> String {
    date.formatted(
      Date.FormatStyle(
        date: .long, time: .shortened, locale: language.locale, timeZone: .rome))
  }
  /// `16:13`, in Rome.
  package func clock(_ language: Language) -> String {
    date.formatted(
      Date.FormatStyle(date: .omitted, time: .shortened, locale: language.locale, timeZone: .rome))
  }
  /// `21 settembre 2026`, in Rome.
  package func day(_ language: Language) -> String {
    date.formatted(
      Date.FormatStyle(date: .long, time: .omitted, locale: language.locale, timeZone: .rome))
  }
}

extension CivilDate {
  /// `21 settembre 2026`.
  package func formatted(_ language: Language) -> String {
    adding(days: 0).start.day(language)
  }
}

extension Int {
  /// `12.345` in Italian, `12,345` in English.
  package func formatted(_ language: Language) -> String {
    formatted(.number.locale(language.locale))
  }
}

extension [String] {
  /// `a, b e c`.
  package func list(_ language: Language) -> String {
    formatted(.list(type: .and).locale(language.locale))
  }
}

/// A share as people read it, never above its truth: `87 %` of 0.879, and 100 only when reached.
package func percent(_ part: Money, of whole: Money) -> Int {
  guard whole.isPositive, part.isPositive else { return 0 }
  return Int(min(part.cents, whole.cents * 10) * 100 / whole.cents)
}

extension TimeZone {
  /// Where deadlines end.
  fileprivate static let rome = TimeZone(identifier: "Europe/Rome") ?? .gmt
}
