// A provider that sometimes does not answer: before it did anything, or after it did it.
package import Domain
package import Payments
package import Services
import Synchronization

/// The sandbox behind a bad line.
package struct FlakyProvider: PaymentProvider {
  private let real: SandboxProvider
  private let line: BadLine
  private let book: ProviderBook

  package init(_ real: SandboxProvider, _ line: BadLine, _ book: ProviderBook) {
    (self.real, self.line, self.book) = (real, line, book)
  }

  package var name: ProviderName { real.name }
  package var isLive: Bool { real.isLive }
  package var signatureHeader: String { real.signatureHeader }

  package func start(_ order: PaymentOrder) async throws -> ProviderPayment {
    try await line.carry { try await real.start(order) }
  }
  package func payment(_ reference: String) async throws -> ProviderPayment? {
    try await line.carry { try await real.payment(reference) }
  }
  package func payment(madeFor ours: Payment.ID, key: String, since: Instant) async throws
    -> ProviderPayment?
  {
    try await line.carry { try await real.payment(madeFor: ours, key: key, since: since) }
  }
  package func refund(_ order: RefundOrder) async throws -> ProviderRefund {
    try await line.carry { try await real.refund(order) }
  }
  package func movements(from: Instant, until: Instant) async throws -> [ProviderMovement] {
    try await line.carry { book.movements(from: from, until: until) }
  }
  package func movements(of settlement: String) async throws -> [ProviderMovement] {
    try await line.carry { book.movements(of: settlement) }
  }
  package func settlement(_ reference: String) async throws -> ProviderSettlement? {
    try await line.carry { book.settlement(reference) }
  }
  package func save(_ order: SaveCardOrder) async throws -> ProviderSavedCard {
    try await line.carry { try await real.save(order) }
  }
  package func savedCard(_ reference: String) async throws -> ProviderSavedCard? {
    try await line.carry { try await real.savedCard(reference) }
  }
  package func charge(_ order: ChargeOrder) async throws -> ProviderPayment {
    try await line.carry { try await real.charge(order) }
  }
  package func news(of event: ReceivedWebhook.Event, body: [UInt8]) async throws
    -> [ProviderNews]
  {
    try await line.carry { try await real.news(of: event, body: body) }
  }
  package func events(since: Instant, limit: Int) async throws -> [PolledEvent] {
    try await line.carry { try await real.events(since: since, limit: limit) }
  }
  package func verify(_ webhook: RawWebhook, at now: Instant) throws(WebhookRefusal)
    -> ReceivedWebhook.Event
  { try real.verify(webhook, at: now) }
}

/// What is between us and a provider: by its own dice it loses a call or the answer to it.
package final class BadLine: Sendable {
  private let state: Mutex<(dice: Dice, lossPercent: Int)>

  package init(seed: UInt64, lossPercent: Int) {
    state = Mutex((Dice(seed: seed), lossPercent))
  }
  /// From now on nothing is lost.
  package func mend() { state.withLock { $0.lossPercent = 0 } }

  package func carry<T>(_ call: () async throws -> T) async throws -> T {
    if fails() { throw Fault("the line was cut before the call", retryable: true) }
    let value = try await call()
    if fails() { throw Fault("the line was cut before the answer", retryable: true) }
    return value
  }
  private func fails() -> Bool {
    state.withLock { $0.dice.happens($0.lossPercent) }
  }
}
