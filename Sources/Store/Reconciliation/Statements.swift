// The tables of statements and their lines: what the bank said, written once.
package import Domain
import Literals

/// What is kept beside a statement.
package struct StatementContent: Sendable {
  package let parsed: ParsedStatement
  /// The file as it came; empty for the second and later statements of one file.
  package let bytes: [UInt8]
  package let importedBy: Person.ID?

  package init(parsed: ParsedStatement, bytes: [UInt8], importedBy: Person.ID?) {
    self.parsed = parsed
    self.bytes = bytes
    self.importedBy = importedBy
  }
}

extension Transaction {
  /// Lets one import at a time decide which lines are new.
  package func lockStatements() throws {
    guard dialect == .postgres else { return }
    _ = try rows("SELECT 1 AS locked FROM pg_advisory_xact_lock(71, 6)") { _ in }
  }
  /// The statements of a file that came before.
  package func statements(ofFile digest: Digest) throws -> [Statement.ID] {
    try rows("SELECT id FROM statement WHERE digest = \(digest) ORDER BY id") { try $0("id") }
  }
  /// Writes a statement.
  package func insert(_ statement: Statement, _ content: StatementContent) throws {
    let parsed = content.parsed
    try execute(
      """
      INSERT INTO statement (id, iban, currency, format, file_name, digest, content,
                             bank_statement, from_on, to_on, opening_cents, closing_cents,
                             imported_by, imported_at)
           VALUES (\(statement.id), \(statement.account), \(statement.currency),
                   \(statement.format), \(statement.fileName), \(statement.digest),
                   \(content.bytes), \(parsed.identifier), \(parsed.fromOn), \(parsed.toOn),
                   \(parsed.opening?.cents), \(parsed.closing?.cents), \(content.importedBy),
                   \(statement.importedAt))
      """)
  }
  /// Writes a line unless an earlier file told of it; answers whether it is new.
  package func insert(_ line: StatementLine, fingerprint: Digest) throws -> Bool {
    let facts = line.facts
    return try execute(
      """
      INSERT INTO statement_line (id, statement_id, position, iban, fingerprint, ordinal,
                                  booked_on, value_on, amount_cents, currency, bank_reference,
                                  end_to_end_id, reference, party_name, party_iban, text)
           VALUES (\(line.id), \(line.statement), \(line.position), \(facts.account),
                   \(fingerprint), \(line.ordinal), \(facts.bookedOn), \(facts.valuedOn),
                   \(facts.amount.cents), \(facts.amount.currency), \(facts.bankReference),
                   \(facts.endToEndID), \(facts.structuredReference), \(facts.counterpartName),
                   \(facts.counterpartAccount), \(facts.text))
      ON CONFLICT (fingerprint, ordinal) DO NOTHING
      """) == 1
  }
  /// Whether a line with this fingerprint and ordinal is there already.
  package func hasLine(_ fingerprint: Digest, ordinal: Int) throws -> Bool {
    try first(
      """
      SELECT 1 AS found
        FROM statement_line
       WHERE fingerprint = \(fingerprint) AND ordinal = \(ordinal)
      """
    ) { _ in true } ?? false
  }
  /// How many lines of this account, day and amount files of other formats told of.
  package func lines(like line: BankLine, notFrom format: StatementFormat) throws -> Int {
    try first(
      """
      SELECT COUNT(*) AS found
        FROM statement_line l
        JOIN statement s ON s.id = l.statement_id
       WHERE l.iban = \(line.account) AND l.booked_on = \(line.bookedOn)
         AND l.amount_cents = \(line.amount.cents) AND s.format <> \(format)
      """
    ) { try $0("found") } ?? 0
  }
  /// One line, if there is one.
  package func statementLine(_ id: StatementLine.ID) throws -> StatementLine? {
    try first(
      "SELECT \(fragment: lineColumns) FROM statement_line l WHERE l.id = \(id)",
      as: StatementLine.init(row:))
  }
}
