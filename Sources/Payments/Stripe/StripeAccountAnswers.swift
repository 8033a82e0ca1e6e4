// From Stripe's objects to our words: saved cards, payouts, the lines of our account.
import Domain

extension StripeObject {
  /// A payout to our bank.
  func settlement(isLive: Bool) throws -> ProviderSettlement {
    let status: ProviderSettlement.Status =
      switch self.status {
      case "paid": .paid
      case "in_transit": .inTransit
      case "failed": .failed
      case "canceled": .cancelled
      case _: .announced
      }
    guard let id, let amount = money(amount) else { throw StripeUnreadable() }
    return ProviderSettlement(
      reference: id, amount, status: status,
      arrivesOn: arrivalDate.map { CivilDate(of: Instant(milliseconds: $0 * 1000)) },
      isLive: livemode ?? isLive)
  }

  /// A card that is being saved.
  func savedCard(isLive: Bool, hostedPage: String? = nil) throws -> ProviderSavedCard {
    guard let id else { throw StripeUnreadable() }
    let status: ProviderSavedCard.Status =
      switch self.status {
      case "succeeded": .saved
      case "canceled": .cancelled
      case "processing": .processing
      // A refused card leaves the page open for another one.
      case _: .requiresAction
      }
    var card: SavedCard?
    if status == .saved, let customer = customer?.id, let method = paymentMethod?.id {
      card = SavedCard(
        customer: customer, method: method,
        fingerprint: paymentMethod?.object?.card?.fingerprint)
    }
    var saving = ProviderSavedCard(
      reference: id, status: status, card: card, isLive: livemode ?? isLive,
      ours: metadata?[StripeNames.payment], hostedPage: hostedPage)
    if status == .requiresAction, let refusal = lastSetupError {
      let method = refusal.paymentMethod
      saving.refusedTry = method?.id ?? id
      saving.refusedCard = method?.object?.card?.fingerprint
    }
    return saving
  }

  /// A line of our account at Stripe.
  var movement: ProviderMovement? {
    guard let id, let gross = money(amount), let fee = money(fee ?? 0) else { return nil }
    let object = source?.object
    return ProviderMovement(
      reference: id, movementKind(gross), object: source?.id ?? "",
      payment: object?.paymentIntent?.id ?? object?.charge?.id,
      amounts: (gross, fee), at: Instant(milliseconds: (created ?? 0) * 1000))
  }

  private func movementKind(_ gross: Money) -> ProviderMovement.Kind {
    switch reportingCategory ?? type ?? "" {
    case "charge", "payment": .capture
    case "refund", "payment_refund", "partial_capture_reversal": .refund
    case "refund_failure", "payment_failure_refund": .refundFailed
    case "dispute": gross.isNegative ? .disputeWithdrawn : .disputeReinstated
    case "dispute_reversal": .disputeReinstated
    case "fee", "stripe_fee", "network_cost": .fee
    case "payout": .settlement
    case "payout_reversal", "payout_failure", "payout_cancel": .settlementFailed
    case _: .other
    }
  }
}
