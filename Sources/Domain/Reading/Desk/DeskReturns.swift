// What the desk says of money that goes back: refunds with who asked, disputes with what is due.

/// One refund in a list.
package struct RefundLine: Hashable, Sendable {
  package let refund: Refund
  /// The pledge's code for people.
  package let reference: String
  package let campaign: CampaignName
  /// Who asked for it, where somebody at the desk did.
  package let requestedBy: String?

  package init(_ refund: Refund, reference: String, campaign: CampaignName, requestedBy: String?) {
    (self.refund, self.reference) = (refund, reference)
    (self.campaign, self.requestedBy) = (campaign, requestedBy)
  }
}

/// Which refunds a list shows.
package enum RefundGroup: String, CaseIterable, Sendable {
  case toDecide, underWay, byHand, over

  package var states: [RefundState] {
    switch self {
    case .toDecide: [.requested]
    case .underWay: [.approved, .submitted, .pendingAtProvider, .failedRetryable]
    case .byHand: [.failedPermanent, .manualTransferNeeded]
    case .over: [.succeeded, .manualPaid, .rejected, .unclaimed, .sentAgain]
    }
  }
}

/// One dispute in a list.
package struct DisputeLine: Hashable, Sendable {
  package let dispute: Dispute
  package let reference: String
  package let campaign: CampaignName

  package init(_ dispute: Dispute, reference: String, campaign: CampaignName) {
    (self.dispute, self.reference, self.campaign) = (dispute, reference, campaign)
  }
}

/// A payment of which money may go back.
package struct Refundable: Hashable, Sendable {
  package let payment: Payment
  /// The pledge's code for people.
  package let reference: String
  package let left: RefundAllocation
  package let isDisputed: Bool

  package init(
    _ payment: Payment, reference: String, left: RefundAllocation, isDisputed: Bool
  ) {
    (self.payment, self.reference) = (payment, reference)
    (self.left, self.isDisputed) = (left, isDisputed)
  }
}
