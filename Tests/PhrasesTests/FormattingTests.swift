// Amounts, dates and counts as each language writes them; times in Rome through both clock changes.
import Domain
import Phrases
import Testing

@Suite struct FormattingTests {
  /// No-break spaces as `·`, so that the tables below can be read.
  private func visible(_ text: String) -> String {
    text.replacing("\u{A0}", with: "·").replacing("\u{202F}", with: "·")
  }

  @Test(
    arguments: [
      (0, "0,00·€", "€0.00"), (1, "0,01·€", "€0.01"), (5, "0,05·€", "€0.05"),
      (1250, "12,50·€", "€12.50"), (-1250, "-12,50·€", "-€12.50"),
      (100_000, "1.000,00·€", "€1,000.00"), (1_234_567, "12.345,67·€", "€12,345.67"),
      (123_456_789, "1.234.567,89·€", "€1,234,567.89"),
    ] as [(Int64, String, String)])
  func `an amount has its own signs in each language`(
    _ cents: Int64, _ italian: String, _ english: String
  ) {
    #expect(visible(Money(cents: cents).formatted(.italian)) == italian)
    #expect(visible(Money(cents: cents).formatted(.english)) == english)
  }

  @Test(
    arguments: [
      (0, "0·€", "€0"), (1200, "12·€", "€12"), (1250, "12,50·€", "€12.50"),
      (-500, "-5·€", "-€5"), (1_200_000, "12.000·€", "€12,000"),
    ] as [(Int64, String, String)])
  func `cents are left out only where there are none`(
    _ cents: Int64, _ italian: String, _ english: String
  ) {
    #expect(visible(Money(cents: cents).rounded(.italian)) == italian)
    #expect(visible(Money(cents: cents).rounded(.english)) == english)
  }

  @Test(arguments: [0, 1, 9, 10, 99, 100, 1205, 1250, 99_999, 123_456, 1_000_000_000] as [Int64])
  func `an amount in a field is read back as the same amount`(_ cents: Int64) throws {
    for language in Language.allCases {
      #expect(try Money(typed: Money(cents: cents).typed(language)) == Money(cents: cents))
      // And so is the amount as it is shown on pages in Italian, the language donors type in.
      if language == .italian {
        #expect(try Money(typed: Money(cents: cents).formatted(language)) == Money(cents: cents))
      }
    }
    #expect(Money(cents: 1205).typed(.italian) == "12,05")
    #expect(Money(cents: 1205).typed(.english) == "12.05")
  }

  @Test(arguments: [
    ("2026-09-21T14:13:00Z", "21 settembre 2026 alle ore 16:13", "21 September 2026 at 16:13"),
    ("2026-11-21T14:13:00Z", "21 novembre 2026 alle ore 15:13", "21 November 2026 at 15:13"),
    // Clocks go forward at 01:00 UTC: 02:00 to 02:59 do not exist that day.
    ("2026-03-29T00:59:59Z", "29 marzo 2026 alle ore 1:59", "29 March 2026 at 1:59"),
    ("2026-03-29T01:00:00Z", "29 marzo 2026 alle ore 3:00", "29 March 2026 at 3:00"),
    // Clocks go back at 01:00 UTC: 02:30 comes twice.
    ("2026-10-25T00:30:00Z", "25 ottobre 2026 alle ore 2:30", "25 October 2026 at 2:30"),
    ("2026-10-25T01:30:00Z", "25 ottobre 2026 alle ore 2:30", "25 October 2026 at 2:30"),
    ("2026-10-25T02:00:00Z", "25 ottobre 2026 alle ore 3:00", "25 October 2026 at 3:00"),
    // The last minutes of a year in UTC are the next year's first in Rome.
    ("2026-12-31T23:30:00Z", "1 gennaio 2027 alle ore 0:30", "1 January 2027 at 0:30"),
  ])
  func `an instant is told in Rome's time`(_ utc: String, _ italian: String, _ english: String)
    throws
  {
    let instant = try #require(Instant(rfc3339: utc))
    #expect(visible(instant.formatted(.italian)) == italian)
    #expect(visible(instant.formatted(.english)) == english)
  }

  @Test(arguments: [
    ("2026-03-28T23:00:00Z", "29 marzo 2026"), ("2026-03-29T21:59:59Z", "29 marzo 2026"),
    ("2026-03-29T22:00:00Z", "30 marzo 2026"), ("2026-10-24T22:00:00Z", "25 ottobre 2026"),
    ("2026-10-25T22:59:59Z", "25 ottobre 2026"), ("2026-10-25T23:00:00Z", "26 ottobre 2026"),
  ])
  func `a day has 23 or 25 hours when clocks change`(_ utc: String, _ day: String) throws {
    let instant = try #require(Instant(rfc3339: utc))
    #expect(instant.day(.italian) == day)
    #expect(CivilDate(of: instant).formatted(.italian) == day)
  }

  @Test func `every day of two years is written as itself`() throws {
    var day = try #require(CivilDate("2026-01-01"))
    let months = [
      "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto",
      "settembre", "ottobre", "novembre", "dicembre",
    ]
    for _ in 0..<730 {
      #expect(day.formatted(.italian) == "\(day.day) \(months[day.month - 1]) \(day.year)")
      day = day.adding(days: 1)
    }
    #expect(day.description == "2028-01-01")
  }

  @Test func `the desk's short times name the month in letters`() throws {
    let instant = try #require(Instant(rfc3339: "2026-11-02T15:13:00Z"))
    #expect(visible(instant.compact(.italian)) == "2 nov 2026, 16:13")
    #expect(visible(instant.compact(.english)) == "2 Nov 2026 at 16:13")
  }

  @Test func `counts and lists are written as in each language`() {
    #expect(12_345.formatted(.italian) == "12.345")
    #expect(12_345.formatted(.english) == "12,345")
    #expect(["a", "b", "c"].list(.italian) == "a, b e c")
    #expect(["a", "b", "c"].list(.english) == "a, b and c")
    #expect(["a"].list(.italian) == "a")
    #expect(([] as [String]).list(.italian) == "")
  }

  @Test(
    arguments: [
      (0, 100, 0), (1, 100, 1), (999, 1000, 99), (1000, 1000, 100), (1001, 1000, 100),
      (2000, 1000, 200), (5, 0, 0), (-5, 100, 0), (Int64.max, 1000, 1000),
    ] as [(Int64, Int64, Int)])
  func `a share is never told above its truth`(_ part: Int64, _ whole: Int64, _ percent: Int) {
    #expect(Phrases.percent(Money(cents: part), of: Money(cents: whole)) == percent)
  }

  @Test(arguments: [
    (0, "meno di un minuto", "less than a minute"), (59, "meno di un minuto", "less than a minute"),
    (60, "1 minuto", "1 minute"), (119 * 60, "119 minuti", "119 minutes"),
    (120 * 60, "2 ore", "2 hours"), (47 * 3600, "47 ore", "47 hours"),
    (48 * 3600, "2 giorni", "2 days"), (-60, "meno di un minuto", "less than a minute"),
  ])
  func `a lapse is told roughly, one and many apart`(
    _ seconds: Int, _ italian: String, _ english: String
  ) {
    #expect(Language.italian.age(.seconds(seconds)) == italian)
    #expect(Language.english.age(.seconds(seconds)) == english)
  }
}
