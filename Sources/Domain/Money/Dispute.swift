// A cardholder's bank takes a payment back: the whole of it or a part, and a fee besides.

/// One dispute of one payment. Its amounts are the provider's.
package struct Dispute: Identified, Hashable, Sendable {
  package static let idPrefix = "dsp"

  package let id: Dispute.ID
  package let payment: Payment.ID
  package let pledge: Pledge.ID
  package let campaign: Campaign.ID
  package let provider: ProviderName
  package let providerReference: String
  package let amount: Money
  /// What the provider takes for the trouble; comes back on a win with some.
  package var fee: Money
  package var feeReturned: Bool
  package let reason: String
  package var evidenceDueAt: Instant?
  package let openedAt: Instant
  package var state: DisputeState

  /// As a provider tells of it the first time.
  package init(
    id: Dispute.ID, of payment: Payment, _ found: ProviderDispute, at now: Instant
  ) {
    self.init(
      id: id, of: (payment.id, payment.pledge, payment.campaign, payment.provider), found,
      openedAt: now)
  }
  /// One that is stored.
  package init(
    id: Dispute.ID, of subject: (Payment.ID, Pledge.ID, Campaign.ID, ProviderName),
    _ found: ProviderDispute, openedAt: Instant
  ) {
    self.id = id
    (payment, pledge, campaign, provider) = subject
    (providerReference, amount, fee) = (found.reference, found.amount, found.fee)
    (feeReturned, reason, evidenceDueAt) = (found.feeReturned, found.reason, found.evidenceDueAt)
    (state, self.openedAt) = (found.state, openedAt)
  }
  var subject: Posting.Subject {
    Posting.Subject(payment: payment, pledge: pledge, campaign: campaign)
  }
}

/// A dispute as its provider sees it now.
package struct ProviderDispute: Hashable, Sendable {
  package let reference: String
  package let state: DisputeState
  package let amount: Money
  package let fee: Money
  package let feeReturned: Bool
  package let reason: String
  package let evidenceDueAt: Instant?

  package init(
    reference: String, _ state: DisputeState, amount: Money, fee: Money = .zero,
    feeReturned: Bool = false, reason: String = "", evidenceDueAt: Instant? = nil
  ) {
    (self.reference, self.state, self.amount, self.fee) = (reference, state, amount, fee)
    (self.feeReturned, self.reason, self.evidenceDueAt) = (feeReturned, reason, evidenceDueAt)
  }
}

/// How far a dispute has come.
package enum DisputeState: String, CaseIterable, Sendable {
  /// The bank only asks: no money has moved.
  case inquiry
  /// The money was taken away; evidence can be sent.
  case evidenceNeeded
  case underReview
  case won
  case lost
  /// We did not contest it.
  case accepted
  /// An inquiry that led to nothing.
  case closed

  /// Whether the provider holds the money now.
  package var holdsFunds: Bool {
    switch self {
    case .evidenceNeeded, .underReview: true
    case .inquiry, .won, .lost, .accepted, .closed: false
    }
  }
  /// Whether a refund would send the money back twice.
  package var isOpen: Bool {
    switch self {
    case .inquiry, .evidenceNeeded, .underReview: true
    case .won, .lost, .accepted, .closed: false
    }
  }
  /// Whether the money is gone for good.
  package var isLoss: Bool { self == .lost || self == .accepted }

  /// Applies the state reached at the provider; news come in any order, an ending is final.
  package func reaching(_ next: DisputeState) -> Step {
    if next == self { return .unchanged }
    let followers: Set<DisputeState> =
      switch self {
      case .inquiry: [.evidenceNeeded, .underReview, .won, .lost, .accepted, .closed]
      case .evidenceNeeded: [.underReview, .won, .lost, .accepted]
      case .underReview: [.won, .lost, .accepted]
      case .won, .lost, .accepted, .closed: []
      }
    return followers.contains(next) ? .moved(to: next) : .late
  }
  package enum Step: Hashable, Sendable {
    case moved(to: DisputeState)
    case unchanged
    /// The news is older than what is known.
    case late
  }

  /// The states in which a dispute is open, or money is lost by it.
  package static let open = allCases.filter(\.isOpen)
  package static let losses = allCases.filter(\.isLoss)
}
