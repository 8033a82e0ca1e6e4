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
    let kept = try await database.write { tx in
      try tx.webhookLocked(id).map { (event: $0, body: try tx.webhookBody(id)) }
    }
    guard let (event, body) = kept, let provider = providers[event.provider] else {
      return .noSuchEvent
    }
    let found = try await provider.news(
      of: ReceivedWebhook.Event(id: event.eventID, type: event.type, objectID: event.objectID),
      body: body)
    let stamp = Stamp(at: clock.now, by: .system, entropy)
    return try await database.write { tx in
      guard try tx.webhookLocked(id) != nil else { return .noSuchEvent }
      if found.isEmpty { return try put(event, off: !isLastAttempt, stamp, tx) }
      var endings: [PaymentNews.Ending] = []
      for news in found { endings.append(try apply(news, of: event, provider, stamp, tx)) }
      if endings.contains(.noSuchPayment) {
        return try put(event, off: !isLastAttempt, stamp, tx)
      }
      return try settle(id, endings, stamp, tx)
    }
  }

  private func apply(
    _ news: ProviderNews, of event: StoredWebhook, _ provider: any PaymentProvider,
    _ stamp: Stamp, _ tx: Transaction
  ) throws -> PaymentNews.Ending {
    let cause = "webhook \(event.id)"
    switch news {
    case .payment(let found):
      guard let ours = try payment(of: event, found, stamp, tx) else { return .noSuchPayment }
      return try PaymentNews(pledges: pledges, marks: providers.marks).apply(
        found, of: (ours, provider), cause: cause, stamp, in: tx)
    case .savedCard(let found):
      let news = SavedCardNews(pledges: pledges, marks: providers.marks)
      return switch try news.apply(found, from: provider, stamp, in: tx) {
      case .saved, .gaveUp: .booked
      case .nothingNew: .nothingNew
      case .noSuchMandate: .noSuchPayment
      }
    case .returns(let found): return try apply(found, of: event, provider, stamp, tx)
    case .settlement(let found):
      return try SettlementNews(provider: provider, stamp: stamp).apply(
        found, cause: Cause(.webhookEvent, event.id.description), in: tx)
    case .warning(let found): return try warn(found, of: event, provider, stamp, tx)
    case .toldElsewhere: return .nothingNew
    }
  }

  /// What went back of a payment that is not here, or not paid yet, waits for it.
  private func apply(
    _ found: ProviderReturns, of event: StoredWebhook, _ provider: any PaymentProvider,
    _ stamp: Stamp, _ tx: Transaction
  ) throws -> PaymentNews.Ending {
    guard let known = try tx.payment(of: provider.name, namedBy: found.ids),
      let payment = try tx.paymentLocked(known), payment.status == .succeeded
    else { return .noSuchPayment }
    guard found.isLive == provider.isLive else {
      try tx.open(
        stamp.exception(
          .liveMode, payment.id, about: event.objectID, expected: "live \(provider.isLive)",
          found: "live \(found.isLive)"))
      return .mismatch(.liveMode)
    }
    let returns = ReturnNews(
      payment: payment, stamp: stamp, mayAsk: provider.canBeAsked)
    return try returns.apply(found.refunds, found.disputes, in: tx) ? .booked : .nothingNew
  }

  /// A person looks at a payment before its reward is sent; nothing is booked.
  private func warn(
    _ found: ProviderWarning, of event: StoredWebhook, _ provider: any PaymentProvider,
    _ stamp: Stamp, _ tx: Transaction
  ) throws -> PaymentNews.Ending {
    guard let known = try tx.payment(of: provider.name, namedBy: found.ids) else {
      return .noSuchPayment
    }
    guard found.isLive == provider.isLive else { return .mismatch(.liveMode) }
    try tx.open(
      stamp.exception(
        .fraudWarning, known, about: known.description, expected: "",
        found: "\(event.objectID) \(found.reason)"))
    return .booked
  }

  private func settle(
    _ id: WebhookEvent.ID, _ endings: [PaymentNews.Ending], _ stamp: Stamp, _ tx: Transaction
  ) throws -> Outcome {
    if endings.contains(where: \.isMove) {
      try tx.settle(id, as: .applied, because: "", at: stamp.now)
      if let object = try tx.webhookLocked(id)?.objectID {
        try tx.closeGone([.unknownObject], about: object, because: .arrived, at: stamp.now)
      }
      return .applied
    }
    var reason = WebhookIgnored.nothingNew.rawValue
    for case .mismatch(let kind) in endings {
      reason = kind == .liveMode ? WebhookIgnored.otherEnvironment.rawValue : "mismatch \(kind)"
    }
    try tx.settle(id, as: .ignored, because: reason, at: stamp.now)
    return .ignored(reason)
  }

  /// Our payment: the one that knows the provider's id, the one that the provider names, or one
  /// that another platform started under one of these names.
  private func payment(
    of event: StoredWebhook, _ found: ProviderPayment, _ stamp: Stamp, _ tx: Transaction
  ) throws -> Payment.ID? {
    let ids = [event.objectID, found.reference] + found.ids
    if let known = try tx.payment(of: event.provider, namedBy: ids) { return known }
    if let named = found.ours.flatMap({ Payment.ID($0) }), let known = try tx.payment(named) {
      return known.id
    }
    for name in ids + found.notes + [found.ours ?? ""] {
      if let moved = try attempt(of: name, at: event.provider, found, stamp, tx) { return moved }
    }
    return nil
  }

  /// Another try at a payment that was moved in: the first that is heard of, or one after it that
  /// the other platform started because the first was not paid. Nil where one of them was.
  private func attempt(
    of name: String, at provider: ProviderName, _ found: ProviderPayment, _ stamp: Stamp,
    _ tx: Transaction
  ) throws -> Payment.ID? {
    guard let moved = try tx.imported(name), let pledge = try tx.pledgeLocked(moved.pledge) else {
      return nil
    }
    // Whoever held the lock before may have heard of it.
    if let known = try tx.payment(of: provider, namedBy: [found.reference]) { return known }
    guard try tx.payments(of: pledge.id).allSatisfy({ $0.status != .succeeded }) else {
      return nil
    }
    let payment = try tx.importedPayment(of: pledge, at: provider, found.reference, stamp)
    try tx.setPayment(payment.id, ofImported: pledge.id)
    return payment.id
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
