// What does not fit: shown to a person with both values, and never booked by itself.

/// Something about money that a person has to decide.
package struct MoneyException: Identified, Hashable, Sendable {
  package static let idPrefix = "exc"

  package enum Kind: String, CaseIterable, Sendable {
    case amount, currency, liveMode, reference
    /// An event about an object that no payment of ours is.
    case unknownObject
    /// Paid after its time, when the reward had gone to somebody else.
    case rewardLost
    /// The pledge had been paid by another attempt: one of the two has to go back.
    case paidTwice
    /// Paid although the pledge or its campaign was called off: it has to go back.
    case campaignOver
    /// It has to go back, and what is held for its campaign does not cover it.
    case refundUncovered
    /// A provider tells of a refund that we would not have made: above what is left, in a dispute.
    case refundUnexpected
    /// A provider does not take a payment of ours: its keys or our request are wrong.
    case providerRefused
    /// A provider does not take a refund of ours.
    case refundRefused
    /// A provider tells of a dispute that does not fit its payment.
    case disputeUnexpected
    /// A transfer to our bank failed, as its provider says, and is on the statement.
    case settlementFailed
    /// A payout that was told as failed is on the statement: another may have gone in its place.
    case payoutAfterAll
    /// Somebody tries cards out on a campaign: cards rest there for some minutes.
    case cardTesting
    /// Several donors paid with one card.
    case cardShared
    /// A card's bank says that a payment may be fraud: look before its reward is sent, and give it
    /// back before it is disputed.
    case fraudWarning
    /// What a provider paid to our bank is not the sum of the lines that it names.
    case settlementDiffers
    /// The provider's lines about it and the ledger say different sums.
    case movementDiffers

    /// Whether it is found anew at every comparison, for as long as both sides stay as they are.
    package var isDifference: Bool { self == .movementDiffers || self == .settlementDiffers }

    package init(_ mismatch: PaymentMismatch.Kind) {
      self =
        switch mismatch {
        case .amount: .amount
        case .currency: .currency
        case .liveMode: .liveMode
        case .reference: .reference
        }
    }
  }

  /// Why it left the desk without a person.
  package enum Gone: String, CaseIterable, Sendable {
    /// Both sides say the same now.
    case agrees
    /// What was missing has come.
    case arrived
    /// All that was taken has gone back.
    case returned
    /// The provider takes it now.
    case accepted
  }
  /// What there is no reason for once all of its payment has gone back.
  package static let endWithMoney: [Kind] = [
    .rewardLost, .paidTwice, .campaignOver, .refundUncovered, .fraudWarning,
  ]

  package let id: MoneyException.ID
  package let kind: Kind
  package let payment: Payment.ID?
  /// What it is about: our payment, or an object of a provider's.
  package let objectID: String
  package let expected: String
  package let found: String
  package let openedAt: Instant

  package init(
    id: MoneyException.ID, kind: Kind, payment: Payment.ID?, objectID: String,
    expected: String, found: String, openedAt: Instant
  ) {
    (self.id, self.kind, self.payment, self.objectID) = (id, kind, payment, objectID)
    (self.expected, self.found, self.openedAt) = (expected, found, openedAt)
  }
}
