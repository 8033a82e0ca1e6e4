// The table of refunds.
package import Domain
import Literals

extension Transaction {
  /// Writes a new refund and the first line of its history. Throws a `StoreRefusal` when more would
  /// go back than was captured.
  package func insert(_ refund: Refund) throws {
    let parts = refund.allocation
    try execute(
      """
      INSERT INTO refund (id, payment_id, pledge_id, campaign_id, provider, provider_refund_id,
                          idempotency_key, reward_cents, gift_cents, shipping_cents, amount_cents,
                          currency, reason, origin, status, requested_by, requested_at, decided_by,
                          updated_at)
           VALUES (\(refund.id), \(refund.payment), \(refund.pledge), \(refund.campaign),
                   \(refund.provider), \(refund.providerReference), \(refund.idempotencyKey),
                   \(parts.reward.cents), \(parts.gift.cents), \(parts.shipping.cents),
                   \(refund.amount.cents), \(refund.amount.currency), \(refund.reason),
                   \(refund.origin), \(refund.state), \(refund.requestedBy),
                   \(refund.requestedAt), \(refund.decidedBy), \(refund.requestedAt))
      """)
    try record(
      MoneyStep(
        from: nil, to: refund.state.rawValue, reason: refund.reason.rawValue,
        by: refund.requestedBy, at: refund.requestedAt), of: refund.id.description)
  }
  /// Writes what a refund has become, and the line of its history that says why.
  package func update(_ refund: Refund, _ step: MoneyStep) throws {
    try execute(
      """
      UPDATE refund
         SET status = \(refund.state), provider_refund_id = \(refund.providerReference),
             decided_by = \(refund.decidedBy), resent_cents = \(refund.resent.cents),
             updated_at = \(step.at)
       WHERE id = \(refund.id)
      """)
    try record(step, of: refund.id.description)
  }
  /// A refund, kept from changing until the transaction ends.
  package func refundLocked(_ id: Refund.ID) throws -> Refund? {
    try first(
      """
      \(fragment: refundColumns) WHERE id = \(id) \(sqlite: "", postgres: "FOR NO KEY UPDATE")
      """, as: Refund.init(row:))
  }
  package func refund(_ id: Refund.ID) throws -> Refund? {
    try first("\(fragment: refundColumns) WHERE id = \(id)", as: Refund.init(row:))
  }
  /// The refund that a provider knows by its own id.
  package func refund(of provider: ProviderName, reference: String) throws -> Refund? {
    try first(
      """
      \(fragment: refundColumns)
       WHERE provider = \(provider) AND provider_refund_id = \(reference)
      """, as: Refund.init(row:))
  }
  /// All refunds of a payment, the oldest first.
  package func refunds(of payment: Payment.ID) throws -> [Refund] {
    try rows(
      "\(fragment: refundColumns) WHERE payment_id = \(payment) ORDER BY requested_at, id",
      as: Refund.init(row:))
  }
  /// Refunds in some states, those that wait longest first.
  package func refunds(in states: [RefundState], limit: Int) throws -> [Refund] {
    try rows(
      """
      \(fragment: refundColumns)
       WHERE status IN (\(list: states)) ORDER BY requested_at, id LIMIT \(limit)
      """, as: Refund.init(row:))
  }
  /// Refunds by card that their provider has to be told of, and has not been told since.
  package func refundsToSubmit(since: Instant, limit: Int) throws -> [Refund.ID] {
    try rows(
      """
      SELECT id FROM refund
       WHERE (status = 'approved'
              OR (status IN ('submitted', 'failedRetryable') AND updated_at < \(since)))
         AND NOT EXISTS (SELECT 1 FROM dispute d
                          WHERE d.payment_id = refund.payment_id
                            AND d.status IN ('inquiry', 'evidenceNeeded', 'underReview'))
       ORDER BY requested_at, id LIMIT \(limit)
      """
    ) { try $0("id") }
  }
  /// Payments whose refund the provider has and has not finished, not heard of since.
  package func quietRefunds(since: Instant, limit: Int) throws -> [Payment.ID] {
    try rows(
      """
      SELECT DISTINCT payment_id AS id FROM refund
       WHERE status IN ('submitted', 'pendingAtProvider') AND updated_at < \(since)
       ORDER BY payment_id LIMIT \(limit)
      """
    ) { try $0("id") }
  }
  /// How much of a payment went back or is to go back by refunds of ours that count.
  package func refunded(of payment: Payment.ID) throws -> Money {
    try first(
      """
      SELECT CAST(COALESCE(SUM(amount_cents - resent_cents), 0) AS BIGINT) AS cents
        FROM refund
       WHERE payment_id = \(payment) AND status <> 'rejected'
      """
    ) { try Money(row: $0, "cents") } ?? .zero
  }
}

private let refundColumns: SQL = """
  SELECT id, payment_id, pledge_id, campaign_id, provider, provider_refund_id, reward_cents,
         gift_cents, shipping_cents, currency, reason, origin, status, requested_by, requested_at,
         decided_by, resent_cents
    FROM refund
  """

extension Refund {
  init(row: Row) throws {
    self.init(
      id: try row("id"),
      of: (
        try row("payment_id"), try row("pledge_id"), try row("campaign_id"), try row("provider")
      ),
      RefundAllocation(
        reward: try Money(row: row, "reward_cents"), gift: try Money(row: row, "gift_cents"),
        shipping: try Money(row: row, "shipping_cents")),
      (try row("reason"), try row("origin")),
      asked: (try row("requested_by"), try row("requested_at")))
    state = try row("status")
    decidedBy = try row("decided_by")
    providerReference = try row("provider_refund_id")
    resent = try Money(row: row, "resent_cents")
  }
}

extension RefundState: SQLBindable, ColumnReadable {}
extension Refund.Reason: SQLBindable, ColumnReadable {}
extension Refund.Origin: SQLBindable, ColumnReadable {}
