// What the treasurer's screens of statements show.
package import Domain
import Literals

extension Transaction {
  /// The statements imported last, with their counts.
  package func statementSummaries(limit: Int = 100) throws -> [StatementSummary] {
    try rows(
      """
      SELECT \(fragment: summaryColumns)
       GROUP BY s.id
       ORDER BY s.imported_at DESC, s.id DESC
       LIMIT \(limit)
      """, as: StatementSummary.init(row:))
  }
  /// One statement.
  package func statementSummary(_ id: Statement.ID) throws -> StatementSummary? {
    try first(
      "SELECT \(fragment: summaryColumns) WHERE s.id = \(id) GROUP BY s.id",
      as: StatementSummary.init(row:))
  }
  /// The lines that a statement was the first to tell of, in its order.
  package func lines(of statement: Statement.ID, limit: Int = 2_000) throws -> [LineOnDesk] {
    try rows(
      """
      SELECT \(fragment: deskColumns)
       WHERE l.statement_id = \(statement)
       ORDER BY l.position
       LIMIT \(limit)
      """, as: LineOnDesk.init(row:))
  }
  /// The lines in a state over all statements, the oldest first.
  package func lines(in status: LineStatus, limit: Int = 200) throws -> [LineOnDesk] {
    try rows(
      """
      SELECT \(fragment: deskColumns)
       WHERE m.status = \(status)
       ORDER BY m.decided_at, l.statement_id, l.position
       LIMIT \(limit)
      """, as: LineOnDesk.init(row:))
  }
  /// One line with its standing decision.
  package func lineOnDesk(_ id: StatementLine.ID) throws -> LineOnDesk? {
    try first(
      "SELECT \(fragment: deskColumns) WHERE l.id = \(id)", as: LineOnDesk.init(row:))
  }
  /// How many lines wait: the figure that should be zero.
  package func waitingLines() throws -> Int {
    try first("SELECT COUNT(*) AS found FROM line_match WHERE status = 'waiting'") {
      try $0("found")
    } ?? 0
  }
  /// Unpaid pledges of exactly this amount, the latest first: for a person to look at, never for
  /// the rule.
  package func candidates(for amount: Money, limit: Int = 10) throws -> [PledgeCandidate] {
    try rows(
      """
      SELECT id, reference, transfer_reference, donor_name, amount_cents, status
        FROM pledge
       WHERE amount_cents = \(amount.cents) AND currency = \(amount.currency)
         AND status IN ('reserved', 'awaitingPayment', 'paymentFailed', 'lapsed')
       ORDER BY created_at DESC, id
       LIMIT \(limit)
      """
    ) { row in
      PledgeCandidate(
        pledge: try row("id"), codes: (try row("reference"), try row("transfer_reference")),
        donor: try row("donor_name"), amount: try Money(row: row, "amount_cents"),
        state: try row("status"))
    }
  }
}

private let summaryColumns: SQL = """
  s.id, s.iban, s.currency, s.format, s.file_name, s.digest, s.from_on, s.to_on,
         s.closing_cents, s.imported_at, COUNT(l.id) AS line_count,
         COUNT(m.id) AS waiting_count
    FROM statement s
    LEFT JOIN statement_line l ON l.statement_id = s.id
    LEFT JOIN line_match m ON m.line_id = l.id AND m.status = 'waiting'
  """

private let deskColumns: SQL = """
  \(fragment: lineColumns), \(fragment: matchDeskColumns)
    FROM statement_line l
    JOIN line_match m ON m.line_id = l.id AND m.status <> 'undone'
    LEFT JOIN pledge p ON p.id = m.pledge_id
    LEFT JOIN person w ON w.id = m.decided_by
  """

private let matchDeskColumns: SQL = """
  m.id AS match_id, m.status, m.reason, m.pledge_id, m.journal_entry_id, m.note, m.decided_at,
         p.reference AS pledge_code, COALESCE(w.name, '') AS decided_name
  """

extension StatementSummary {
  init(row: Row) throws {
    let parsed = ParsedStatement(account: try row("iban"), currency: try row("currency"))
    let file = StatementFile(
      name: try row("file_name"), format: try row("format"), digest: try row("digest"))
    let closing: Int64? = try row("closing_cents")
    self.init(
      statement: Statement(
        id: try row("id"), of: parsed, file: file, importedAt: try row("imported_at")),
      span: (try row("from_on"), try row("to_on")),
      closing: closing.map { Money(cents: $0, parsed.currency) },
      counts: (try row("line_count"), try row("waiting_count")))
  }
}

extension LineOnDesk {
  init(row: Row) throws {
    self.init(
      line: try StatementLine(row: row), match: try LineMatch(row: row),
      pledgeCode: try row("pledge_code"),
      decided: (try row("decided_at"), try row("decided_name")))
  }
}
