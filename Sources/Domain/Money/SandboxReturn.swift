// What the sandbox provider takes away again: refunds and disputes, in its own books.

/// A refund at the sandbox: asked for by its merchant, or made in its dashboard.
package struct SandboxRefund: Identified, Hashable, Sendable {
  package static let idPrefix = "sre"

  package enum Status: String, CaseIterable, Sendable { case succeeded, failed }

  package let id: SandboxRefund.ID
  package let payment: SandboxPayment.ID
  package let amount: Money
  /// Nil for one made in the dashboard.
  package let request: Request?
  package var status: Status

  /// How a merchant asked for it.
  package struct Request: Hashable, Sendable {
    package let key: String
    /// The merchant's own id of it.
    package let reference: String

    package init(key: String, reference: String) { (self.key, self.reference) = (key, reference) }
  }

  package init(
    id: SandboxRefund.ID, of payment: SandboxPayment.ID, _ amount: Money, _ request: Request?,
    status: Status = .succeeded
  ) {
    (self.id, self.payment, self.amount) = (id, payment, amount)
    (self.request, self.status) = (request, status)
  }
}

/// A dispute at the sandbox: somebody's bank took money back.
package struct SandboxDispute: Identified, Hashable, Sendable {
  package static let idPrefix = "sdi"

  package enum Status: String, CaseIterable, Sendable { case open, won, lost }

  package let id: SandboxDispute.ID
  package let payment: SandboxPayment.ID
  package let amount: Money
  package var status: Status

  /// What the sandbox takes for the trouble; it comes back on a win.
  package static let fee = Money.euro(15)

  package init(
    id: SandboxDispute.ID, of payment: SandboxPayment.ID, _ amount: Money, status: Status = .open
  ) {
    (self.id, self.payment, self.amount, self.status) = (id, payment, amount, status)
  }
}

/// All that was taken away from one payment.
package struct SandboxReturns: Hashable, Sendable {
  package let refunds: [SandboxRefund]
  package let disputes: [SandboxDispute]

  package init(refunds: [SandboxRefund], disputes: [SandboxDispute]) {
    (self.refunds, self.disputes) = (refunds, disputes)
  }

  package var isDisputed: Bool { disputes.contains { $0.status == .open } }
  /// What of an amount is still the merchant's.
  package func left(of amount: Money) -> Money {
    let refunded = refunds.filter { $0.status == .succeeded }.map(\.amount)
    let lost = disputes.filter { $0.status != .won }.map(\.amount)
    return (refunded + lost).reduce(amount, -)
  }
}

/// What can be done in the sandbox's dashboard to a payment that succeeded.
package enum SandboxDeed: String, CaseIterable, Sendable {
  case refund, failRefund, dispute, win, lose
}
