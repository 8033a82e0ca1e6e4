// Cards at the sandbox provider: saved on its page, charged later without their owner.
package import Domain
import Store

extension SandboxShop {
  /// The saving of an order: a new one, or the one started under the same key.
  package func save(_ order: SandboxCard.Order) async throws -> SandboxCard {
    let stamp = Stamp(at: clock.now, by: .system, entropy)
    let card = SandboxCard(id: entropy.id(at: stamp.now), order)
    return try await database.write { tx in
      if try tx.insert(card, at: stamp.now) { return card }
      guard let earlier = try tx.sandboxCard(savedUnder: order.idempotencyKey),
        earlier.order == order
      else { throw Fault("sandbox: this idempotency key was used with other parameters") }
      return earlier
    }
  }
  package func card(_ id: SandboxCard.ID) async throws -> SandboxCard? {
    try await database.read { try $0.sandboxCard(id) }
  }

  /// The owner chose. Answers the card as it is now: unchanged where that choice is over.
  package func choose(
    _ choice: SandboxCard.Status, for id: SandboxCard.ID
  ) async throws -> SandboxCard? {
    let stamp = Stamp(at: clock.now, by: .visitor, entropy)
    return try await database.write { tx in
      guard let card = try tx.sandboxCard(id) else { return nil }
      guard let next = card.choosing(choice) else { return card }
      try tx.update(next)
      if !card.status.isSaved {
        try send(SandboxEvent(id: entropy.id(at: stamp.now), of: next, at: stamp.now), stamp, tx)
      }
      return next
    }
  }

  /// Charges a saved card, or answers the charge made under the same key. Nil where there is no
  /// such card.
  package func charge(
    _ id: SandboxCard.ID, _ order: SandboxPayment.Order
  ) async throws -> SandboxPayment? {
    let stamp = Stamp(at: clock.now, by: .system, entropy)
    return try await database.write { tx in
      guard let status = try tx.sandboxCard(id)?.charged else { return nil }
      var payment = SandboxPayment(id: entropy.id(at: stamp.now), order, status: status)
      payment.card = id.description
      if try tx.insert(payment) {
        try tell(of: payment, stamp, tx)
        return payment
      }
      guard let earlier = try tx.sandboxPayment(madeUnder: order.idempotencyKey),
        earlier.order == order
      else { throw Fault("sandbox: this idempotency key was used with other parameters") }
      return earlier
    }
  }
}
