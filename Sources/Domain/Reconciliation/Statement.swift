// An account statement: as a file states it, and as it is kept.

/// What one statement in a file says; nothing is stored yet.
package struct ParsedStatement: Hashable, Sendable {
  package let account: IBAN
  package let currency: Currency
  /// The bank's name for this statement; empty when it has none.
  package var identifier = ""
  /// The bank's running number, to notice a missing statement.
  package var sequence: Int?
  package var fromOn: CivilDate?
  package var toOn: CivilDate?
  /// Before the first line and after the last one; nil when the file does not say.
  package var opening: Money?
  package var closing: Money?
  package var lines: [BankLine] = []
  /// Entries announced but not booked, or without an amount: counted here and nowhere else.
  package var leftOut = 0

  package init(account: IBAN, currency: Currency) {
    self.account = account
    self.currency = currency
  }

  /// The sum of the lines.
  package var movements: Money {
    lines.reduce(Money(cents: 0, currency)) { $0 + $1.amount }
  }

  /// Throws when the opening balance and the lines do not give the closing balance: a line is
  /// missing, or one is there twice.
  package func checkBalances() throws(StatementRefusal) {
    guard let opening, let closing else { return }
    let computed = opening + movements
    guard computed == closing else {
      let place = StatementPlace(path: identifier)
      throw StatementRefusal(at: place, .unbalanced(computed: computed, stated: closing))
    }
  }
}

/// A statement that was imported.
package struct Statement: Identified, Hashable, Sendable {
  package static let idPrefix = "stm"
  package let id: Statement.ID
  package let account: IBAN
  package let currency: Currency
  package let format: StatementFormat
  package let fileName: String
  /// Of the whole file, which is kept as it came.
  package let digest: Digest
  package let importedAt: Instant

  package init(
    id: Statement.ID, of parsed: ParsedStatement, file: StatementFile, importedAt: Instant
  ) {
    self.id = id
    account = parsed.account
    currency = parsed.currency
    format = file.format
    fileName = file.name
    digest = file.digest
    self.importedAt = importedAt
  }
}

/// The file in which statements came.
package struct StatementFile: Hashable, Sendable {
  package let name: String
  package let format: StatementFormat
  package let digest: Digest

  package init(name: String, format: StatementFormat, digest: Digest) {
    self.name = name
    self.format = format
    self.digest = digest
  }
}

/// A line of an imported statement: the bank's words, and which of equal lines it is.
package struct StatementLine: Identified, Hashable, Sendable {
  package static let idPrefix = "lin"
  package let id: StatementLine.ID
  package let statement: Statement.ID
  /// 1, 2, 3 … in its statement.
  package let position: Int
  /// 1 for the first of its equals on that day, 2 for its twin, …
  package let ordinal: Int
  package let facts: BankLine

  package init(
    id: StatementLine.ID, statement: Statement.ID, position: Int, ordinal: Int, facts: BankLine
  ) {
    self.id = id
    self.statement = statement
    self.position = position
    self.ordinal = ordinal
    self.facts = facts
  }
}

/// The kinds of file that are understood.
package enum StatementFormat: String, CaseIterable, Hashable, Sendable {
  /// ISO 20022, end of day.
  case camt053
  /// SWIFT's customer statement message, end of day.
  case mt940
  /// "Rendicontazione RH" of Italian corporate banking, end of day.
  case cbiRH
  /// A table, read with a `CSVMapping`.
  case csv
}
