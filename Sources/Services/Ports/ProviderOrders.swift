// What is asked of a provider for cards besides a payment on its page.
package import Domain

/// What is to go back, of which payment. The key stands in our own row before the call.
package struct RefundOrder: Hashable, Sendable {
  package let refund: Refund.ID
  /// The same for every try.
  package let idempotencyKey: String
  /// The provider's own id of the payment.
  package let payment: String
  package let amount: Money

  package init(for refund: Refund, of payment: String) {
    (self.refund, idempotencyKey) = (refund.id, refund.idempotencyKey)
    (self.payment, amount) = (payment, refund.amount)
  }
}

/// A card that is to be saved for one charge at the end of a campaign.
package struct SaveCardOrder: Hashable, Sendable {
  package let idempotencyKey: String
  /// Our id, given back with every answer.
  package let ours: String
  package let email: EmailAddress
  package let returnURL: String
  package let language: Language

  package init(
    idempotencyKey: String, ours: String, email: EmailAddress, returnURL: String,
    language: Language
  ) {
    (self.idempotencyKey, self.ours, self.email) = (idempotencyKey, ours, email)
    (self.returnURL, self.language) = (returnURL, language)
  }
}

/// A charge of a saved card while its owner is not there.
package struct ChargeOrder: Hashable, Sendable {
  package let payment: Payment.ID
  package let idempotencyKey: String
  package let amount: Money
  package let card: SavedCard
  /// What the owner reads on the statement of the card.
  package let description: String

  package init(for payment: Payment, card: SavedCard, description: String) {
    self.payment = payment.id
    idempotencyKey = payment.idempotencyKey
    amount = payment.amount
    (self.card, self.description) = (card, description)
  }
}

/// The provider understood and said no: the same call again would be answered the same.
package struct ProviderDenial: Error, Hashable, Sendable, CustomStringConvertible {
  package enum Reason: String, CaseIterable, Sendable {
    /// All of it was given back before, or more than is left was asked for.
    case alreadyRefunded
    /// A dispute is open: a refund would pay twice.
    case disputed
    /// What the provider holds for us does not cover it.
    case balanceTooLow
    case unknownObject
    /// A card was refused; a charge tells it as a failed payment instead.
    case cardRefused
    /// Keys, versions or parameters: an operator has to look.
    case misconfigured
    /// This provider cannot do that at all.
    case unsupported
    case other
  }

  package let reason: Reason
  /// The provider's words, for operators only.
  package let detail: String

  package init(_ reason: Reason, _ detail: String) { (self.reason, self.detail) = (reason, detail) }

  /// Whether another card helps: else it is our own or the provider's doing, and no donor is told
  /// that theirs was refused.
  package var isOfTheCard: Bool {
    switch reason {
    case .cardRefused, .unknownObject: true
    case .alreadyRefunded, .disputed, .balanceTooLow, .misconfigured, .unsupported, .other: false
    }
  }
  package var description: String { "\(reason.rawValue): \(detail)" }
}
