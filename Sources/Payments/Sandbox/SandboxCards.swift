// The sandbox's saved cards behind the port.
package import Domain
package import Services

extension SandboxProvider {
  package func save(_ order: SaveCardOrder) async throws -> ProviderSavedCard {
    answer(
      try await shop.save(
        SandboxCard.Order(
          key: order.idempotencyKey, for: order.ours, returnURL: order.returnURL,
          language: order.language)))
  }
  package func savedCard(_ reference: String) async throws -> ProviderSavedCard? {
    guard let id = SandboxCard.ID(reference) else { return nil }
    return try await shop.card(id).map(answer)
  }
  package func charge(_ order: ChargeOrder) async throws -> ProviderPayment {
    guard let id = SandboxCard.ID(order.card.method) else {
      throw ProviderDenial(.unknownObject, order.card.method)
    }
    let taken = try await shop.charge(
      id,
      SandboxPayment.Order(
        key: order.idempotencyKey, for: order.payment.description, amount: order.amount,
        shown: (order.description, "", .italian), times: (shop.now, shop.now)))
    guard let taken else { throw ProviderDenial(.unknownObject, "\(id)") }
    return try await answer(taken)
  }

  private func answer(_ card: SandboxCard) -> ProviderSavedCard {
    let status: ProviderSavedCard.Status =
      switch card.status {
      case .open: .requiresAction
      case .good, .declining, .guarded: .saved
      case .abandoned: .cancelled
      }
    let saved =
      card.status.isSaved
      ? SavedCard(
        customer: card.order.merchantReference, method: card.id.description,
        fingerprint: card.id.description) : nil
    return ProviderSavedCard(
      reference: card.id.description, status: status, card: saved, isLive: false,
      ours: card.order.merchantReference, hostedPage: "\(publicURL)/sandbox/card/\(card.id)")
  }
}
