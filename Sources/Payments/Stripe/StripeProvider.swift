// Stripe behind the port: hosted pages, saved cards, refunds.
package import Domain
import FoundationEssentials
package import Services

/// Stripe as Raccolto sees it.
package struct StripeProvider: PaymentProvider {
  /// How an event is believed.
  package enum Confirmation: String, CaseIterable, Sendable {
    /// The object is fetched before anything is booked.
    case fetch
    /// The signed event suffices.
    case signed
  }

  let client: StripeClient
  let signature: WebhookSignature
  let confirmation: Confirmation

  package init(_ client: StripeClient, secrets: [String], confirmation: Confirmation = .fetch) {
    self.client = client
    signature = WebhookSignature(secrets: secrets)
    self.confirmation = confirmation
  }

  package let name = ProviderName.stripe
  package var isLive: Bool { client.account.isLive }
  package let signatureHeader = "stripe-signature"
  package var canBeAsked: Bool { client.account.secretKey != nil }

  /// Stripe keeps a page open for half an hour at least, from when it hears of it: a quarter more,
  /// for orders that have to be repeated with the same words. Ours closes it when its time is over.
  static let pageOpenLeast = Instant.Span.minutes(45)

  package func start(_ order: PaymentOrder) async throws -> ProviderPayment {
    var form = StripeForm()
    form.add("mode", "payment")
    form.add("client_reference_id", order.payment.description)
    form.add("line_items[0][quantity]", 1)
    form.add(
      order.amount, as: "line_items[0][price_data][unit_amount]",
      currency: "line_items[0][price_data][currency]")
    form.add("line_items[0][price_data][product_data][name]", order.description)
    form.add("success_url", order.returnURL)
    form.add("cancel_url", order.returnURL)
    form.add("locale", order.language.rawValue)
    let closesAt = max(order.expiresAt, order.createdAt + Self.pageOpenLeast)
    form.add("expires_at", closesAt.milliseconds / 1000)
    form.add("metadata[\(StripeNames.payment)]", order.payment.description)
    form.add("payment_intent_data[metadata][\(StripeNames.payment)]", order.payment.description)
    form.add("payment_intent_data[metadata][\(StripeNames.page)]", "checkout")
    let session = try await post("/v1/checkout/sessions", form, key: order.idempotencyKey)
    return try read { try session.payment(isLive: isLive) }
  }

  package func payment(_ reference: String) async throws -> ProviderPayment? {
    try await payment(reference, isDisputed: nil)
  }

  /// `isDisputed` is nil where the charge is to say it.
  func payment(_ reference: String, isDisputed: Bool?) async throws -> ProviderPayment? {
    switch Kind(reference) {
    case .session:
      let session = try await client.get(
        path("checkout/sessions", reference), expand: ["payment_intent"])
      // Once there is an intent it knows what was taken and what went back.
      if let intent = session?.paymentIntent?.id, session?.paymentStatus == "paid",
        var payment = try await payment(intent, isDisputed: isDisputed)
      {
        payment.ids.append(reference)
        return payment
      }
      return try session.map { session in try read { try session.payment(isLive: isLive) } }
    case .intent:
      let intent = try await client.get(
        path("payment_intents", reference), expand: ["latest_charge"])
      guard let intent else { return nil }
      return try await withReturns(
        try read { try intent.intentPayment(isLive: isLive) },
        isDisputed: isDisputed ?? intent.latestCharge?.object?.disputed ?? false)
    case .charge:
      let charge = try await client.get(path("charges", reference))
      if let intent = charge?.paymentIntent?.id {
        return try await payment(intent, isDisputed: isDisputed ?? charge?.disputed)
      }
      guard let charge else { return nil }
      return try await withReturns(
        try read { try charge.chargePayment(isLive: isLive) },
        isDisputed: isDisputed ?? charge.disputed ?? false)
    case .refund, .dispute, .settlement, .saving, .warning, .other: return nil
    }
  }

  /// Stripe cannot be asked for a key, so its sessions and intents since then are read.
  package func payment(madeFor ours: Payment.ID, key: String, since: Instant) async throws
    -> ProviderPayment?
  {
    var filter = StripeForm()
    filter.add("created[gte]", since.milliseconds / 1000 - 60)
    for session in try await client.list("/v1/checkout/sessions", filter)
    where session.clientReferenceId == ours.description {
      return try read { try session.payment(isLive: isLive) }
    }
    return try await intent(madeFor: ours, filter)
  }
  /// The intent that carries our payment's id, among those of a list.
  func intent(madeFor ours: Payment.ID, _ filter: StripeForm) async throws -> ProviderPayment? {
    for intent in try await client.list("/v1/payment_intents", filter)
    where intent.metadata?[StripeNames.payment] == ours.description {
      return try read { try intent.intentPayment(isLive: isLive) }
    }
    return nil
  }

  package func cancel(_ reference: String) async throws -> ProviderPayment {
    let isSession = Kind(reference) == .session
    let act =
      isSession
      ? path("checkout/sessions", reference) + "/expire"
      : path("payment_intents", reference) + "/cancel"
    do {
      _ = try await client.post(act, StripeForm(), key: "cancel:\(reference)")
    } catch is StripeRefusal {
      // Too late to cancel: what it has become is the answer.
    }
    guard let now = try await payment(reference) else {
      throw Fault("stripe: \(reference) is not there")
    }
    return now
  }

  package func settlement(_ reference: String) async throws -> ProviderSettlement? {
    try await client.get(path("payouts", reference)).map { payout in
      try read { try payout.settlement(isLive: isLive) }
    }
  }

  package func verify(_ webhook: RawWebhook, at now: Instant) throws(WebhookRefusal)
    -> ReceivedWebhook.Event
  {
    try signature.verify(webhook, at: now)
    return try StripeEvents.read(webhook.body)
  }

  // What the parts share.

  /// What Stripe's ids begin with.
  enum Kind {
    case session, intent, charge, refund, dispute, settlement, saving, warning, other

    init(_ reference: String) {
      self =
        switch reference.prefix(while: { $0 != "_" }) {
        case "cs": .session
        case "pi": .intent
        case "ch", "py": .charge
        case "re", "pyr": .refund
        case "dp", "du", "pdp": .dispute
        case "po": .settlement
        case "seti": .saving
        case "issfr": .warning
        case _: .other
        }
    }
  }

  /// The address of an object: ids come from outside and stay one part of it.
  func path(_ collection: String, _ reference: String) -> String {
    let plain = reference.utf8.filter {
      (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || $0 == 95
    }
    return "/v1/\(collection)/\(String(decoding: plain, as: UTF8.self))"
  }

  /// Makes something; a refusal becomes a denial that no repetition mends.
  func post(_ path: String, _ form: StripeForm, key: String) async throws -> StripeObject {
    do { return try await client.post(path, form, key: key) } catch let refusal as StripeRefusal {
      throw refusal.denial
    }
  }

  func read<Value>(_ body: () throws -> Value) throws -> Value {
    do { return try body() } catch is StripeUnreadable {
      throw Fault("stripe: an object lacks its id, amount or currency")
    }
  }
}
