// The sandbox provider's table of refunds, and its account with its merchant.
package import Domain
import Literals

extension Transaction {
  /// Writes a new refund; false when its key was used in the meantime.
  package func insert(_ refund: SandboxRefund) throws -> Bool {
    let order = refund.order
    return try execute(
      """
      INSERT INTO sandbox_refund (id, idempotency_key, merchant_reference, payment_id,
                                  amount_cents, currency, made_at)
           VALUES (\(refund.id), \(order.idempotencyKey), \(order.merchantReference),
                   \(order.payment), \(order.amount.cents), \(order.amount.currency),
                   \(refund.madeAt))
      ON CONFLICT (idempotency_key) DO NOTHING
      """) == 1
  }
  /// The refund made under a key, if one was.
  package func sandboxRefund(madeUnder key: String) throws -> SandboxRefund? {
    try first(
      "\(fragment: refundColumns) WHERE idempotency_key = \(key)", as: SandboxRefund.init(row:))
  }
  package func sandboxRefund(_ id: SandboxRefund.ID) throws -> SandboxRefund? {
    try first("\(fragment: refundColumns) WHERE id = \(id)", as: SandboxRefund.init(row:))
  }
  /// What was given back of a payment, the oldest first.
  package func sandboxRefunds(of payment: SandboxPayment.ID) throws -> [SandboxRefund] {
    try rows(
      "\(fragment: refundColumns) WHERE payment_id = \(payment) ORDER BY made_at, id",
      as: SandboxRefund.init(row:))
  }
  /// All refunds in a span of time.
  package func sandboxRefunds(from: Instant, until: Instant) throws -> [SandboxRefund] {
    try rows(
      """
      \(fragment: refundColumns) WHERE made_at >= \(from) AND made_at < \(until)
       ORDER BY made_at, id
      """, as: SandboxRefund.init(row:))
  }
  /// Payments that were taken in a span of time, with when.
  package func sandboxCaptures(from: Instant, until: Instant) throws -> [(
    id: SandboxPayment.ID, amount: Money, at: Instant
  )] {
    try rows(
      """
      SELECT p.id, p.amount_cents, p.currency, e.created_at
        FROM sandbox_event e
        JOIN sandbox_payment p ON p.id = e.payment_id
       WHERE e.type = 'payment.succeeded' AND e.created_at >= \(from)
         AND e.created_at < \(until)
       ORDER BY e.created_at, p.id
      """
    ) { row in
      (
        id: try row("id"), amount: Money(cents: try row("amount_cents"), try row("currency")),
        at: try row("created_at")
      )
    }
  }
}

private let refundColumns: SQL = """
  SELECT id, idempotency_key, merchant_reference, payment_id, amount_cents, currency, made_at
    FROM sandbox_refund
  """

extension SandboxRefund {
  init(row: Row) throws {
    self.init(
      id: try row("id"),
      Order(
        key: try row("idempotency_key"), for: try row("merchant_reference"),
        of: try row("payment_id"),
        Money(cents: try row("amount_cents"), try row("currency"))),
      at: try row("made_at"))
  }
}
