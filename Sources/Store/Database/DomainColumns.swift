// How the values of the domain are written to columns and read back.
package import Domain
package import Literals

extension ID: SQLBindable, ColumnReadable {
  package var sqlValue: SQLValue { .text(description) }
  package static func read(_ value: SQLValue) -> ID? { String.read(value).flatMap { ID($0) } }
}
extension Instant: SQLBindable, ColumnReadable {
  package var sqlValue: SQLValue { .int(milliseconds) }
  package static func read(_ value: SQLValue) -> Instant? {
    Int64.read(value).map(Instant.init(milliseconds:))
  }
}
extension CivilDate: SQLBindable, ColumnReadable {
  package var sqlValue: SQLValue { .text(description) }
  package static func read(_ value: SQLValue) -> CivilDate? {
    String.read(value).flatMap { CivilDate($0) }
  }
}
extension Currency: SQLBindable, ColumnReadable {
  package var sqlValue: SQLValue { .text(code) }
  package static func read(_ value: SQLValue) -> Currency? {
    String.read(value).flatMap { Currency($0) }
  }
}
extension Digest: SQLBindable, ColumnReadable {
  package var sqlValue: SQLValue { .text(description) }
  package static func read(_ value: SQLValue) -> Digest? {
    String.read(value).flatMap { Digest($0) }
  }
}
extension Slug: SQLBindable, ColumnReadable {
  package var sqlValue: SQLValue { .text(text) }
  package static func read(_ value: SQLValue) -> Slug? { String.read(value).flatMap { Slug($0) } }
}
extension EmailAddress: SQLBindable, ColumnReadable {
  package var sqlValue: SQLValue { .text(text) }
  package static func read(_ value: SQLValue) -> EmailAddress? {
    String.read(value).flatMap { EmailAddress($0) }
  }
}
extension Language: SQLBindable, ColumnReadable {}
extension Money {
  /// Euro cents in a column of their own.
  package init(row: Row, _ column: String) throws { self.init(cents: try row(column)) }
}
