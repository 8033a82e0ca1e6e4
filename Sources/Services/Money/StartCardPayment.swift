// The donor goes to pay by card: our own row first, then the provider, then its page.
package import Domain
package import Store

/// Starts an attempt to pay for a pledge by card, or finds the one under way.
package struct StartCardPayment: Sendable {
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

  /// Whether anybody takes cards here. Without a provider only bank transfers are offered.
  package var takesCards: Bool { providers.forCards != nil }

  package struct Request: Sendable {
    /// The unguessable part of the pledge's address.
    package let accessKey: String
    /// What the payer reads on the provider's page.
    package let description: String
    /// Where the provider sends the payer back.
    package let returnURL: String
    package let language: Language
    /// The payer's network address; empty where nobody knows it.
    package let address: String
    /// Who asks; nobody pays in somebody's place.
    package var actor = Actor.visitor

    package init(
      accessKey: String, description: String, returnURL: String, language: Language,
      from address: String = ""
    ) {
      self.address = address
      self.accessKey = accessKey
      self.description = description
      self.returnURL = returnURL
      self.language = language
    }
  }

  package enum Outcome: Hashable, Sendable {
    /// Send the payer there.
    case pay(at: String)
    /// The provider did not answer: nobody knows whether it has the payment. Asking again is safe.
    /// Or it refused our request, which is on the desk: the donor can do nothing about it.
    case providerSilent
    /// Too many cards were tried. Nobody is told by whom, or how many are too many.
    case notNow
    /// It is paid, called off, or its time is over.
    case nothingToPay
    /// Somebody acts in a person's place: money is the person's own.
    case notInPlace
    case noSuchPledge
    /// No provider for cards is wired.
    case noCards
  }

  package func callAsFunction(_ request: Request) async throws -> Outcome {
    guard request.actor.may(.placePledge, on: .platform) else { return .notInPlace }
    guard let provider = providers.forCards else { return .noCards }
    let stamp = Stamp(at: clock.now, by: .visitor, entropy)
    let opened = try await database.write { tx in
      try open(request, at: provider.name, stamp, tx)
    }
    let payment: Payment
    switch opened {
    case .ended(let outcome): return outcome
    case .attempt(let attempt): payment = attempt
    }
    if let page = payment.hostedPage { return .pay(at: page) }
    let order = PaymentOrder(
      for: payment, description: request.description, returnURL: request.returnURL,
      language: request.language)
    let answer: ProviderPayment
    do { answer = try await provider.start(order) } catch let fault as Fault where fault.retryable {
      // Unknown, not failed: the same key finds out, a new one could charge twice.
      try await askLater(payment)
      return .providerSilent
    } catch let denial as ProviderDenial {
      try await report(denial, payment)
      return .providerSilent
    }
    guard let page = answer.hostedPage else { return .providerSilent }
    try await remember(answer, page, payment.id)
    return .pay(at: page)
  }

  private enum Opened: Sendable { case attempt(Payment), ended(Outcome) }

  /// The attempt under way, or a new one: written with its key before the provider hears of it.
  private func open(
    _ request: Request, at provider: ProviderName, _ stamp: Stamp, _ tx: Transaction
  ) throws -> Opened {
    guard let found = try tx.pledge(accessKey: request.accessKey),
      let pledge = try tx.pledgeLocked(found.id)
    else { return .ended(.noSuchPledge) }
    guard pledge.state == .awaitingPayment, pledge.method == .card,
      let expiresAt = pledge.expiresAt, stamp.now < expiresAt
    else { return .ended(.nothingToPay) }
    let address = providers.marks.address(request.address)
    let tries = try tx.triedLately(for: pledge, from: address, stamp)
    let earlier = try tx.payments(of: pledge.id)
    if let last = earlier.first, last.status.isOpen, last.provider == provider,
      last.amount == pledge.total, stamp.now < last.terms.expiresAt
    {
      return tries.allowsGoingOn ? .attempt(last) : .ended(.notNow)
    }
    guard tries.allowsAnother else { return .ended(.notNow) }
    let payment = Payment(
      id: stamp.entropy.id(at: stamp.now), of: (pledge.id, pledge.campaign), at: provider,
      attempt: (earlier.first?.attempt ?? 0) + 1,
      Payment.Terms(
        amount: pledge.total, shipping: pledge.split.shipping, createdAt: stamp.now,
        // Whoever leaves the page is written to again, after a deadline too.
        expiresAt: min(expiresAt, stamp.now + PaymentMethod.card.patience)))
    try tx.insert(payment)
    try tx.note(
      .started, payment.id.description, of: (provider, payment.id, payment.campaign),
      by: (pledge.donor.backer, address, nil), at: stamp.now)
    return .attempt(payment)
  }

  private func remember(
    _ answer: ProviderPayment, _ page: String, _ id: Payment.ID
  ) async throws {
    let now = clock.now
    try await database.write { tx in
      guard var payment = try tx.paymentLocked(id), payment.hostedPage == nil else { return }
      payment.providerReference = answer.reference
      payment.hostedPage = page
      let change = payment.move(
        on: .reached(.requiresAction), because: "askedProvider", cause: "donor", at: now)
      // A webhook may have been faster: the state stays, the page is remembered all the same.
      let still = PaymentChange(
        from: payment.status, to: payment.status, reason: "askedProvider", cause: "donor", at: now)
      try tx.update(payment, change ?? still)
      try tx.closeGone([.providerRefused], about: id.description, because: .accepted, at: now)
    }
  }

  private func report(_ denial: ProviderDenial, _ payment: Payment) async throws {
    let stamp = Stamp(at: clock.now, by: .system, entropy)
    try await database.write { tx in
      try tx.tellOfDenial(denial, payment.id, about: payment.id.description, stamp)
    }
  }

  private func askLater(_ payment: Payment) async throws {
    let stamp = Stamp(at: clock.now, by: .system, entropy)
    try await database.write { tx in
      _ = try tx.enqueue(
        QueuedTask(.confirmPayment, payment.id.description), stamp,
        notBefore: stamp.now + .seconds(30))
    }
  }
}

extension Transaction {
  /// Tells the desk that a provider does not take a request of ours; the donor can do nothing.
  func tellOfDenial(
    _ denial: ProviderDenial, _ payment: Payment.ID?, about ours: String, _ stamp: Stamp
  ) throws {
    try open(
      MoneyException(
        id: stamp.entropy.id(at: stamp.now), kind: .providerRefused, payment: payment,
        objectID: ours, expected: "", found: String(denial.description.prefix(200)),
        openedAt: stamp.now))
  }
}
