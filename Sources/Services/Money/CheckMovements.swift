// The providers' accounts with us, line by line: fees are booked from them, and every difference
// between them and the ledger is put on the desk.
package import Domain
package import Store

/// Reads what providers did with our money and holds the ledger against it. Safe at any time:
/// a line is kept once, a fee is booked once, a difference is on the desk once.
package struct CheckMovements: Sendable {
  let database: Database
  let clock: WallClock
  let entropy: Entropy
  let providers: PaymentProviders
  let confirm: ConfirmPayment

  package init(
    database: Database, clock: WallClock, entropy: Entropy, providers: PaymentProviders,
    confirm: ConfirmPayment
  ) {
    (self.database, self.clock, self.entropy) = (database, clock, entropy)
    (self.providers, self.confirm) = (providers, confirm)
  }

  /// How far back lines are read again: some appear late.
  package static let overlap = Instant.Span.days(3)
  /// How far back the first reading goes.
  package static let firstReach = Instant.Span.days(30)
  /// How far back the ledger is asked for payments that the provider has no line of.
  static let ledgerReach = Instant.Span.days(30)
  /// What is younger may still be on its way to the ledger.
  package static let grace = Instant.Span.hours(1)
  /// A provider closes a settlement some time after it has announced it.
  static let settlementPatience = Instant.Span.days(3)
  /// Lines of one transaction.
  static let batch = 200

  package struct Report: Hashable, Sendable {
    /// Lines that were not known before.
    package var new = 0
    /// Where provider and ledger differ now, grace left out.
    package var differences = 0
  }

  package func callAsFunction() async throws -> Report {
    var report = Report()
    var silent: Fault?
    for name in providers.names {
      guard let provider = providers[name], provider.canBeAsked else { continue }
      do {
        report.new += try await read(provider)
        report.new += try await openSettlements(of: provider)
        report.differences += try await compare(provider)
      } catch let fault as Fault { silent = fault }
    }
    if let silent { throw silent }
    return report
  }

  private func read(_ provider: any PaymentProvider) async throws -> Int {
    let stamp = Stamp(at: clock.now, by: .system, entropy)
    let last = try await database.read { try $0.latestMovement(of: provider.name) }
    let from = last.map { $0 - Self.overlap } ?? stamp.now - Self.firstReach
    let lines = try await provider.movements(from: from, until: stamp.now + .minutes(5))
    var new = 0
    for start in stride(from: 0, to: lines.count, by: Self.batch) {
      let part = lines[start..<min(start + Self.batch, lines.count)]
      new += try await database.write { tx in
        try part.filter { try keep($0, provider, stamp, tx) }.count
      }
    }
    try await claim(of: provider, stamp)
    let unbooked = try await database.read { tx in
      try tx.settlementsUnbooked(of: provider.name, limit: Self.batch)
    }
    for line in unbooked { try await settle(line, provider, stamp) }
    return new
  }

  /// Keeps a line with its fee; false for a known one. A line of which nobody knows yet what it is
  /// about waits with its fee until its payment has been heard of.
  private func keep(
    _ line: ProviderMovement, _ provider: any PaymentProvider, _ stamp: Stamp, _ tx: Transaction
  ) throws -> Bool {
    let known = try tx.payment(
      of: provider.name, namedBy: [line.payment, line.object].compactMap { $0 })
    let payment = try known.flatMap { try tx.payment($0) }
    let isNew = try tx.insert(line, of: provider.name, about: payment?.id)
    if !isNew {
      guard let payment, try tx.set(payment: payment.id, of: line, at: provider.name) else {
        return false
      }
    }
    guard line.gross.currency == .euro else { return isNew }
    let fee =
      switch line.kind {
      case .capture, .refund, .refundFailed: payment == nil ? Money.zero : line.fee
      case .fee: -line.gross + line.fee
      // The fee of a dispute is booked with the dispute.
      case .disputeWithdrawn, .disputeReinstated, .settlement, .settlementFailed, .other:
        Money.zero
      }
    if !fee.isZero {
      let entry = try JournalEntry.providerFee(
        JournalEntry.Header(
          id: entropy.id(at: stamp.now), effectiveOn: CivilDate(of: line.createdAt),
          cause: payment.map { .payment($0.id) } ?? .movement(line.reference)),
        by: provider.name, fee,
        of: Posting.Subject(
          payment: payment?.id, pledge: payment?.pledge, campaign: payment?.campaign))
      _ = try tx.post(
        entry, key: .fee(provider.name, transaction: line.reference), by: stamp.actor,
        at: stamp.now)
    }
    // What the line tells of may not have been heard yet: the same look-up as everywhere.
    if let payment { try tx.enqueue(QueuedTask(.confirmPayment, payment.id.description), stamp) }
    return isNew
  }

  /// Lines that were read before their payment was heard of find it, however long ago they were
  /// read, and their fee is booked.
  private func claim(of provider: any PaymentProvider, _ stamp: Stamp) async throws {
    try await database.write { tx in
      for line in try tx.claimableMovements(of: provider.name, limit: Self.batch) {
        _ = try keep(line, provider, stamp, tx)
      }
    }
  }

  /// A transfer to our bank that no event told of.
  private func settle(
    _ line: SettlementLine, _ provider: any PaymentProvider, _ stamp: Stamp
  ) async throws {
    guard let found = try await provider.settlement(line.settlement) else { return }
    try await database.write { tx in
      _ = try SettlementNews(provider: provider, stamp: stamp).apply(
        found, cause: .movement(line.reference), in: tx)
    }
  }

  /// Reads what each settlement is made of, once its provider has closed it: it is their sum.
  private func openSettlements(of provider: any PaymentProvider) async throws -> Int {
    let stamp = Stamp(at: clock.now, by: .system, entropy)
    var new = 0
    let waiting = try await database.read { tx in
      try tx.settlementsToOpen(of: provider.name, limit: Self.batch)
    }
    for line in waiting {
      let items = try await provider.movements(of: line.settlement)
        .filter { $0.reference != line.reference }
      let sum = items.map(\.net).reduce(.zero, +)
      let isComplete = sum == line.amount && !items.isEmpty
      if !isComplete, stamp.now < line.occurredAt + Self.settlementPatience { continue }
      new += try await database.write { tx in
        guard isComplete else {
          try tx.open(
            MoneyException(
              id: entropy.id(at: stamp.now), kind: .settlementDiffers, payment: nil,
              objectID: line.settlement, expected: line.amount.plain, found: sum.plain,
              openedAt: stamp.now))
          return 0
        }
        try tx.closeGone(
          [.settlementDiffers], about: line.settlement, because: .agrees, at: stamp.now)
        let new = try items.filter { try keep($0, provider, stamp, tx) }.count
        try tx.set(
          settlement: line.settlement, of: items.map(\.reference) + [line.reference],
          at: provider.name)
        return new
      }
    }
    return new
  }

  /// Puts every difference on the desk, and takes off those that are none any more; answers how
  /// many there are. What was read just now may tell of something that was never heard: a payment
  /// that differs is looked up first. Sums over everything are made outside of the writing.
  private func compare(_ provider: any PaymentProvider) async throws -> Int {
    let stamp = Stamp(at: clock.now, by: .system, entropy)
    let unheard = try await database.read { tx in
      try self.differences(of: provider.name, at: stamp.now, tx)
    }
    for payment in unheard.compactMap(\.payment) { _ = try await confirm(payment) }
    let differences = try await database.read { tx in
      try self.differences(of: provider.name, at: stamp.now, tx)
    }
    try await database.write { tx in
      for difference in differences { try open(difference, stamp, tx) }
      try tx.closeSettledDifferences(at: stamp.now)
    }
    switch try await database.read({ tx in try whole(of: provider.name, at: stamp.now, tx) }) {
    case .unknown: return differences.count
    case .same:
      let account = Account.provider(provider.name).code
      try await database.write { tx in
        _ = try tx.closeGone(
          [.movementDiffers], about: account, because: .agrees, at: stamp.now)
      }
      return differences.count
    case .differs(let whole):
      try await database.write { tx in try open(whole, stamp, tx) }
      return differences.count + 1
    }
  }

  private func open(
    _ difference: MovementDifference, _ stamp: Stamp, _ tx: Transaction
  ) throws {
    try tx.open(
      MoneyException(
        id: entropy.id(at: stamp.now), kind: .movementDiffers, payment: difference.payment,
        objectID: difference.object, expected: difference.provider.plain,
        found: difference.ledger.plain, openedAt: stamp.now))
  }

  /// Both ways: what the provider's lines say and the ledger does not, and what the ledger says
  /// without any line.
  private func differences(
    of provider: ProviderName, at now: Instant, _ tx: Transaction
  ) throws -> [MovementDifference] {
    let until = now - Self.grace
    let lines = try tx.movementDifferences(of: provider, since: now - Self.overlap, until: until)
    // A provider that has never given a line gives none.
    guard try tx.latestMovement(of: provider) != nil else { return lines }
    return try lines
      + tx.paymentsWithoutLine(of: provider, since: now - Self.ledgerReach, until: until)
  }

  private enum Whole: Sendable { case unknown, same, differs(MovementDifference) }

  /// The provider's account as a whole, once nothing of it is on its way: all of its lines come to
  /// what the ledger says that it holds, but for what is on the desk one by one.
  private func whole(
    of provider: ProviderName, at now: Instant, _ tx: Transaction
  ) throws -> Whole {
    guard try tx.latestMovement(of: provider) != nil else { return .unknown }
    let account = Account.provider(provider)
    let (held, booked) = (try tx.held(by: provider), try tx.balance(of: account))
    let known = try tx.differencesOnDesk(of: provider)
    if held - known == booked { return .same }
    // What a person has looked at is not asked again until it is another sum.
    guard try !tx.isMoving(provider, since: now - Self.grace),
      try tx.acceptedDifference(of: account) != held - known - booked
    else { return .unknown }
    return .differs(
      MovementDifference(
        object: account.code, payment: nil, provider: held - known, ledger: booked))
  }
}
