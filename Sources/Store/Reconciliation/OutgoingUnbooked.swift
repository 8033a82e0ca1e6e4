// Money that has left the bank by its statements and is still in the ledger.
package import Domain
import Literals

extension Transaction {
  /// By how much an account's statements show less than the ledger, by lines that wait on the desk
  /// or were set aside. A line of an ordered transfer counts only as that transfer.
  package func outgoingUnbooked(on account: IBAN) throws -> Money {
    let moved = try first(
      """
      SELECT CAST(COALESCE(SUM(l.amount_cents), 0) AS BIGINT) AS cents
        FROM line_match m
        JOIN statement_line l ON l.id = m.line_id
       WHERE m.status IN ('waiting', 'ignored') AND l.iban = \(account)
         AND NOT EXISTS (SELECT 1 FROM payout p
                          WHERE p.end_to_end = l.end_to_end_id AND p.status = 'submitted')
      """
    ) { try Money(row: $0, "cents") }
    return max(.zero, -(moved ?? .zero))
  }
}
