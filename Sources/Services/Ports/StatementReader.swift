// The port through which bank files are understood.
package import Domain

/// What the caller knows about a file before reading it.
package struct StatementReading: Hashable, Sendable {
  /// The account that a table belongs to; other formats state it themselves.
  package let account: IBAN
  /// How a table is read.
  package let mapping: CSVMapping

  package init(account: IBAN, mapping: CSVMapping = .italian) {
    self.account = account
    self.mapping = mapping
  }
}

/// Understands statement files. Pure work on bytes: it reaches nothing outside.
package protocol StatementReader: Sendable {
  /// What a file says, each statement with its balances checked; the whole file or a refusal.
  func read(
    _ bytes: [UInt8], _ reading: StatementReading
  ) throws(StatementRefusal) -> (format: StatementFormat, statements: [ParsedStatement])
}
