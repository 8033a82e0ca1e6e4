// Money of campaigns that came to nothing and that nobody has decided to give back yet.
package import Domain
import Literals

extension Transaction {
  /// Payments whose campaign failed or was called off and whose refund is not decided.
  package func paymentsToReturn(limit: Int) throws -> [Payment.ID] {
    try rows(
      """
      SELECT p.id
        FROM campaign c
        JOIN payment p ON p.campaign_id = c.id
       WHERE c.status IN ('failed', 'cancelled')
         AND p.status = 'succeeded'
         AND NOT EXISTS (SELECT 1
                           FROM journal_entry j
                          WHERE j.idempotency_key = 'refund-req:' || p.id)
       ORDER BY p.created_at, p.id
       LIMIT \(limit)
      """
    ) { try $0("id") }
  }
}
