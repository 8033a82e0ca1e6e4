// The donor agrees to be charged after the deadline: our own row with those words first, then the
// provider's page on which the card is saved.
package import Domain
package import Store

/// Starts the saving of a card for a pledge, or finds the one under way.
package struct SaveCard: Sendable {
  let database: Database
  let clock: WallClock
  let entropy: Entropy
  let providers: PaymentProviders

  package init(
    database: Database, clock: WallClock, entropy: Entropy, providers: PaymentProviders
  ) {
    (self.database, self.clock, self.entropy) = (database, clock, entropy)
    self.providers = providers
  }

  package struct Request: Sendable {
    /// The unguessable part of the pledge's address.
    package let accessKey: String
    /// What the donor agreed to, word for word.
    package let wording: String
    package let returnURL: String
    package let language: Language
    /// The donor's network address; empty where nobody knows it.
    package let address: String
    /// Who asks; nobody agrees in somebody's place.
    package var actor = Actor.visitor

    package init(
      accessKey: String, wording: String, returnURL: String, language: Language,
      from address: String = ""
    ) {
      self.address = address
      (self.accessKey, self.wording) = (accessKey, wording)
      (self.returnURL, self.language) = (returnURL, language)
    }
  }

  package enum Outcome: Hashable, Sendable {
    /// Send the donor there.
    case save(at: String)
    /// This campaign takes cards at once, or its deadline has passed.
    case chargesAtOnce
    /// The provider did not answer, or refused our request, which is on the desk. Asking again is
    /// safe.
    case providerSilent
    /// Too many cards were tried. Nobody is told by whom, or how many are too many.
    case notNow
    /// The card is saved, it is paid or called off, or its time is over.
    case nothingToSave
    /// Somebody acts in a person's place: money is the person's own.
    case notInPlace
    case noSuchPledge
    case noCards
  }

  package func callAsFunction(_ request: Request) async throws -> Outcome {
    guard request.actor.may(.placePledge, on: .platform) else { return .notInPlace }
    guard let provider = providers.forCards else { return .noCards }
    let stamp = Stamp(at: clock.now, by: .visitor, entropy)
    let opened = try await database.write { tx in
      try open(request, at: provider.name, stamp, tx)
    }
    let mandate: CardMandate
    let email: EmailAddress
    switch opened {
    case .ended(let outcome): return outcome
    case .attempt(let attempt, let address):
      mandate = attempt
      email = address
    }
    if let page = mandate.hostedPage { return .save(at: page) }
    let order = SaveCardOrder(
      idempotencyKey: mandate.idempotencyKey, ours: mandate.id.description, email: email,
      returnURL: request.returnURL, language: request.language)
    let answer: ProviderSavedCard
    do { answer = try await provider.save(order) } catch let fault as Fault where fault.retryable {
      return .providerSilent
    } catch let denial as ProviderDenial {
      let stamp = Stamp(at: clock.now, by: .system, entropy)
      let ours = mandate.id.description
      try await database.write { try $0.tellOfDenial(denial, nil, about: ours, stamp) }
      return .providerSilent
    }
    guard let page = answer.hostedPage else { return .providerSilent }
    let (now, id) = (clock.now, mandate.id)
    try await database.write { tx in
      guard var mandate = try tx.mandateLocked(id), mandate.hostedPage == nil else { return }
      (mandate.providerReference, mandate.hostedPage) = (answer.reference, page)
      try tx.update(
        mandate, from: mandate.state,
        MoneyStep(from: nil, to: mandate.state.rawValue, reason: "page", by: nil, at: now))
      try tx.closeGone([.providerRefused], about: id.description, because: .accepted, at: now)
    }
    return .save(at: page)
  }

  private enum Opened: Sendable { case attempt(CardMandate, EmailAddress), ended(Outcome) }

  private func open(
    _ request: Request, at provider: ProviderName, _ stamp: Stamp, _ tx: Transaction
  ) throws -> Opened {
    guard let found = try tx.pledge(accessKey: request.accessKey),
      let pledge = try tx.pledgeLocked(found.id), let campaign = try tx.campaign(pledge.campaign)
    else { return .ended(.noSuchPledge) }
    guard campaign.savesCards, campaign.isOpen(at: stamp.now) else {
      return .ended(.chargesAtOnce)
    }
    guard pledge.state == .awaitingPayment, pledge.method == .card,
      let expiresAt = pledge.expiresAt, stamp.now < expiresAt
    else { return .ended(.nothingToSave) }
    let address = providers.marks.address(request.address)
    let tries = try tx.triedLately(for: pledge, from: address, stamp)
    let earlier = try tx.mandates(of: pledge.id)
    if let last = earlier.first, last.state == .asked, last.provider == provider,
      last.terms.wording == request.wording, stamp.now < last.terms.expiresAt
    {
      return tries.allowsGoingOn ? .attempt(last, pledge.donor.email) : .ended(.notNow)
    }
    guard tries.allowsAnother else { return .ended(.notNow) }
    let mandate = CardMandate(
      id: stamp.entropy.id(at: stamp.now), of: (pledge.id, pledge.campaign), at: provider,
      attempt: (earlier.first?.attempt ?? 0) + 1,
      CardMandate.Terms(
        amount: pledge.total, wording: request.wording, createdAt: stamp.now,
        expiresAt: expiresAt))
    try tx.insert(mandate, digest: Digest(of: request.wording))
    try tx.note(
      .started, mandate.id.description, of: (provider, nil, mandate.campaign),
      by: (pledge.donor.backer, address, nil), at: stamp.now)
    return .attempt(mandate, pledge.donor.email)
  }
}
