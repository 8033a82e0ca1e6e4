// Where a provider's payment is not what we asked for: nothing is booked and a person looks.

/// How a provider's object differs from our payment.
package enum PaymentMismatch: Error, Hashable, Sendable {
  case amount(expected: Money, found: Money)
  /// Test money in a real environment, or the other way round.
  case liveMode(expected: Bool)
  /// The provider's object names another payment of ours, or none.
  case reference(found: String?)

  /// Its name in the database and on the desk.
  package enum Kind: String, CaseIterable, Sendable { case amount, currency, liveMode, reference }

  package var kind: Kind {
    switch self {
    case .amount(let expected, let found):
      expected.currency == found.currency ? .amount : .currency
    case .liveMode: .liveMode
    case .reference: .reference
    }
  }
}

/// A payment as its provider sees it now.
package struct ProviderPayment: Hashable, Sendable {
  /// The provider's own id.
  package let reference: String
  package let status: PaymentStatus
  package let failure: PaymentFailure?
  /// What was or will be taken, in the provider's words.
  package let amount: Money
  package let isLive: Bool
  /// Our payment's id, as we gave it when it was made.
  package let ours: String?
  /// Where the payer pays.
  package let hostedPage: String?
  /// All that went back, whoever started it.
  package var refunds: [ProviderRefund] = []
  /// All that was disputed.
  package var disputes: [ProviderDispute] = []
  /// The provider's other ids of it.
  package var ids: [String] = []
  /// The try that a bank refused last, by the provider's id of it.
  package var refusedTry: String?
  /// The same for one card wherever it is used; nil where the provider tells none.
  package var card: String?
  /// What was written beside it by whoever started it.
  package var notes: [String] = []

  package init(
    reference: String, status: PaymentStatus, failure: PaymentFailure? = nil, amount: Money,
    isLive: Bool, ours: String?, hostedPage: String? = nil
  ) {
    (self.reference, self.status, self.failure) = (reference, status, failure)
    (self.amount, self.isLive, self.ours, self.hostedPage) = (amount, isLive, ours, hostedPage)
  }
}

extension Payment {
  /// What a provider's answer does to this payment; or how it is not about this payment at all.
  /// One that was moved in from another platform is known by the provider's id alone.
  package func reaching(
    _ found: ProviderPayment, live: Bool, isImported: Bool = false
  ) throws(PaymentMismatch) -> PaymentStatus.Step {
    guard isImported || found.ours == id.description else {
      throw .reference(found: found.ours)
    }
    guard found.isLive == live else { throw .liveMode(expected: live) }
    guard found.amount == amount else { throw .amount(expected: amount, found: found.amount) }
    return status.reaching(found.status)
  }
}
