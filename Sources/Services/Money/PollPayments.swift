// What webhooks missed: events that never came, and payments that nobody spoke of.
package import Domain
package import Store

/// Reads each provider's events since the last known one, with an hour of overlap, and asks about
/// payments that have been quiet. Safe to run at any time.
package struct PollPayments: Sendable {
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

  /// How far back events are read again.
  package static let overlap = Instant.Span.hours(1)
  /// A payment that was not heard of for so long is asked about.
  package static let quiet = Instant.Span.minutes(2)

  /// Answers how many missed events and quiet payments there were.
  @discardableResult
  package func callAsFunction(limit: Int) async throws -> (events: Int, payments: Int) {
    var missed = 0
    for name in providers.names {
      if let provider = providers[name] { missed += try await fetch(from: provider, limit) }
    }
    let stamp = Stamp(at: clock.now, by: .system, entropy)
    let asked = try await database.write { tx in
      let quiet = try tx.quietPayments(since: stamp.now - Self.quiet, limit: limit)
      for id in quiet { try tx.enqueue(QueuedTask(.confirmPayment, id.description), stamp) }
      return quiet.count
    }
    return (missed, asked)
  }

  private func fetch(from provider: any PaymentProvider, _ limit: Int) async throws -> Int {
    let name = provider.name
    let last = try await database.read { try $0.latestWebhook(of: name) }
    let since = (last ?? clock.now) - Self.overlap
    let events = try await provider.events(since: since, limit: limit)
    let stamp = Stamp(at: clock.now, by: .system, entropy)
    return try await database.write { tx in
      try events.filter { polled in
        let received = ReceivedWebhook(
          id: entropy.id(at: stamp.now), from: name, polled.event, raw: ("polled", polled.body),
          at: stamp.now)
        return try tx.keep(received, stamp)
      }.count
    }
  }
}

/// Asks about payments whose time is over: the provider says that they expired, or that they did
/// not.
package struct ExpirePayments: Sendable {
  let database: Database
  let clock: WallClock
  let entropy: Entropy

  package init(database: Database, clock: WallClock, entropy: Entropy) {
    self.database = database
    self.clock = clock
    self.entropy = entropy
  }

  @discardableResult
  package func callAsFunction(limit: Int) async throws -> Int {
    let stamp = Stamp(at: clock.now, by: .system, entropy)
    return try await database.write { tx in
      let overdue = try tx.overduePayments(at: stamp.now, limit: limit)
      for id in overdue { try tx.enqueue(QueuedTask(.confirmPayment, id.description), stamp) }
      return overdue.count
    }
  }
}

/// Adds waiting changes to the totals of accounts, so that reading a balance stays cheap.
package struct FoldTotals: Sendable {
  let database: Database

  package init(database: Database) { self.database = database }

  /// How many changes one transaction folds.
  package static let batch = 5000

  @discardableResult
  package func callAsFunction() async throws -> Int {
    var folded = 0
    while true {
      let count = try await database.write { try $0.foldTotals(limit: Self.batch) }
      folded += count
      if count < Self.batch { return folded }
    }
  }
}
