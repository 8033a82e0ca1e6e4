// What a provider says of a saved card: the one place where a mandate is saved and its pledge
// follows. Webhook, return page and look-up all end here.
package import Domain
package import Store

/// Applies what a provider says of the saving of a card.
struct SavedCardNews: Sendable {
  let pledges: PledgePayments
  let marks: CardMarks

  enum Ending: Hashable, Sendable {
    case saved
    /// Its page was given up.
    case gaveUp
    /// That state, or a later one, had been reached before.
    case nothingNew
    case noSuchMandate
  }

  func apply(
    _ found: ProviderSavedCard, from provider: any PaymentProvider, _ stamp: Stamp,
    in tx: Transaction
  ) throws -> Ending {
    guard let id = found.ours.flatMap({ CardMandate.ID($0) }), let known = try tx.mandate(id),
      known.provider == provider.name, found.isLive == provider.isLive,
      let pledge = try tx.pledgeLocked(known.pledge), var mandate = try tx.mandateLocked(id)
    else { return .noSuchMandate }
    try noteTries(found, of: mandate, for: pledge, stamp, in: tx)
    guard let next = mandate.state.reaching(found.status) else { return .nothingNew }
    let before = mandate.state
    mandate.state = next
    // The reference stays: a saving may be told under its own id and under its page's.
    mandate.providerReference = mandate.providerReference ?? found.reference
    if next == .saved {
      guard let card = found.card else { return .nothingNew }
      mandate.card = SavedCard(
        customer: card.customer, method: card.method,
        fingerprint: card.fingerprint.map { marks.card($0, at: mandate.provider).description })
      // Another card of the same pledge is not needed any more.
      for other in try tx.mandates(of: mandate.pledge) where other.state == .saved {
        try tx.release(other, "replaced", stamp)
      }
    }
    try tx.update(
      mandate, from: before,
      MoneyStep(
        from: before.rawValue, to: next.rawValue, reason: found.status.rawValue, by: nil,
        at: stamp.now))
    guard next == .saved else { return .gaveUp }
    if try !pledges.authorise(mandate.pledge, in: tx, stamp) {
      try tx.release(mandate, "pledgeOver", stamp)
    }
    return .saved
  }

  /// Cards are tried out by saving them too.
  private func noteTries(
    _ found: ProviderSavedCard, of mandate: CardMandate, for pledge: Pledge, _ stamp: Stamp,
    in tx: Transaction
  ) throws {
    let address = try tx.addressTrying(mandate.id.description, at: mandate.provider)
    let subject: Transaction.CardTrySubject = (mandate.provider, nil, mandate.campaign)
    if let refused = found.refusedTry {
      let card = found.refusedCard.map { marks.card($0, at: mandate.provider) }
      let who = (donor: pledge.donor.backer, address: address, card: card)
      if try tx.note(.refused, refused, of: subject, by: who, at: stamp.now),
        try !tx.triedLately(for: pledge, from: address, stamp).allowsGoingOn
      {
        // The look-up closes the page: a network call, so not here.
        try tx.enqueue(QueuedTask(.confirmCard, mandate.id.description), stamp)
      }
    }
    guard found.status == .saved, mandate.state != .saved else { return }
    let card = found.card?.fingerprint.map { marks.card($0, at: mandate.provider) }
    try tx.note(
      .taken, found.reference, of: subject, by: (pledge.donor.backer, address, card), at: stamp.now)
    try tx.tellIfShared(card, nil, found: mandate.id.description, stamp)
  }
}

extension Transaction {
  /// From now on this card is never charged. Call under its pledge's lock.
  func release(_ mandate: CardMandate, _ reason: String, _ stamp: Stamp) throws {
    var mandate = mandate
    let before = mandate.state
    mandate.state = .released
    try update(
      mandate, from: before,
      MoneyStep(
        from: before.rawValue, to: mandate.state.rawValue, reason: reason,
        by: stamp.actor.person, at: stamp.now))
  }
}

/// Asks the provider how far the saving of a card has come, and applies it.
package struct ConfirmCard: Sendable {
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

  package enum Outcome: Hashable, Sendable {
    case saved
    case nothingNew
    case noSuchMandate
  }

  package func callAsFunction(_ id: CardMandate.ID) async throws -> Outcome {
    guard let mandate = try await database.read({ try $0.mandate(id) }),
      let provider = providers[mandate.provider]
    else { return .noSuchMandate }
    let found: ProviderSavedCard? =
      if let reference = mandate.providerReference {
        try await provider.savedCard(reference)
      } else { nil }
    let stamp = Stamp(at: clock.now, by: .system, entropy)
    let news = SavedCardNews(pledges: pledges, marks: providers.marks)
    let isSaved = try await database.write { tx in
      if let found, try news.apply(found, from: provider, stamp, in: tx) == .saved { return true }
      try giveUp(id, stamp, tx)
      return false
    }
    if isSaved { return .saved }
    guard let reference = mandate.providerReference, try await isOver(id, stamp) else {
      return .nothingNew
    }
    let closed: ProviderSavedCard?
    do { closed = try await provider.closeSaving(reference) } catch is ProviderDenial {
      return .nothingNew
    }
    guard let closed else { return .nothingNew }
    return try await database.write { tx in
      try news.apply(closed, from: provider, stamp, in: tx) == .saved ? .saved : .nothingNew
    }
  }

  /// Whether more cards were refused than anybody may try, and the page on which they are tried is
  /// still open.
  private func isOver(_ id: CardMandate.ID, _ stamp: Stamp) async throws -> Bool {
    try await database.write { tx in
      guard let mandate = try tx.mandate(id), mandate.state == .asked,
        let pledge = try tx.pledge(mandate.pledge)
      else { return false }
      let address = try tx.addressTrying(id.description, at: mandate.provider)
      return try !tx.triedLately(for: pledge, from: address, stamp).allowsGoingOn
    }
  }

  /// Nobody saved a card in time.
  private func giveUp(_ id: CardMandate.ID, _ stamp: Stamp, _ tx: Transaction) throws {
    guard var mandate = try tx.mandateLocked(id), mandate.state == .asked,
      stamp.now >= mandate.terms.expiresAt
    else { return }
    mandate.state = .expired
    try tx.update(
      mandate, from: .asked,
      MoneyStep(
        from: CardMandateState.asked.rawValue, to: mandate.state.rawValue, reason: "timetable",
        by: nil, at: stamp.now))
  }
}
