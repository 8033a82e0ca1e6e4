// What webhooks missed: events that never came, and payments that nobody spoke of.
package import Domain
package import Store

/// Reads each provider's events since the last complete poll, with an hour of overlap, and asks
/// about payments that have been quiet. Safe to run at any time.
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
  /// How far back the first poll reads; providers keep events for 30 days.
  package static let firstReach = Instant.Span.days(1)
  /// A payment that was not heard of for so long is asked about.
  package static let quiet = Instant.Span.minutes(2)

  /// Answers how many missed events and quiet payments there were.
  @discardableResult
  package func callAsFunction(limit: Int) async throws -> (events: Int, payments: Int) {
    var missed = 0
    var silent: Fault?
    for name in providers.names {
      guard let provider = providers[name], provider.canBeAsked else { continue }
      // One provider that does not answer keeps nobody from asking the others.
      do { missed += try await fetch(from: provider, limit) } catch let fault as Fault {
        silent = fault
      }
    }
    let stamp = Stamp(at: clock.now, by: .system, entropy)
    let asked = try await database.write { tx in
      let quiet =
        try tx.quietPayments(
          since: stamp.now - Self.quiet, QuietPatience(at: stamp.now), limit: limit)
        + tx.quietRefunds(since: stamp.now - SubmitRefunds.patience, limit: limit)
      for id in quiet {
        try tx.setAsked(id, at: stamp.now)
        try tx.enqueue(QueuedTask(.confirmPayment, id.description), stamp)
      }
      return quiet.count
    }
    if let silent { throw silent }
    return (missed, asked)
  }

  private func fetch(from provider: any PaymentProvider, _ limit: Int) async throws -> Int {
    let name = provider.name
    let until = try await database.read { try $0.polledUntil(name) }
    let started = clock.now
    var since = (until ?? started - Self.firstReach) - Self.overlap
    var missed = 0
    var size = limit
    while true {
      let events = try await provider.events(since: since, limit: size)
      missed += try await keep(events, from: name)
      guard events.count >= size, let last = events.last?.createdAt else { break }
      if last > since {
        (since, size) = (last, limit)
      } else {
        // More events of one moment than a page holds: a larger one goes past it.
        size *= 2
      }
    }
    try await database.write { try $0.setPolled(name, until: started) }
    return missed
  }

  private func keep(_ events: [PolledEvent], from name: ProviderName) async throws -> Int {
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
      try tx.forgetCardTries(before: stamp.now - CardTries.memory)
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
