// What became of every payment at a provider, for whoever wants to move out or to compare.
package import Domain
import Literals

/// One payment with the sums that the ledger has of it.
package struct ExportedPayment: Hashable, Sendable {
  /// Ours, for asking for those after it.
  package let id: Payment.ID
  /// The provider's own id; ours where it has none yet.
  package let paymentID: String
  /// The other platform's id of the pledge where it was moved in; else ours.
  package let pledgeID: String
  package let captured: Money
  package let refunded: Money
  package let disputedLost: Money
}

extension Transaction {
  /// Payments after one of them, in the order of their ids.
  package func exportedPayments(after last: Payment.ID?, limit: Int) throws -> [ExportedPayment] {
    try rows(
      """
      SELECT p.id, COALESCE(p.provider_payment_id, p.id) AS their_id,
             COALESCE(MAX(e.their_pledge_id), p.pledge_id) AS their_pledge_id, p.currency,
             CAST(COALESCE(SUM(CASE WHEN j.kind = 'captured'
                                     AND substr(s.account_code, 1, 9) = 'provider:'
                                    THEN s.amount_cents END), 0) AS BIGINT) AS captured_cents,
             CAST(COALESCE(-SUM(CASE WHEN j.kind IN ('refundConfirmed', 'refundFailed')
                                      AND substr(s.account_code, 1, 9) = 'provider:'
                                     THEN s.amount_cents END), 0) AS BIGINT) AS refunded_cents,
             CAST(COALESCE(-SUM(CASE WHEN j.kind = 'disputeLost'
                                      AND substr(s.account_code, 1, 9) = 'disputes:'
                                     THEN s.amount_cents END), 0) AS BIGINT) AS lost_cents
        FROM payment p
        LEFT JOIN expected_payment e ON e.pledge_id = p.pledge_id
        LEFT JOIN posting s ON s.pledge_id = p.pledge_id AND s.payment_id = p.id
        LEFT JOIN journal_entry j ON j.id = s.journal_entry_id
       WHERE p.provider <> \(ProviderName.bank) AND p.id > \(last?.description ?? "")
       GROUP BY p.id, p.provider_payment_id, p.pledge_id, p.currency
       ORDER BY p.id LIMIT \(limit)
      """
    ) { row in
      let currency: Currency = try row("currency")
      func money(_ column: String) throws -> Money {
        Money(cents: try row(column), currency)
      }
      return ExportedPayment(
        id: try row("id"), paymentID: try row("their_id"),
        pledgeID: try row("their_pledge_id"), captured: try money("captured_cents"),
        refunded: try money("refunded_cents"), disputedLost: try money("lost_cents"))
    }
  }
}
