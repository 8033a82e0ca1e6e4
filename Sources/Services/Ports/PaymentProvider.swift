// What Raccolto asks of whoever takes money: the sandbox today, Stripe and others behind it later.
package import Domain

/// What is to be paid, and where the payer comes back.
package struct PaymentOrder: Sendable {
  package let payment: Payment.ID
  /// The same for every try: a provider makes one payment of it.
  package let idempotencyKey: String
  package let amount: Money
  /// What the payer reads on the provider's page.
  package let description: String
  package let returnURL: String
  package let language: Language
  package let expiresAt: Instant

  package init(
    for payment: Payment, description: String, returnURL: String, language: Language
  ) {
    self.payment = payment.id
    idempotencyKey = payment.idempotencyKey
    amount = payment.amount
    self.description = description
    self.returnURL = returnURL
    self.language = language
    expiresAt = payment.terms.expiresAt
  }
}

/// A payment provider. Calls go over a network: never inside a transaction. A `Fault` that is
/// retryable means that nobody knows: the same call again, or `payment(madeUnder:)`, tells.
package protocol PaymentProvider: Sendable {
  var name: ProviderName { get }
  /// Whether real money moves.
  var isLive: Bool { get }
  /// The header field that carries its webhooks' signature.
  var signatureHeader: String { get }

  /// Makes a payment, or answers the one made under the same key before.
  func start(_ order: PaymentOrder) async throws -> ProviderPayment
  /// A payment by the provider's own id; nil when it knows none.
  func payment(_ reference: String) async throws -> ProviderPayment?
  /// A payment by the key it was made under; nil when none was.
  func payment(madeUnder key: String) async throws -> ProviderPayment?
  /// Events from a time on, for the poller; the oldest first.
  func events(since: Instant, limit: Int) async throws -> [PolledEvent]

  /// Proves a webhook's signature over its exact bytes and reads what it is about; an event that
  /// is about no payment has an empty object id.
  func verify(_ webhook: RawWebhook, at now: Instant) throws(WebhookRefusal)
    -> ReceivedWebhook.Event
}

/// A webhook as it came.
package struct RawWebhook: Sendable {
  /// The signature's header field; nil when it is missing.
  package let signature: String?
  package let body: [UInt8]

  package init(signature: String?, body: [UInt8]) {
    (self.signature, self.body) = (signature, body)
  }
}

/// An event that the poller read itself.
package struct PolledEvent: Sendable {
  package let event: ReceivedWebhook.Event
  package let body: [UInt8]

  package init(_ event: ReceivedWebhook.Event, body: [UInt8]) {
    (self.event, self.body) = (event, body)
  }
}

/// Why a webhook is not believed.
package enum WebhookRefusal: String, Error, CaseIterable, Sendable {
  case signatureMissing, signatureMalformed, signatureWrong
  /// Older than the tolerance: a copy that somebody kept.
  case stale
  /// The signature is right and the body is no event.
  case bodyUnreadable
}

/// The providers that this installation takes money through.
package struct PaymentProviders: Sendable {
  private let all: [ProviderName: any PaymentProvider]
  /// The one that new card payments go to.
  package let forCards: (any PaymentProvider)?

  package init(_ providers: [any PaymentProvider]) {
    all = Dictionary(providers.map { ($0.name, $0) }) { first, _ in first }
    forCards = providers.first
  }
  package subscript(name: ProviderName) -> (any PaymentProvider)? { all[name] }
  package var names: [ProviderName] { all.keys.sorted { $0.text < $1.text } }
}

/// Carries the sandbox's webhooks over HTTP to the receiver.
package protocol SandboxCourier: Sendable {
  /// Signs and posts a body; answers the HTTP status.
  func deliver(_ body: [UInt8], at now: Instant) async throws -> Int
}
