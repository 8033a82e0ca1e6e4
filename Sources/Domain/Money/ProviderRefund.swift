// A refund as its provider sees it now.

/// What a provider says of one refund.
package struct ProviderRefund: Hashable, Sendable {
  /// The provider's own id.
  package let reference: String
  package let amount: Money
  package let status: Status
  /// Our refund's id, as we gave it; nil when somebody started it in the provider's dashboard.
  package let ours: String?

  package enum Status: String, CaseIterable, Sendable {
    case pending, succeeded
    /// It did not arrive: the money is back with the provider.
    case failed

    /// What it does to ours.
    package var event: RefundEvent {
      switch self {
      case .pending: .pend
      case .succeeded: .succeed
      case .failed: .failForGood
      }
    }
  }

  package init(reference: String, amount: Money, _ status: Status, ours: String?) {
    (self.reference, self.amount, self.status, self.ours) = (reference, amount, status, ours)
  }
}
