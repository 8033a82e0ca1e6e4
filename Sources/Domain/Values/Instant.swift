// A point in time in UTC, exact to the millisecond, so that what is stored is what was meant.
package import FoundationEssentials

/// Milliseconds since 1970-01-01T00:00:00Z.
package struct Instant: Hashable, Comparable, Sendable, Codable {
  package let milliseconds: Int64

  package init(milliseconds: Int64) { self.milliseconds = milliseconds }
  package init(_ date: Date) {
    milliseconds = Int64((date.timeIntervalSince1970 * 1000).rounded(.down))
  }
  /// Reads RFC 3339 (`2026-11-21T10:00:00Z`), as tests and configuration write it.
  package init?(rfc3339 text: String) {
    guard let date = try? Date(text, strategy: .iso8601) else { return nil }
    self.init(date)
  }

  /// The same instant as Foundation's value, for formatting.
  package var date: Date { Date(timeIntervalSince1970: Double(milliseconds) / 1000) }
  /// RFC 3339 in UTC, to the second.
  package var rfc3339: String { date.formatted(.iso8601) }

  package static func < (left: Instant, right: Instant) -> Bool {
    left.milliseconds < right.milliseconds
  }
  package static func + (instant: Instant, span: Span) -> Instant {
    Instant(milliseconds: instant.milliseconds + span.milliseconds)
  }
  package static func - (instant: Instant, span: Span) -> Instant {
    Instant(milliseconds: instant.milliseconds - span.milliseconds)
  }
  package static func - (later: Instant, earlier: Instant) -> Span {
    .milliseconds(later.milliseconds - earlier.milliseconds)
  }

  /// A length of time.
  package struct Span: Hashable, Comparable, Sendable, Codable {
    package let milliseconds: Int64
    package static func milliseconds(_ count: Int64) -> Span { Span(milliseconds: count) }
    package static func seconds(_ count: Int) -> Span { Span(milliseconds: Int64(count) * 1000) }
    package static func minutes(_ count: Int) -> Span { .seconds(count * 60) }
    package static func hours(_ count: Int) -> Span { .minutes(count * 60) }
    package static func days(_ count: Int) -> Span { .hours(count * 24) }
    package static func < (left: Span, right: Span) -> Bool {
      left.milliseconds < right.milliseconds
    }
  }
}
