// Providers' transfers to our bank that statements have not told of, or have.
package import Domain
import Literals

extension Transaction {
  /// Transfers of exactly this amount that the ledger awaits, the oldest first.
  package func awaitedSettlements(of amount: Money) throws -> [AwaitedSettlement] {
    try rows(
      """
      SELECT \(fragment: settlementColumns)
       WHERE s.kind = 'settlement' AND s.gross_cents = \(-amount.cents)
         AND s.currency = \(amount.currency) AND \(fragment: isAwaited)
       ORDER BY s.occurred_at, s.reference LIMIT 20
      """, as: AwaitedSettlement.init(row:))
  }
  /// One transfer by its provider's id, that the ledger awaits.
  package func awaitedSettlement(_ reference: String) throws -> AwaitedSettlement? {
    try first(
      """
      SELECT \(fragment: settlementColumns)
       WHERE s.kind = 'settlement' AND s.object_id = \(reference) AND \(fragment: isAwaited)
      """, as: AwaitedSettlement.init(row:))
  }
  /// The entry of a transfer that is on our account and has not gone back from it.
  package func receivedSettlement(_ reference: String) throws -> JournalEntry.ID? {
    try first(
      """
      SELECT m.journal_entry_id
        FROM line_match m
       WHERE m.reason = 'settlement' AND m.status = 'matched' AND m.note = \(reference)
         AND NOT EXISTS (SELECT 1 FROM journal_entry r WHERE r.reverses = m.journal_entry_id)
      """
    ) { try $0("journal_entry_id") }
  }
  /// Lines that wait and may need no person by what is known now: a payout of ours by its
  /// end-to-end id, a proven settlement of the same amount. Not what a person took back.
  package func linesToTryAgain(limit: Int) throws -> [StatementLine] {
    try rows(
      """
      SELECT \(fragment: lineColumns)
        FROM statement_line l
        JOIN line_match m ON m.line_id = l.id AND m.status = 'waiting'
       WHERE m.reason NOT IN ('takenBack', 'possibleDuplicate')
         AND (EXISTS (SELECT 1 FROM payout p
                       WHERE p.end_to_end = l.end_to_end_id
                         AND p.status IN ('submitted', 'paid', 'failed'))
              OR EXISTS (SELECT \(fragment: settlementColumns)
                          WHERE s.kind = 'settlement' AND s.settlement IS NOT NULL
                            AND s.gross_cents = -l.amount_cents AND \(fragment: isAwaited)))
       ORDER BY l.booked_on, l.id LIMIT \(limit)
      """, as: StatementLine.init(row:))
  }
}

private let settlementColumns: SQL = """
  s.provider, s.object_id, s.gross_cents, s.currency, s.occurred_at,
         CASE WHEN s.settlement IS NULL THEN 0 ELSE 1 END AS proven
    FROM provider_movement s
    JOIN journal_entry e ON e.idempotency_key = 'payout:' || s.provider || ':' || s.object_id
  """

private let isAwaited: SQL = """
  NOT EXISTS (SELECT 1 FROM journal_entry r WHERE r.reverses = e.id)
         AND NOT EXISTS (SELECT 1 FROM line_match m
                          WHERE m.reason = 'settlement' AND m.status = 'matched'
                            AND m.note = s.object_id)
  """

extension AwaitedSettlement {
  fileprivate init(row: Row) throws {
    let proven: Int = try row("proven")
    let at: Instant = try row("occurred_at")
    let cents: Int64 = try row("gross_cents")
    self.init(
      try row("object_id"), from: try row("provider"), -Money(cents: cents, try row("currency")),
      sentOn: CivilDate(of: at), isProven: proven == 1)
  }
}
