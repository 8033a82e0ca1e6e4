// The sandbox provider's own idea of a saved card: how it will behave is chosen when it is saved.

/// A card at the provider that moves no money.
package struct SandboxCard: Identified, Hashable, Sendable {
  package static let idPrefix = "sbc"

  package enum Status: String, CaseIterable, Sendable {
    /// Its page waits for the payer.
    case open
    /// Saved: each charge succeeds.
    case good
    /// Saved: each charge is declined.
    case declining
    /// Saved: its bank wants its owner at each charge.
    case guarded
    case abandoned

    package var isSaved: Bool {
      switch self {
      case .good, .declining, .guarded: true
      case .open, .abandoned: false
      }
    }
  }

  package let id: SandboxCard.ID
  package let order: Order
  package var status: Status

  /// What the merchant asked for.
  package struct Order: Hashable, Sendable {
    package let idempotencyKey: String
    /// The merchant's own id of it, given back with every answer.
    package let merchantReference: String
    package let returnURL: String
    package let language: Language

    package init(
      key idempotencyKey: String, for merchantReference: String, returnURL: String,
      language: Language
    ) {
      (self.idempotencyKey, self.merchantReference) = (idempotencyKey, merchantReference)
      (self.returnURL, self.language) = (returnURL, language)
    }
  }

  package init(id: SandboxCard.ID, _ order: Order, status: Status = .open) {
    (self.id, self.order, self.status) = (id, order, status)
  }

  /// The card after its owner's choice; nil where that is made already. A saved card may later be
  /// made to behave another way, as an account runs empty or is filled.
  package func choosing(_ choice: Status) -> SandboxCard? {
    guard choice != .open, choice != status, status != .abandoned,
      !(status.isSaved && choice == .abandoned)
    else { return nil }
    var next = self
    next.status = choice
    return next
  }

  /// How a charge of it goes.
  package var charged: SandboxPayment.Status? {
    switch status {
    case .good: .succeeded
    case .declining: .declined
    case .guarded: .notAuthenticated
    case .open, .abandoned: nil
    }
  }
}

extension SandboxEvent {
  /// Tells what became of the saving of a card.
  package init(id: SandboxEvent.ID, of card: SandboxCard, at now: Instant) {
    let type = card.status.isSaved ? "card.saved" : "card.abandoned"
    self.init(
      id: id, payment: nil, type: type,
      body: """
        {"id":"\(id)","object":"event","type":"\(type)","created":\(now.milliseconds / 1000),\
        "livemode":false,"data":{"object":{"id":"\(card.id)","object":"card",\
        "merchant_reference":"\(card.order.merchantReference)"}}}
        """,
      createdAt: now)
  }
}
