// One attempt to pay for a pledge, at one provider or by bank transfer.

/// A payment. Our row and its idempotency key exist before the provider hears of it.
package struct Payment: Identified, Hashable, Sendable {
  package static let idPrefix = "pay"

  package let id: Payment.ID
  package let pledge: Pledge.ID
  package let campaign: Campaign.ID
  /// `.bank` for a transfer, which no provider holds.
  package let provider: ProviderName
  package let terms: Terms
  /// 1 for the first of its pledge.
  package let attempt: Int
  package var status: PaymentStatus
  package var failure: PaymentFailure?
  /// The provider's own id, once it has answered.
  package var providerReference: String?
  /// Where the payer pays, once the provider has answered.
  package var hostedPage: String?

  /// What is asked for, and by when.
  package struct Terms: Hashable, Sendable {
    /// All of it, shipping included.
    package let amount: Money
    /// The part that is for shipping.
    package let shipping: Money
    package let createdAt: Instant
    /// After this it is given up, and the stock held for it goes back on sale.
    package let expiresAt: Instant

    package init(amount: Money, shipping: Money, createdAt: Instant, expiresAt: Instant) {
      (self.amount, self.shipping) = (amount, shipping)
      (self.createdAt, self.expiresAt) = (createdAt, expiresAt)
    }
  }

  /// A new attempt.
  package init(
    id: Payment.ID, of pledge: (id: Pledge.ID, campaign: Campaign.ID), at provider: ProviderName,
    attempt: Int, _ terms: Terms
  ) {
    (self.id, self.pledge, campaign) = (id, pledge.id, pledge.campaign)
    (self.provider, self.attempt, self.terms) = (provider, attempt, terms)
    status = .created
  }

  /// Moves by an event, and answers the line for its history; nil when the event changes nothing.
  /// Only a transfer knows matches: a provider's success is never taken back.
  package mutating func move(
    on event: PaymentStatus.Event, because reason: String, cause: String, at now: Instant
  ) -> PaymentChange? {
    if event == .matchTakenBack, provider != .bank { return nil }
    guard case .moved(let next) = status.after(event) else { return nil }
    defer { status = next }
    return PaymentChange(from: status, to: next, reason: reason, cause: cause, at: now)
  }

  package var amount: Money { terms.amount }
  /// The key under which the provider makes this payment once: the same for every try of the call.
  package var idempotencyKey: String { "payment:\(id)" }

  /// What its capture books.
  package var paid: JournalEntry.Paid {
    JournalEntry.Paid(
      payment: id, pledge: pledge, campaign: campaign, amount: amount, shipping: terms.shipping)
  }
}
