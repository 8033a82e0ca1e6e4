// The donor pays by bank transfer: the attempt that the statement will finish.
package import Domain
package import Store

/// Opens the attempt of a pledge that is paid by transfer. Its reference is the pledge's own, so
/// that a donor who starts anew still quotes the right one.
package struct StartTransferPayment: Sendable {
  let database: Database
  let clock: WallClock
  let entropy: Entropy

  package init(database: Database, clock: WallClock, entropy: Entropy) {
    self.database = database
    self.clock = clock
    self.entropy = entropy
  }

  package enum Outcome: Hashable, Sendable {
    /// What to transfer, with which reference, and until when its reward is kept.
    case transfer(Money, RFReference, until: Instant)
    case nothingToPay
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
        let pledge = try tx.pledgeLocked(found.id)
      else { return .noSuchPledge }
      guard pledge.state == .awaitingPayment, pledge.method == .bankTransfer,
        let expiresAt = pledge.expiresAt
      else { return .nothingToPay }
      _ = try tx.transferPayment(of: pledge, until: expiresAt, stamp)
      return .transfer(pledge.total, pledge.keys.transferReference, until: expiresAt)
    }
  }
}

extension Transaction {
  /// The open attempt by transfer of a pledge, made when there is none. Call under the pledge's
  /// lock. Reconciliation calls it for a credit that came before anybody asked for instructions.
  package func transferPayment(of pledge: Pledge, until expiresAt: Instant, _ stamp: Stamp)
    throws -> Payment
  {
    let earlier = try payments(of: pledge.id)
    if let open = earlier.first(where: { $0.provider == .bank && $0.status.isOpen }) {
      return open
    }
    let payment = Payment(
      id: stamp.entropy.id(at: stamp.now), of: (pledge.id, pledge.campaign), at: .bank,
      attempt: (earlier.first?.attempt ?? 0) + 1,
      Payment.Terms(
        amount: pledge.total, shipping: pledge.split.shipping, createdAt: stamp.now,
        expiresAt: expiresAt))
    try insert(payment)
    return payment
  }

  /// A transfer is on the statement: its payment has succeeded.
  package func succeed(_ payment: Payment, cause: String, _ stamp: Stamp) throws {
    guard var locked = try paymentLocked(payment.id),
      let change = locked.move(
        on: .reached(.succeeded), because: "credited", cause: cause, at: stamp.now)
    else { return }
    try update(locked, change)
  }
}
