// Money of a payment that goes back to who gave it, and why it may not.

/// One refund of one payment, whole or in part.
package struct Refund: Identified, Hashable, Sendable {
  package static let idPrefix = "rfd"

  package let id: Refund.ID
  package let payment: Payment.ID
  package let pledge: Pledge.ID
  package let campaign: Campaign.ID
  package let provider: ProviderName
  package let allocation: RefundAllocation
  package let reason: Reason
  package let origin: Origin
  /// Nil where a rule, a donor or the provider asked.
  package let requestedBy: Person.ID?
  package let requestedAt: Instant
  package var state: RefundState
  /// Nil where a rule decided.
  package var decidedBy: Person.ID?
  /// The provider's own id, once it has answered.
  package var providerReference: String?
  /// How much of it did not arrive and went out by another refund later.
  package var resent = Money.zero

  /// Why money goes back.
  package enum Reason: String, CaseIterable, Sendable {
    case campaignFailed, campaignCancelled
    /// The backer's right to leave a distance contract.
    case withdrawal
    case askedByDonor, rewardMissing, paidTwice, fraud
    /// The provider says nothing more.
    case unknown
  }
  /// Who set it going.
  package enum Origin: String, CaseIterable, Sendable {
    /// Somebody at the desk.
    case desk
    case donor
    /// What a campaign's ending asks for.
    case rule
    /// Somebody in the provider's dashboard: it was sent before we heard of it.
    case provider
  }

  /// A new one. What people ask for at the desk waits for another person.
  package init(
    id: Refund.ID, of payment: Payment, _ allocation: RefundAllocation, _ why: (Reason, Origin),
    asked: (by: Person.ID?, at: Instant)
  ) {
    self.id = id
    (self.payment, pledge, campaign) = (payment.id, payment.pledge, payment.campaign)
    provider = payment.provider
    self.allocation = allocation
    (reason, origin) = why
    (requestedBy, requestedAt) = asked
    state = .requested
  }

  /// One that is stored.
  package init(
    id: Refund.ID, of subject: (Payment.ID, Pledge.ID, Campaign.ID, ProviderName),
    _ allocation: RefundAllocation, _ why: (Reason, Origin), asked: (by: Person.ID?, at: Instant)
  ) {
    self.id = id
    (payment, pledge, campaign, provider) = subject
    self.allocation = allocation
    (reason, origin) = why
    (requestedBy, requestedAt) = asked
    state = .requested
  }

  package var amount: Money { allocation.total }
  /// What of it still stands for itself, and is due by transfer where it did not arrive.
  package var due: Money { amount - resent }
  /// The parts of what still stands for itself.
  package var standing: RefundAllocation { allocation - allocation.first(resent) }
  /// The provider was told of it, and nobody knows whether it has heard.
  package var isUnanswered: Bool { state == .submitted && providerReference == nil }
  /// The key under which the provider sends it once: the same for every try of the call.
  package var idempotencyKey: String { "refund:\(id)" }
  var subject: Posting.Subject {
    Posting.Subject(payment: payment, pledge: pledge, campaign: campaign)
  }
}

/// Why a refund is not made.
package enum RefundRefusal: Error, Hashable, Sendable {
  /// Nothing was taken, so nothing can go back.
  case notCaptured
  case nothingAsked
  /// More of a part than is left of it: the part, and what is left.
  case aboveLeft(RefundPart, Money)
  /// Somebody's bank is taking it back already: it would go back twice.
  case disputed
  /// Who asked for a refund does not decide on it.
  case needsAnotherPerson
  /// The accounts that it has to come from do not hold so much.
  case uncovered
  /// This does not happen to a refund in this state.
  case notFrom(RefundState, RefundEvent)
}

extension Payment {
  /// Checks parts of this payment that are to go back. `left` is what earlier refunds and lost
  /// disputes have left of it.
  package func check(_ asked: RefundAllocation, left: RefundAllocation, isDisputed: Bool)
    throws(RefundRefusal)
  {
    guard status == .succeeded else { throw .notCaptured }
    guard !isDisputed else { throw .disputed }
    for part in RefundPart.allCases {
      guard !asked[part].isNegative, asked[part] <= left[part] else {
        throw .aboveLeft(part, left[part])
      }
    }
    guard asked.total.isPositive else { throw .nothingAsked }
  }
}

extension Refund {
  /// Who asked does not decide; what a rule asked for, nobody has to.
  package func checkDecider(_ person: Person.ID?) throws(RefundRefusal) {
    if let person, person == requestedBy { throw .needsAnotherPerson }
    if requestedBy != nil, person == nil { throw .needsAnotherPerson }
  }
}
