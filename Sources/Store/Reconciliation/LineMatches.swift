// The table of decisions about lines: one is current, the earlier ones stay.
package import Domain
import Literals

extension Transaction {
  /// Writes a decision. The one before it has to be taken back first.
  package func insert(
    _ match: LineMatch, by person: Person.ID?, at now: Instant
  ) throws {
    try execute(
      """
      INSERT INTO line_match (id, line_id, status, reason, pledge_id, journal_entry_id,
                              automatic, note, decided_by, decided_at)
           VALUES (\(match.id), \(match.line), \(match.status), \(match.reason), \(match.pledge),
                   \(match.entry), \(person == nil), \(match.note), \(person), \(now))
      """)
  }
  /// The decision that stands, kept from changing until the transaction ends.
  package func currentMatchLocked(of line: StatementLine.ID) throws -> LineMatch? {
    try first(
      """
      SELECT \(fragment: matchColumns)
        FROM line_match m
       WHERE m.line_id = \(line) AND m.status <> 'undone'
      \(sqlite: "", postgres: "FOR UPDATE")
      """, as: LineMatch.init(row:))
  }
  /// Makes room for another decision.
  package func retire(_ match: LineMatch.ID) throws {
    try execute("UPDATE line_match SET status = 'undone' WHERE id = \(match)")
  }
  /// How many decisions about a line there have been, the standing one included.
  package func matchCount(of line: StatementLine.ID) throws -> Int {
    try first("SELECT COUNT(*) AS found FROM line_match WHERE line_id = \(line)") {
      try $0("found")
    } ?? 0
  }
  /// The pledges that have one of these transfer references.
  package func pledges(withTransferReferences references: [RFReference]) throws -> [Pledge.ID] {
    guard !references.isEmpty else { return [] }
    return try rows(
      "SELECT id FROM pledge WHERE transfer_reference IN (\(list: references)) ORDER BY id"
    ) { try $0("id") }
  }
  /// The pledge with the code that people are given.
  package func pledge(code: PersonReference) throws -> Pledge.ID? {
    try first("SELECT id FROM pledge WHERE reference = \(code)") { try $0("id") }
  }
}

/// The columns that make a `LineMatch`, of `line_match m`.
let matchColumns: SQL = """
  m.id AS match_id, m.line_id, m.status, m.reason, m.pledge_id, m.journal_entry_id, m.note
  """

extension LineMatch {
  init(row: Row) throws {
    self.init(
      id: try row("match_id"), line: try row("line_id"), status: try row("status"),
      reason: try row("reason"))
    pledge = try row("pledge_id")
    entry = try row("journal_entry_id")
    note = try row("note")
  }
}
