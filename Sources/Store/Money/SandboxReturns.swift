// The sandbox provider's tables of refunds and disputes. Only the sandbox reads and writes them.
package import Domain
import Literals

extension Transaction {
  /// Writes a refund; false when its key was used before.
  package func insert(_ refund: SandboxRefund, at now: Instant) throws -> Bool {
    try execute(
      """
      INSERT INTO sandbox_refund (id, payment_id, idempotency_key, merchant_reference, amount_cents,
                                  currency, status, created_at)
           VALUES (\(refund.id), \(refund.payment), \(refund.request?.key),
                   \(refund.request?.reference), \(refund.amount.cents),
                   \(refund.amount.currency), \(refund.status.rawValue), \(now))
      ON CONFLICT (idempotency_key) DO NOTHING
      """) == 1
  }
  package func insert(_ dispute: SandboxDispute, at now: Instant) throws {
    try execute(
      """
      INSERT INTO sandbox_dispute (id, payment_id, amount_cents, currency, status, created_at)
           VALUES (\(dispute.id), \(dispute.payment), \(dispute.amount.cents),
                   \(dispute.amount.currency), \(dispute.status.rawValue), \(now))
      """)
  }
  package func update(_ refund: SandboxRefund) throws {
    try execute(
      "UPDATE sandbox_refund SET status = \(refund.status.rawValue) WHERE id = \(refund.id)")
  }
  package func update(_ dispute: SandboxDispute) throws {
    try execute(
      "UPDATE sandbox_dispute SET status = \(dispute.status.rawValue) WHERE id = \(dispute.id)")
  }
  /// All that was taken away from a payment, the oldest first.
  package func sandboxReturns(of payment: SandboxPayment.ID) throws -> SandboxReturns {
    let refunds = try rows(
      """
      SELECT id, idempotency_key, merchant_reference, amount_cents, currency, status
        FROM sandbox_refund WHERE payment_id = \(payment) ORDER BY created_at, id
      """
    ) { row in
      let key: String? = try row("idempotency_key")
      let reference: String = try row("merchant_reference", as: String?.self) ?? ""
      return SandboxRefund(
        id: try row("id"), of: payment,
        Money(cents: try row("amount_cents"), try row("currency")),
        key.map { SandboxRefund.Request(key: $0, reference: reference) },
        status: try row("status"))
    }
    let disputes = try rows(
      """
      SELECT id, amount_cents, currency, status
        FROM sandbox_dispute WHERE payment_id = \(payment) ORDER BY created_at, id
      """
    ) { row in
      SandboxDispute(
        id: try row("id"), of: payment,
        Money(cents: try row("amount_cents"), try row("currency")), status: try row("status"))
    }
    return SandboxReturns(refunds: refunds, disputes: disputes)
  }
}

extension SandboxRefund.Status: ColumnReadable {}
extension SandboxDispute.Status: ColumnReadable {}
