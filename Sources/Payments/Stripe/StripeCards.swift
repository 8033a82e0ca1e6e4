// Cards that are saved for the end of a campaign, and charged while their owner is not there.
package import Domain
import FoundationEssentials
package import Services

extension StripeProvider {
  /// A customer for the card, then a page that saves it: Stripe asks the bank for its consent.
  package func save(_ order: SaveCardOrder) async throws -> ProviderSavedCard {
    var person = StripeForm()
    person.add("email", order.email.text)
    person.add("metadata[\(StripeNames.payment)]", order.ours)
    let customer = try await post(
      "/v1/customers", person, key: "\(order.idempotencyKey):customer")
    var form = StripeForm()
    form.add("mode", "setup")
    form.add("currency", Currency.euro.code.lowercased())
    form.add("customer", customer.id)
    form.add("client_reference_id", order.ours)
    form.add("success_url", order.returnURL)
    form.add("cancel_url", order.returnURL)
    form.add("locale", order.language.rawValue)
    form.add("metadata[\(StripeNames.payment)]", order.ours)
    form.add("setup_intent_data[metadata][\(StripeNames.payment)]", order.ours)
    let session = try await post("/v1/checkout/sessions", form, key: order.idempotencyKey)
    return try read { try saving(of: session) }
  }

  package func savedCard(_ reference: String) async throws -> ProviderSavedCard? {
    let wanted = ["payment_method"]
    guard Kind(reference) == .session else {
      return try await client.get(path("setup_intents", reference), expand: wanted).map { intent in
        try read { try intent.savedCard(isLive: isLive) }
      }
    }
    let session = try await client.get(path("checkout/sessions", reference))
    if let intent = session?.setupIntent?.id { return try await savedCard(intent) }
    return try session.map { session in try read { try saving(of: session) } }
  }

  package func closeSaving(_ reference: String) async throws -> ProviderSavedCard? {
    guard Kind(reference) == .session else { return nil }
    do {
      let session = try await client.post(
        path("checkout/sessions", reference) + "/expire", StripeForm(), key: "cancel:\(reference)")
      return try read { try saving(of: session) }
    } catch is StripeRefusal {
      // Too late to close it: what it has become is the answer.
      return try await savedCard(reference)
    }
  }

  private func saving(of session: StripeObject) throws -> ProviderSavedCard {
    guard let id = session.id else { throw StripeUnreadable() }
    return ProviderSavedCard(
      reference: id, status: session.status == "expired" ? .expired : .requiresAction, card: nil,
      isLive: session.livemode ?? isLive,
      ours: session.metadata?[StripeNames.payment] ?? session.clientReferenceId,
      hostedPage: session.url)
  }

  /// A charge has no page, and its card one customer: nobody else's payments are read.
  package func payment(
    chargedFor order: ChargeOrder, since: Instant
  ) async throws -> ProviderPayment? {
    var filter = StripeForm()
    filter.add("created[gte]", since.milliseconds / 1000 - 60)
    filter.add("customer", order.card.customer)
    return try await intent(madeFor: order.payment, filter)
  }

  /// The card's refusal comes as an error that carries the intent: it is the answer.
  package func charge(_ order: ChargeOrder) async throws -> ProviderPayment {
    var form = StripeForm()
    form.add(order.amount, as: "amount", currency: "currency")
    form.add("customer", order.card.customer)
    form.add("payment_method", order.card.method)
    form.add("off_session", "true")
    form.add("confirm", "true")
    form.add("description", order.description)
    form.add("metadata[\(StripeNames.payment)]", order.payment.description)
    do {
      let intent = try await client.post("/v1/payment_intents", form, key: order.idempotencyKey)
      return try read { try intent.intentPayment(isLive: isLive) }
    } catch let refusal as StripeRefusal {
      guard refusal.status == 402, let intent = refusal.error.paymentIntent else {
        throw refusal.denial
      }
      return try read { try intent.intentPayment(isLive: isLive) }
    }
  }
}
