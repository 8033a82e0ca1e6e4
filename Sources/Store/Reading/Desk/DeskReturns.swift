// The desk's lists of refunds and disputes.
package import Domain
import Literals

extension Transaction {
  /// The refunds of a group, the newest first.
  package func deskRefunds(_ group: RefundGroup, limit: Int = 200) throws -> [RefundLine] {
    try refundLines(
      """
      \(fragment: refundLineColumns)
       WHERE r.status IN (\(list: group.states)) ORDER BY r.requested_at DESC, r.id LIMIT \(limit)
      """)
  }
  package func deskRefund(_ id: Refund.ID) throws -> RefundLine? {
    try refundLines("\(fragment: refundLineColumns) WHERE r.id = \(id)").first
  }
  /// The refunds of one payment, the oldest first.
  package func deskRefunds(of payment: Payment.ID) throws -> [RefundLine] {
    try refundLines(
      """
      \(fragment: refundLineColumns)
       WHERE r.payment_id = \(payment) ORDER BY r.requested_at, r.id
      """)
  }
  private func refundLines(_ sql: SQL) throws -> [RefundLine] {
    try rows(sql) { row in
      RefundLine(
        try Refund(row: row), reference: try row("reference"),
        campaign: try CampaignName(row: row), requestedBy: try row("requested_by_name"))
    }
  }

  /// Disputes, open or over, the newest first.
  package func deskDisputes(limit: Int = 200) throws -> [DisputeLine] {
    try disputeLines(
      "\(fragment: disputeLineColumns) ORDER BY d.opened_at DESC, d.id LIMIT \(limit)")
  }
  /// The disputes of one payment.
  package func deskDisputes(of payment: Payment.ID) throws -> [DisputeLine] {
    try disputeLines(
      "\(fragment: disputeLineColumns) WHERE d.payment_id = \(payment) ORDER BY d.opened_at, d.id")
  }
  private func disputeLines(_ sql: SQL) throws -> [DisputeLine] {
    try rows(sql) { row in
      DisputeLine(
        try Dispute(row: row), reference: try row("reference"),
        campaign: try CampaignName(row: row))
    }
  }
}

private let refundLineColumns: SQL = """
  SELECT r.id, r.payment_id, r.pledge_id, r.campaign_id, r.provider, r.provider_refund_id,
         r.reward_cents, r.gift_cents, r.shipping_cents, r.currency, r.reason, r.origin, r.status,
         r.requested_by, r.requested_at, r.decided_by, r.resent_cents, g.reference, c.slug,
         c.title_it, c.title_en, w.name AS requested_by_name
    FROM refund r
    JOIN pledge g ON g.id = r.pledge_id
    JOIN campaign c ON c.id = r.campaign_id
    LEFT JOIN person w ON w.id = r.requested_by
  """

private let disputeLineColumns: SQL = """
  SELECT d.id, d.payment_id, d.pledge_id, d.campaign_id, d.provider, d.provider_dispute_id,
         d.amount_cents, d.fee_cents, d.fee_returned, d.currency, d.status, d.reason,
         d.evidence_due_at, d.opened_at, g.reference, c.slug, c.title_it, c.title_en
    FROM dispute d
    JOIN pledge g ON g.id = d.pledge_id
    JOIN campaign c ON c.id = d.campaign_id
  """
