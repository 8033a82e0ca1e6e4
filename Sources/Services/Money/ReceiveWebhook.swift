// A provider told us something: prove it, keep it, answer. Nothing else happens here.
import Domain
package import Store

/// Keeps a proven webhook and enqueues its job, in one transaction. It calls nobody and books
/// nothing, so that it is fast whatever it is about.
package struct ReceiveWebhook: Sendable {
  let database: Database
  let clock: WallClock
  let entropy: Entropy
  let providers: PaymentProviders

  package init(
    database: Database, clock: WallClock, entropy: Entropy, providers: PaymentProviders
  ) {
    self.database = database
    self.clock = clock
    self.entropy = entropy
    self.providers = providers
  }

  package enum Outcome: Hashable, Sendable {
    case kept
    /// It had come before.
    case repeated
    case refused(WebhookRefusal)
    case noSuchProvider
  }

  /// The header field that carries a provider's signature; nil when there is no such provider.
  package func signatureHeader(of provider: String) -> String? {
    ProviderName(provider).flatMap { providers[$0]?.signatureHeader }
  }

  package func callAsFunction(from name: String, _ raw: RawWebhook) async throws -> Outcome {
    guard let provider = ProviderName(name).flatMap({ providers[$0] }) else {
      return .noSuchProvider
    }
    let stamp = Stamp(at: clock.now, by: .system, entropy)
    let event: ReceivedWebhook.Event
    do throws(WebhookRefusal) { event = try provider.verify(raw, at: stamp.now) } catch {
      return .refused(error)
    }
    let received = ReceivedWebhook(
      id: entropy.id(at: stamp.now), from: provider.name, event,
      raw: (raw.signature ?? "", raw.body), at: stamp.now)
    return try await database.write { tx in
      try tx.keep(received, stamp) ? .kept : .repeated
    }
  }
}

extension Transaction {
  /// Keeps an event and enqueues what it asks for; false when it had come before.
  func keep(_ received: ReceivedWebhook, _ stamp: Stamp) throws -> Bool {
    guard try insert(received) else { return false }
    if !received.objectID.isEmpty {
      try enqueue(QueuedTask(.applyWebhook, received.id.description), stamp)
    }
    return true
  }
}
