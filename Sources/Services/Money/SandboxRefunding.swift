// The sandbox provider gives money back, and says what its account with its merchant did.
package import Domain
import Store

extension SandboxShop {
  package enum Refunding: Hashable, Sendable {
    case made(SandboxRefund)
    /// It was never paid.
    case unpaid
    /// More than is left of it.
    case tooMuch
  }

  /// The refund of an order: a new one, or the one made under the same key.
  package func refund(_ order: SandboxRefund.Order) async throws -> Refunding {
    let stamp = Stamp(at: clock.now, by: .system, entropy)
    let refund = SandboxRefund(id: entropy.id(at: stamp.now), order, at: stamp.now)
    return try await database.write { tx in
      guard let payment = try tx.sandboxPaymentLocked(order.payment),
        payment.status(at: stamp.now) == .succeeded
      else { return .unpaid }
      if let earlier = try tx.sandboxRefund(madeUnder: order.idempotencyKey) {
        guard earlier.order == order else {
          throw Fault("sandbox: this idempotency key was used with other parameters")
        }
        return .made(earlier)
      }
      let before = try tx.sandboxRefunds(of: order.payment).reduce(0) {
        $0 + $1.order.amount.cents
      }
      guard order.amount.isPositive, before + order.amount.cents <= payment.order.amount.cents
      else { return .tooMuch }
      guard try tx.insert(refund) else { throw Fault("sandbox: key in use", retryable: true) }
      try tell(SandboxEvent(id: entropy.id(at: stamp.now), of: refund), stamp, tx)
      return .made(refund)
    }
  }
  package func refund(_ id: SandboxRefund.ID) async throws -> SandboxRefund? {
    try await database.read { try $0.sandboxRefund(id) }
  }
  package func refunds(of payment: SandboxPayment.ID) async throws -> [SandboxRefund] {
    try await database.read { try $0.sandboxRefunds(of: payment) }
  }

  /// What its account with its merchant did in a span of time. It takes no fee.
  package func movements(from: Instant, until: Instant) async throws -> [ProviderMovement] {
    let (taken, back) = try await database.read { tx in
      (
        try tx.sandboxCaptures(from: from, until: until),
        try tx.sandboxRefunds(from: from, until: until)
      )
    }
    let captures = taken.map {
      ProviderMovement(
        reference: "txn_\($0.id)", .capture, object: $0.id.description,
        payment: $0.id.description,
        amounts: ($0.amount, Money(cents: 0, $0.amount.currency)), at: $0.at)
    }
    let refunds = back.map {
      let amount = $0.order.amount
      return ProviderMovement(
        reference: "txn_\($0.id)", .refund, object: $0.id.description,
        payment: $0.order.payment.description,
        amounts: (-amount, Money(cents: 0, amount.currency)), at: $0.madeAt)
    }
    return (captures + refunds).sorted { $0.createdAt < $1.createdAt }
  }
}
