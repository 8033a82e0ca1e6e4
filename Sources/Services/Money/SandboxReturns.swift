// What the sandbox provider gives back and what banks take from it, over its own tables.
package import Domain
import Store

extension SandboxShop {
  package enum GivenBack: Hashable, Sendable {
    case made(SandboxRefund)
    case unpaid, disputed, tooMuch
  }

  /// The refund of an order: a new one, or the one made under the same key.
  package func giveBack(
    _ amount: Money, of id: SandboxPayment.ID, _ request: SandboxRefund.Request
  ) async throws -> GivenBack {
    let stamp = Stamp(at: clock.now, by: .system, entropy)
    return try await database.write { tx in
      guard let payment = try tx.sandboxPaymentLocked(id),
        payment.status(at: stamp.now) == .succeeded
      else { return .unpaid }
      let returns = try tx.sandboxReturns(of: id)
      if let earlier = returns.refunds.first(where: { $0.request?.key == request.key }) {
        guard earlier.amount == amount else {
          throw Fault("sandbox: this idempotency key was used with other parameters")
        }
        return .made(earlier)
      }
      if returns.isDisputed { return .disputed }
      guard amount.isPositive, amount <= returns.left(of: payment.order.amount) else {
        return .tooMuch
      }
      let refund = SandboxRefund(id: entropy.id(at: stamp.now), of: id, amount, request)
      _ = try tx.insert(refund, at: stamp.now)
      try tell(of: payment, stamp, tx, news: "refunded")
      return .made(refund)
    }
  }

  package func returns(of id: SandboxPayment.ID) async throws -> SandboxReturns {
    try await database.read { try $0.sandboxReturns(of: id) }
  }

  /// Somebody at the sandbox does something to a payment that succeeded; false where it is not
  /// possible. An amount of nothing means all that is left.
  package func act(
    _ deed: SandboxDeed, on id: SandboxPayment.ID, _ amount: Money = .zero
  ) async throws -> Bool {
    let stamp = Stamp(at: clock.now, by: .visitor, entropy)
    return try await database.write { tx in
      guard let payment = try tx.sandboxPaymentLocked(id), payment.status == .succeeded else {
        return false
      }
      let returns = try tx.sandboxReturns(of: id)
      let left = returns.left(of: payment.order.amount)
      let wanted = amount.isPositive ? amount : left
      switch deed {
      case .refund:
        guard wanted.isPositive, wanted <= left, !returns.isDisputed else { return false }
        let refund = SandboxRefund(id: entropy.id(at: stamp.now), of: id, wanted, nil)
        _ = try tx.insert(refund, at: stamp.now)
      case .failRefund:
        guard var refund = returns.refunds.last(where: { $0.status == .succeeded }) else {
          return false
        }
        refund.status = .failed
        try tx.update(refund)
      case .dispute:
        guard wanted.isPositive, wanted <= left, !returns.isDisputed else { return false }
        try tx.insert(
          SandboxDispute(id: entropy.id(at: stamp.now), of: id, wanted), at: stamp.now)
      case .win, .lose:
        guard var dispute = returns.disputes.first(where: { $0.status == .open }) else {
          return false
        }
        dispute.status = deed == .win ? .won : .lost
        try tx.update(dispute)
      }
      try tell(of: payment, stamp, tx, news: deed.rawValue)
      return true
    }
  }
}
