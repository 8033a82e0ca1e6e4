// Providers for tests that are the sandbox but for what they are made to do otherwise.
import Domain
import Payments
import Services

/// Hands on to the sandbox whatever it does not answer itself.
protocol SandboxInDisguise: PaymentProvider {
  var inner: SandboxProvider { get }
}

extension SandboxInDisguise {
  var name: ProviderName { inner.name }
  var isLive: Bool { inner.isLive }
  var signatureHeader: String { inner.signatureHeader }

  func start(_ order: PaymentOrder) async throws -> ProviderPayment {
    try await inner.start(order)
  }
  func payment(_ reference: String) async throws -> ProviderPayment? {
    try await inner.payment(reference)
  }
  func payment(madeFor ours: Payment.ID, key: String, since: Instant) async throws
    -> ProviderPayment?
  { try await inner.payment(madeFor: ours, key: key, since: since) }
  func refund(_ order: RefundOrder) async throws -> ProviderRefund {
    try await inner.refund(order)
  }
  func news(of event: ReceivedWebhook.Event, body: [UInt8]) async throws -> [ProviderNews] {
    try await inner.news(of: event, body: body)
  }
  func events(since: Instant, limit: Int) async throws -> [PolledEvent] {
    try await inner.events(since: since, limit: limit)
  }
  func verify(_ webhook: RawWebhook, at now: Instant) throws(WebhookRefusal)
    -> ReceivedWebhook.Event
  { try inner.verify(webhook, at: now) }
}
