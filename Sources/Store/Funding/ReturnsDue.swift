// Money of campaigns that came to nothing and that nobody has decided to give back yet.
package import Domain
import Literals

extension Transaction {
  /// Payments whose campaign failed or was called off and whose refund is neither decided
  /// nor left to a person.
  package func paymentsToReturn(limit: Int) throws -> [Payment.ID] {
    try rows(
      """
      SELECT p.id
        FROM campaign c
        JOIN payment p ON p.campaign_id = c.id
       WHERE c.status IN ('failed', 'cancelled')
         AND p.status = 'succeeded'
         AND p.amount_cents
             > (SELECT COALESCE(SUM(r.amount_cents - r.resent_cents), 0) FROM refund r
                 WHERE r.payment_id = p.id AND r.status <> 'rejected')
             + (SELECT COALESCE(SUM(d.amount_cents), 0) FROM dispute d
                 WHERE d.payment_id = p.id AND d.status IN ('lost', 'accepted'))
         AND NOT EXISTS (SELECT 1
                           FROM dispute d
                          WHERE d.payment_id = p.id
                            AND d.status IN ('inquiry', 'evidenceNeeded', 'underReview'))
         AND NOT EXISTS (SELECT 1
                           FROM money_exception x
                          WHERE x.payment_id = p.id AND x.kind = 'refundUncovered'
                            AND x.closed_at IS NULL)
       ORDER BY p.created_at, p.id
       LIMIT \(limit)
      """
    ) { try $0("id") }
  }
}
