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
  /// When our own row was written, and when it is given up.
  package let createdAt: Instant
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
    (createdAt, expiresAt) = (payment.terms.createdAt, payment.terms.expiresAt)
  }
}

/// A payment provider. Calls go over a network: never inside a transaction. A `Fault` that is
/// retryable means that nobody knows: the same call again, or looking it up, tells. A
/// `ProviderDenial` means that it was understood and refused.
package protocol PaymentProvider: Sendable {
  var name: ProviderName { get }
  /// Whether real money moves.
  var isLive: Bool { get }
  /// Whether it answers questions; where it does not, its signed events are all there is.
  var canBeAsked: Bool { get }
  /// The header field that carries its webhooks' signature.
  var signatureHeader: String { get }

  /// Makes a payment, or answers the one made under the same key before.
  func start(_ order: PaymentOrder) async throws -> ProviderPayment
  /// A payment by the provider's own id; nil when it knows none.
  func payment(_ reference: String) async throws -> ProviderPayment?
  /// The payment that was made for ours; nil when none was. `since` is when ours was written, where
  /// the provider has to be searched.
  func payment(madeFor ours: Payment.ID, key: String, since: Instant) async throws
    -> ProviderPayment?
  /// Takes no payment any more where none was taken; answers what it is now.
  func cancel(_ reference: String) async throws -> ProviderPayment

  /// Saves a card for a later charge, or answers the saving under the same key.
  func save(_ order: SaveCardOrder) async throws -> ProviderSavedCard
  func savedCard(_ reference: String) async throws -> ProviderSavedCard?
  /// Takes no card any more on the page of a saving; answers what the saving is now.
  func closeSaving(_ reference: String) async throws -> ProviderSavedCard?
  /// Charges a saved card. A refusal of the card is an answer, not an error: a failed payment, or
  /// one that requires its owner.
  func charge(_ order: ChargeOrder) async throws -> ProviderPayment
  /// The payment that was charged for an order since a time; nil when none was.
  func payment(chargedFor order: ChargeOrder, since: Instant) async throws -> ProviderPayment?

  /// Sends money of a payment back, or answers the refund made under the same key. What was sent
  /// back and disputed is told with the payment.
  func refund(_ order: RefundOrder) async throws -> ProviderRefund

  func settlement(_ reference: String) async throws -> ProviderSettlement?
  /// The provider's account with us, in this span of time; the oldest first, all of it.
  func movements(from: Instant, until: Instant) async throws -> [ProviderMovement]
  /// What a settlement is made of, once the provider has closed it.
  func movements(of settlement: String) async throws -> [ProviderMovement]

  /// What an event is about now, fetched where the event alone is not to be believed; empty when
  /// the provider knows nothing of it.
  func news(of event: ReceivedWebhook.Event, body: [UInt8]) async throws -> [ProviderNews]
  /// Events from a time on, for the poller; the oldest first.
  func events(since: Instant, limit: Int) async throws -> [PolledEvent]

  /// Proves a webhook's signature over its exact bytes and reads what it is about; an event that
  /// is about no payment has an empty object id.
  func verify(_ webhook: RawWebhook, at now: Instant) throws(WebhookRefusal)
    -> ReceivedWebhook.Event
}

/// What a provider that cannot do something says.
extension PaymentProvider {
  package var canBeAsked: Bool { true }
  package func cancel(_ reference: String) async throws -> ProviderPayment {
    throw unable("cancel")
  }
  package func save(_ order: SaveCardOrder) async throws -> ProviderSavedCard {
    throw unable("save a card")
  }
  package func savedCard(_ reference: String) async throws -> ProviderSavedCard? {
    throw unable("save a card")
  }
  package func closeSaving(_ reference: String) async throws -> ProviderSavedCard? {
    throw unable("close a page that saves a card")
  }
  package func charge(_ order: ChargeOrder) async throws -> ProviderPayment {
    throw unable("charge a saved card")
  }
  package func payment(
    chargedFor order: ChargeOrder, since: Instant
  ) async throws -> ProviderPayment? {
    try await payment(madeFor: order.payment, key: order.idempotencyKey, since: since)
  }
  package func movements(from: Instant, until: Instant) async throws -> [ProviderMovement] { [] }
  package func settlement(_ reference: String) async throws -> ProviderSettlement? { nil }
  package func movements(of settlement: String) async throws -> [ProviderMovement] { [] }

  private func unable(_ act: String) -> ProviderDenial {
    ProviderDenial(.unsupported, "\(name) cannot \(act)")
  }
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
  /// When the provider made it.
  package let createdAt: Instant

  package init(_ event: ReceivedWebhook.Event, body: [UInt8], createdAt: Instant) {
    (self.event, self.body, self.createdAt) = (event, body, createdAt)
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
  /// By what the cards that they tell of are known again here.
  let marks: CardMarks

  package init(_ providers: [any PaymentProvider], marks: CardMarks) {
    self.marks = marks
    all = Dictionary(providers.map { ($0.name, $0) }) { first, _ in first }
    forCards = providers.first { $0.canBeAsked }
  }
  package subscript(name: ProviderName) -> (any PaymentProvider)? { all[name] }
  package var names: [ProviderName] { all.keys.sorted { $0.text < $1.text } }
}

/// Carries the sandbox's webhooks over HTTP to the receiver.
package protocol SandboxCourier: Sendable {
  /// Signs and posts a body; answers the HTTP status.
  func deliver(_ body: [UInt8], at now: Instant) async throws -> Int
}
