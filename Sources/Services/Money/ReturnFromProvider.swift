// The donor comes back from the provider's page: a hint, never a proof.
package import Domain
package import Store

/// Asks for the payment to be looked up, by the same task that everything else uses, and says how
/// far it is known to have come.
package struct ReturnFromProvider: Sendable {
  let database: Database
  let clock: WallClock
  let entropy: Entropy

  package init(database: Database, clock: WallClock, entropy: Entropy) {
    self.database = database
    self.clock = clock
    self.entropy = entropy
  }

  package enum Outcome: Hashable, Sendable {
    /// Still open: the look-up is under way.
    case waiting(Payment.ID)
    /// A card is being saved: the look-up is under way.
    case saving(CardMandate.ID)
    /// Nothing more will happen by itself.
    case settled(PaymentStatus)
    case noSuchPayment
  }

  package func callAsFunction(_ accessKey: String) async throws -> Outcome {
    let stamp = Stamp(at: clock.now, by: .visitor, entropy)
    return try await database.write { tx in
      guard let pledge = try tx.pledge(accessKey: accessKey) else { return .noSuchPayment }
      if let mandate = try tx.mandates(of: pledge.id).first, mandate.state == .asked {
        try tx.enqueue(QueuedTask(.confirmCard, mandate.id.description), stamp)
        return .saving(mandate.id)
      }
      guard let payment = try tx.payments(of: pledge.id).first else { return .noSuchPayment }
      guard payment.status.isOpen, payment.provider != .bank else {
        return .settled(payment.status)
      }
      try tx.enqueue(QueuedTask(.confirmPayment, payment.id.description), stamp)
      return .waiting(payment.id)
    }
  }

  /// The state of a payment, for a page that waits a moment for the look-up.
  package func status(of id: Payment.ID) async throws -> PaymentStatus? {
    try await database.read { try $0.payment(id)?.status }
  }
  /// The state of a card's saving, for the same page.
  package func status(of id: CardMandate.ID) async throws -> CardMandateState? {
    try await database.read { try $0.mandate(id)?.state }
  }
}
