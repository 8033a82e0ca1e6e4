// After a deadline: charges the saved cards of a campaign that can succeed, tries again those that
// failed, writes to their owners, and lets go of the cards that are not needed any more.
import Domain
package import Store

/// Does with saved cards what is due. Safe to run any number of times: a payment and its key are
/// stored before the call, and the same key charges once.
package struct ChargeCards: Sendable {
  let database: Database
  let clock: WallClock
  let entropy: Entropy
  let providers: PaymentProviders
  let pledges: PledgePayments

  package init(
    database: Database, clock: WallClock, entropy: Entropy, providers: PaymentProviders,
    pledges: PledgePayments
  ) {
    (self.database, self.clock, self.entropy) = (database, clock, entropy)
    (self.providers, self.pledges) = (providers, pledges)
  }

  /// A saving that was not heard of for so long is asked about.
  static let quiet = Instant.Span.minutes(2)

  /// What one run did.
  package struct Report: Hashable, Sendable {
    package var charged = 0
    package var failed = 0
    package var reminded = 0
    package var released = 0
    /// The provider did not answer: asked again, under the same key.
    package var silent = 0

    package init() {}
  }

  package func callAsFunction(limit: Int) async throws -> Report {
    let stamp = Stamp(at: clock.now, by: .system, entropy)
    let due = try await database.write { tx in
      for id in try tx.quietMandates(since: stamp.now - Self.quiet, limit: limit) {
        try tx.enqueue(QueuedTask(.confirmCard, id.description), stamp)
      }
      return try tx.mandatesDue(at: stamp.now, limit: limit)
    }
    var report = Report()
    var failure: (any Error)?
    for id in due {
      do { try await turn(id, &report) } catch {
        // It keeps nobody else from their turn, and comes last of all next time.
        failure = error
        try await database.write { try $0.setLooked(id, at: stamp.now) }
      }
    }
    if let failure { throw failure }
    return report
  }

  private func turn(_ id: CardMandate.ID, _ report: inout Report) async throws {
    switch try await database.write({ tx in try begin(id, tx) }) {
    case .nothing: break
    case .released: report.released += 1
    case .reminded: report.reminded += 1
    case .charge(let charge): try await call(charge, &report)
    }
  }

  private struct Charge: Sendable {
    let mandate: CardMandate
    let card: SavedCard
    let payment: Payment
    let description: String
    /// Nobody answered the last call: it may have been made.
    let wasCalled: Bool
    /// It has failed before: its owner is written to if it fails again.
    let isRetry: Bool
  }
  private enum Begun: Sendable { case nothing, released, reminded, charge(Charge) }

  /// Decides under the pledge's lock what is done, and writes it before anybody outside hears of
  /// it.
  private func begin(_ id: CardMandate.ID, _ tx: Transaction) throws -> Begun {
    let stamp = Stamp(at: clock.now, by: .system, entropy)
    guard let known = try tx.mandate(id), let pledge = try tx.pledgeLocked(known.pledge),
      var mandate = try tx.mandateLocked(id), let campaign = try tx.campaign(known.campaign)
    else { return .nothing }
    try tx.setLooked(id, at: stamp.now)
    let last = try tx.payments(of: pledge.id).first
    switch mandate.step(try facts(of: pledge, campaign, last?.failure, stamp, tx)) {
    case .wait: return .nothing
    case .release:
      try release(mandate, pledge, campaign, stamp, tx)
      return .released
    case .remind: return try remindAgain(&mandate, pledge, stamp, tx)
    case .charge:
      // Nobody answered the last call: the same payment under the same key.
      let unanswered = last.flatMap {
        $0.status == .created && $0.provider == mandate.provider ? $0 : nil
      }
      if unanswered == nil, let last, last.status.isOpen {
        // Its bank waits for the owner, and for nobody else.
        return last.status == .requiresAction && pledge.state == .paymentFailed
          ? try remindAgain(&mandate, pledge, stamp, tx) : .nothing
      }
      guard let card = mandate.card, let lastPayday = campaign.lastPayday else { return .nothing }
      let payment =
        unanswered
        ?? Payment(
          id: stamp.entropy.id(at: stamp.now), of: (pledge.id, pledge.campaign),
          at: mandate.provider, attempt: (last?.attempt ?? 0) + 1,
          Payment.Terms(
            amount: mandate.amount, shipping: pledge.split.shipping, createdAt: stamp.now,
            expiresAt: lastPayday))
      if unanswered == nil {
        try tx.insert(payment)
        mandate.rounds += 1
      }
      try note(&mandate, again: stamp.now + CardMandate.patience, stamp, tx)
      let title = try tx.texts(of: campaign.id)?.title.shown(in: pledge.donor.language).text
      return .charge(
        Charge(
          mandate: mandate, card: card, payment: payment, description: title ?? "",
          wasCalled: unanswered != nil, isRetry: mandate.rounds > 1))
    }
  }

  private func facts(
    of pledge: Pledge, _ campaign: Campaign, _ failure: PaymentFailure?, _ stamp: Stamp,
    _ tx: Transaction
  ) throws -> CardFacts {
    let confirmed = try tx.raised(by: campaign.id)
    return CardFacts(
      pledge: pledge.state, of: campaign,
      sums: (
        confirmed + (try tx.authorised(for: campaign.id).amount),
        confirmed + (try tx.pending(for: campaign.id).amount),
        try tx.hasBegunCharging(campaign.id)
      ), failure: failure, at: stamp.now)
  }

  private func call(_ charge: Charge, _ report: inout Report) async throws {
    guard let provider = providers[charge.mandate.provider] else { return }
    let order = ChargeOrder(
      for: charge.payment, card: charge.card, description: charge.description)
    do {
      let found = try await answer(of: provider, to: order, charge)
      let isPaid = try await database.write { tx in try finish(charge, found, provider, tx) }
      if isPaid { report.charged += 1 } else { report.failed += 1 }
    } catch let fault as Fault where fault.retryable {
      report.silent += 1
    } catch let denial as ProviderDenial where !denial.isOfTheCard {
      let stamp = Stamp(at: clock.now, by: .system, entropy)
      try await database.write { tx in
        try tx.tellOfDenial(denial, charge.payment.id, about: charge.payment.id.description, stamp)
      }
      report.silent += 1
    } catch let denial as ProviderDenial {
      try await database.write { tx in try refuse(charge, denial, tx) }
      report.failed += 1
    }
  }

  /// Providers forget our keys, Stripe after a day: what may have been charged is looked for first.
  private func answer(
    of provider: any PaymentProvider, to order: ChargeOrder, _ charge: Charge
  ) async throws -> ProviderPayment {
    if charge.wasCalled {
      let since = charge.payment.terms.createdAt
      if let made = try await provider.payment(chargedFor: order, since: since) { return made }
    }
    return try await provider.charge(order)
  }

  /// Applies the provider's answer; true where the money is there or under way.
  private func finish(
    _ charge: Charge, _ found: ProviderPayment, _ provider: any PaymentProvider,
    _ tx: Transaction
  ) throws -> Bool {
    let stamp = Stamp(at: clock.now, by: .system, entropy)
    guard try tx.pledgeLocked(charge.mandate.pledge) != nil else { return false }
    _ = try PaymentNews(pledges: pledges, marks: providers.marks).apply(
      found, of: (charge.payment.id, provider), cause: "timetable", stamp,
      in: tx)
    try tx.closeGone(
      [.providerRefused], about: charge.payment.id.description, because: .accepted, at: stamp.now)
    guard var mandate = try tx.mandateLocked(charge.mandate.id), mandate.state == .saved,
      let payment = try tx.payment(charge.payment.id)
    else { return false }
    switch payment.status {
    case .succeeded, .processing, .reviewHold:
      mandate.state = payment.status == .succeeded ? .charged : .saved
      try note(&mandate, again: stamp.now + CardMandate.dunningEvery, stamp, tx)
      return true
    case .created: return false
    case .requiresAction:
      // Its bank wants the owner, who is not here.
      _ = try pledges.fail(mandate.pledge, in: tx, stamp)
    case .failed, .expired, .cancelled: break
    }
    try note(&mandate, again: stamp.now + CardMandate.dunningEvery, stamp, tx)
    if charge.isRetry, let pledge = try tx.pledge(mandate.pledge) {
      try remind(pledge, mandate, stamp, tx)
    }
    return false
  }

  /// The provider understood and said no.
  private func refuse(_ charge: Charge, _ denial: ProviderDenial, _ tx: Transaction) throws {
    let stamp = Stamp(at: clock.now, by: .system, entropy)
    guard try tx.pledgeLocked(charge.mandate.pledge) != nil,
      var payment = try tx.paymentLocked(charge.payment.id), payment.status == .created,
      var mandate = try tx.mandateLocked(charge.mandate.id)
    else { return }
    let failure = denial.reason == .cardRefused ? PaymentFailure.declined : .other
    (payment.status, payment.failure) = (.failed, failure)
    try tx.update(
      payment,
      PaymentChange(
        from: .created, to: .failed, reason: failure.rawValue, cause: "timetable",
        at: stamp.now))
    try note(&mandate, again: stamp.now + CardMandate.dunningEvery, stamp, tx)
    _ = try pledges.fail(mandate.pledge, in: tx, stamp)
    if charge.isRetry, let pledge = try tx.pledge(mandate.pledge) {
      try remind(pledge, mandate, stamp, tx)
    }
  }

  private func release(
    _ mandate: CardMandate, _ pledge: Pledge, _ campaign: Campaign, _ stamp: Stamp,
    _ tx: Transaction
  ) throws {
    var pledge = pledge
    let isPaid = pledge.state == .confirmed || pledge.state == .closed
    try tx.release(mandate, isPaid ? "paid" : "notNeeded", stamp)
    guard pledge.state == .authorised else { return }
    try tx.move(&pledge, on: .expire, stamp)
    try pledges.letters.send(.cardReleased, about: pledge, in: tx, stamp)
  }

  /// Only the owner can pay now: a round without a charge.
  private func remindAgain(
    _ mandate: inout CardMandate, _ pledge: Pledge, _ stamp: Stamp, _ tx: Transaction
  ) throws -> Begun {
    guard mandate.nextAt.map({ $0 <= stamp.now }) ?? true else { return .nothing }
    mandate.rounds += 1
    try note(&mandate, again: stamp.now + CardMandate.dunningEvery, stamp, tx)
    try remind(pledge, mandate, stamp, tx)
    return .reminded
  }

  private func remind(
    _ pledge: Pledge, _ mandate: CardMandate, _ stamp: Stamp, _ tx: Transaction
  ) throws {
    try pledges.letters.send(
      .paymentReminder, about: pledge, occasion: String(mandate.rounds), in: tx, stamp)
  }

  private func note(
    _ mandate: inout CardMandate, again: Instant, _ stamp: Stamp, _ tx: Transaction
  ) throws {
    let before = mandate.state == .charged ? CardMandateState.saved : mandate.state
    mandate.nextAt = again
    try tx.update(
      mandate, from: before,
      MoneyStep(
        from: before.rawValue, to: mandate.state.rawValue, reason: "round \(mandate.rounds)",
        by: nil, at: stamp.now))
  }
}
