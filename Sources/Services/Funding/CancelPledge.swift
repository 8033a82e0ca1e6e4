// Calls a pledge off while it is not paid; its reward is free again at once.
package import Domain
package import Store

/// Cancels an unpaid pledge, by whoever has its address.
package struct CancelPledge: Sendable {
  let database: Database
  let clock: WallClock
  let entropy: Entropy

  package init(database: Database, clock: WallClock, entropy: Entropy) {
    self.database = database
    self.clock = clock
    self.entropy = entropy
  }

  package enum Outcome: Sendable {
    case cancelled
    case alreadyCancelled
    /// It is paid: what is paid is refunded, not cancelled.
    case paid
    /// Somebody acts in a person's place: money is the person's own.
    case notInPlace
    case noSuchPledge
  }

  package func callAsFunction(
    _ accessKey: String, by actor: Actor = .visitor
  ) async throws -> Outcome {
    guard actor.may(.placePledge, on: .platform) else { return .notInPlace }
    let stamp = Stamp(at: clock.now, by: .visitor, entropy)
    return try await database.write { tx in
      guard let found = try tx.pledge(accessKey: accessKey),
        var pledge = try tx.pledgeLocked(found.id)
      else { return .noSuchPledge }
      switch pledge.state {
      case .cancelledByDonor, .cancelledByAdmin: return .alreadyCancelled
      case .confirmed, .closed: return .paid
      case .authorised:
        // Until the deadline; after it the card may be charged at any moment.
        guard let campaign = try tx.campaign(pledge.campaign), !campaign.mayCharge else {
          return .paid
        }
        for mandate in try tx.mandates(of: pledge.id) where mandate.state == .saved {
          try tx.release(mandate, "revoked", stamp)
        }
        try tx.move(&pledge, on: .cancelByDonor, stamp)
        return .cancelled
      case .reserved, .awaitingPayment, .paymentFailed, .lapsed:
        pledge.expiresAt = nil
        try tx.move(&pledge, on: .cancelByDonor, stamp)
        return .cancelled
      }
    }
  }
}
