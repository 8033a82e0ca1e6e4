// The table of disputes.
package import Domain
import Literals

extension Transaction {
  /// Writes a dispute as it was first told of.
  package func insert(_ dispute: Dispute) throws {
    try execute(
      """
      INSERT INTO dispute (id, payment_id, pledge_id, campaign_id, provider, provider_dispute_id,
                           amount_cents, fee_cents, fee_returned, currency, status, reason,
                           evidence_due_at, opened_at, updated_at)
           VALUES (\(dispute.id), \(dispute.payment), \(dispute.pledge), \(dispute.campaign),
                   \(dispute.provider), \(dispute.providerReference), \(dispute.amount.cents),
                   \(dispute.fee.cents), \(dispute.feeReturned), \(dispute.amount.currency),
                   \(dispute.state), \(dispute.reason), \(dispute.evidenceDueAt),
                   \(dispute.openedAt), \(dispute.openedAt))
      """)
    try record(
      MoneyStep(
        from: nil, to: dispute.state.rawValue, reason: dispute.reason, by: nil,
        at: dispute.openedAt), of: dispute.id.description)
  }
  /// Writes what a dispute has become, and the line of its history.
  package func update(_ dispute: Dispute, _ step: MoneyStep) throws {
    try execute(
      """
      UPDATE dispute
         SET status = \(dispute.state), fee_cents = \(dispute.fee.cents),
             fee_returned = \(dispute.feeReturned), evidence_due_at = \(dispute.evidenceDueAt),
             updated_at = \(step.at)
       WHERE id = \(dispute.id)
      """)
    try record(step, of: dispute.id.description)
  }
  /// The dispute that a provider knows by its own id. Call under its payment's lock.
  package func dispute(of provider: ProviderName, reference: String) throws -> Dispute? {
    try first(
      """
      \(fragment: disputeColumns)
       WHERE provider = \(provider) AND provider_dispute_id = \(reference)
      """, as: Dispute.init(row:))
  }
  /// All disputes of a payment, the oldest first.
  package func disputes(of payment: Payment.ID) throws -> [Dispute] {
    try rows(
      "\(fragment: disputeColumns) WHERE payment_id = \(payment) ORDER BY opened_at, id",
      as: Dispute.init(row:))
  }
  /// Disputes in some states, those whose evidence is due first before the others.
  package func disputes(in states: [DisputeState], limit: Int) throws -> [Dispute] {
    try rows(
      """
      \(fragment: disputeColumns)
       WHERE status IN (\(list: states)) ORDER BY opened_at DESC, id LIMIT \(limit)
      """, as: Dispute.init(row:))
  }
}

private let disputeColumns: SQL = """
  SELECT id, payment_id, pledge_id, campaign_id, provider, provider_dispute_id, amount_cents,
         fee_cents, fee_returned, currency, status, reason, evidence_due_at, opened_at
    FROM dispute
  """

extension Dispute {
  init(row: Row) throws {
    self.init(
      id: try row("id"),
      of: (
        try row("payment_id"), try row("pledge_id"), try row("campaign_id"), try row("provider")
      ),
      ProviderDispute(
        reference: try row("provider_dispute_id"), try row("status"),
        amount: try Money(row: row, "amount_cents"), fee: try Money(row: row, "fee_cents"),
        feeReturned: try row("fee_returned"), reason: try row("reason"),
        evidenceDueAt: try row("evidence_due_at")),
      openedAt: try row("opened_at"))
  }
}

extension DisputeState: SQLBindable, ColumnReadable {}
