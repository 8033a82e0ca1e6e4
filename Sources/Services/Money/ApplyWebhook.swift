// What a kept event leads to: the object is fetched from its provider, and the state it has reached
// is applied. What the event itself says is only a hint.
package import Domain
package import Store

/// Applies one event of the inbox. Safe to run any number of times, in any order, at once.
package struct ApplyWebhook: Sendable {
  let database: Database
  let clock: WallClock
  let entropy: Entropy
  let providers: PaymentProviders
  let pledges: PledgePayments

  package init(
    database: Database, clock: WallClock, entropy: Entropy, providers: PaymentProviders,
    pledges: PledgePayments
  ) {
    self.database = database
    self.clock = clock
    self.entropy = entropy
    self.providers = providers
    self.pledges = pledges
  }

  package enum Outcome: Hashable, Sendable {
    case applied
    case ignored(String)
    /// It is about something that is not known yet: again later, until the last attempt.
    case deferred
    /// Nobody knows what it is about: it is on the desk.
    case dead
    case noSuchEvent
  }

  package func callAsFunction(_ id: WebhookEvent.ID, isLastAttempt: Bool) async throws -> Outcome {
    let event = try await database.write { try $0.webhookLocked(id) }
    guard let event, let provider = providers[event.provider] else { return .noSuchEvent }
    let found = try await provider.payment(event.objectID)
    let stamp = Stamp(at: clock.now, by: .system, entropy)
    let news = PaymentNews(pledges: pledges)
    return try await database.write { tx in
      guard try tx.webhookLocked(id) != nil else { return .noSuchEvent }
      let ours = try payment(of: event, found, tx)
      guard let found, let ours else {
        return try put(event, off: !isLastAttempt, stamp, tx)
      }
      let ending = try news.apply(
        found, of: (ours, provider), cause: "webhook \(id)", stamp, in: tx)
      switch ending {
      case .moved:
        try tx.settle(id, as: .applied, because: "", at: stamp.now)
        return .applied
      case .nothingNew:
        let reason = WebhookIgnored.nothingNew.rawValue
        try tx.settle(id, as: .ignored, because: reason, at: stamp.now)
        return .ignored(reason)
      case .mismatch(let kind):
        let reason =
          kind == .liveMode ? WebhookIgnored.otherEnvironment.rawValue : "mismatch \(kind)"
        try tx.settle(id, as: .ignored, because: reason, at: stamp.now)
        return .ignored(reason)
      case .noSuchPayment: return try put(event, off: !isLastAttempt, stamp, tx)
      }
    }
  }

  /// Our payment: the one that knows the provider's id, or the one that the provider names.
  private func payment(
    of event: StoredWebhook, _ found: ProviderPayment?, _ tx: Transaction
  ) throws -> Payment.ID? {
    if let known = try tx.payment(of: event.provider, reference: event.objectID) {
      return known.id
    }
    guard let named = found?.ours.flatMap({ Payment.ID($0) }) else { return nil }
    return try tx.payment(named)?.id
  }

  private func put(
    _ event: StoredWebhook, off: Bool, _ stamp: Stamp, _ tx: Transaction
  ) throws -> Outcome {
    let reason = MoneyException.Kind.unknownObject
    try tx.settle(
      event.id, as: off ? .deferred : .dead, because: reason.rawValue, at: stamp.now)
    if off { return .deferred }
    try tx.open(
      MoneyException(
        id: entropy.id(at: stamp.now), kind: reason, payment: nil, objectID: event.objectID,
        expected: "", found: event.id.description, openedAt: stamp.now))
    return .dead
  }
}
