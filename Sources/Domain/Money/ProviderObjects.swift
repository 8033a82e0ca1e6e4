// What providers keep besides payments, in words that all of them share.

/// What a provider pays to our bank, as it sees it now.
package struct ProviderSettlement: Hashable, Sendable {
  /// How far the transfer has come. One that is paid can still fail within days.
  package enum Status: String, CaseIterable, Sendable {
    case announced, inTransit, paid, failed, cancelled
  }

  package let reference: String
  package let amount: Money
  package let status: Status
  /// The day on which the bank should have it.
  package let arrivesOn: CivilDate?
  package let isLive: Bool

  package init(
    reference: String, _ amount: Money, status: Status, arrivesOn: CivilDate?, isLive: Bool
  ) {
    (self.reference, self.amount, self.status) = (reference, amount, status)
    (self.arrivesOn, self.isLive) = (arrivesOn, isLive)
  }
}

/// One line of a provider's account with us: the truth about its money.
package struct ProviderMovement: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case capture, refund
    /// A refund that did not arrive: the provider has the money again.
    case refundFailed
    case disputeWithdrawn, disputeReinstated
    /// A fee that stands by itself; the fees of payments and disputes are in `fee`.
    case fee
    case settlement, settlementFailed
    /// Reserves and whatever else: a person looks.
    case other
  }

  /// The provider's own id of this line.
  package let reference: String
  package let kind: Kind
  /// The object that caused it: a charge, refund, dispute or settlement; empty when there is none.
  package let object: String
  /// The payment that it is about, where there is one.
  package let payment: String?
  /// Before the fee; positive in our favour.
  package let gross: Money
  /// What the provider kept; negative when it gave a fee back.
  package let fee: Money
  package let createdAt: Instant

  package init(
    reference: String, _ kind: Kind, object: String, payment: String?,
    amounts: (gross: Money, fee: Money), at createdAt: Instant
  ) {
    (self.reference, self.kind, self.object) = (reference, kind, object)
    (self.payment, self.createdAt) = (payment, createdAt)
    (gross, fee) = amounts
  }

  /// What it changed in the provider's account with us.
  package var net: Money { gross - fee }
}

/// A card that was saved for a later charge, as its provider sees it now.
package struct ProviderSavedCard: Hashable, Sendable {
  package enum Status: String, CaseIterable, Sendable {
    case requiresAction, processing, saved, failed, expired, cancelled
  }

  /// The provider's id of the saving, which is not the card's.
  package let reference: String
  package let status: Status
  /// What a later charge names; nil until it is saved.
  package let card: SavedCard?
  package let isLive: Bool
  /// The key's owner, as we gave it when it was asked for.
  package let ours: String?
  /// Where the donor says which card.
  package let hostedPage: String?
  /// The provider's name of the last try that a bank refused, and of its card.
  package var refusedTry: String?
  package var refusedCard: String?

  package init(
    reference: String, status: Status, card: SavedCard?, isLive: Bool, ours: String?,
    hostedPage: String?
  ) {
    (self.reference, self.status, self.card) = (reference, status, card)
    (self.isLive, self.ours, self.hostedPage) = (isLive, ours, hostedPage)
  }
}

/// By what a provider finds a saved card again. It says nothing about the card itself.
package struct SavedCard: Hashable, Sendable {
  package let customer: String
  package let method: String
  /// The same for one card wherever it is used; nil where the provider tells none.
  package let fingerprint: String?

  package init(customer: String, method: String, fingerprint: String? = nil) {
    (self.customer, self.method, self.fingerprint) = (customer, method, fingerprint)
  }
}

/// What an event turned out to be about, once its object was fetched.
package enum ProviderNews: Hashable, Sendable {
  case payment(ProviderPayment)
  /// What went back of a payment, told without the payment itself.
  case returns(ProviderReturns)
  case settlement(ProviderSettlement)
  case savedCard(ProviderSavedCard)
  case warning(ProviderWarning)
  /// Another event tells the same with more in it.
  case toldElsewhere(isLive: Bool)

  /// Whether it is about real money.
  package var isLive: Bool {
    switch self {
    case .payment(let payment): payment.isLive
    case .returns(let returns): returns.isLive
    case .settlement(let settlement): settlement.isLive
    case .savedCard(let saved): saved.isLive
    case .warning(let warning): warning.isLive
    case .toldElsewhere(let isLive): isLive
    }
  }
}

/// A card's bank says that a payment may be fraud, before anybody disputes it. No money moves.
package struct ProviderWarning: Hashable, Sendable {
  /// The provider's ids of the payment.
  package let ids: [String]
  /// In the provider's word.
  package let reason: String
  package let isLive: Bool

  package init(of ids: [String], _ reason: String, isLive: Bool) {
    (self.ids, self.reason, self.isLive) = (ids, reason, isLive)
  }
}

/// Refunds and disputes of one payment.
package struct ProviderReturns: Hashable, Sendable {
  /// The provider's ids of the payment.
  package let ids: [String]
  package let isLive: Bool
  package var refunds: [ProviderRefund]
  package var disputes: [ProviderDispute]

  package init(
    of ids: [String], isLive: Bool, refunds: [ProviderRefund] = [],
    disputes: [ProviderDispute] = []
  ) {
    (self.ids, self.isLive) = (ids, isLive)
    (self.refunds, self.disputes) = (refunds, disputes)
  }
}
