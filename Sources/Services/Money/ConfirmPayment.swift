// Asks the provider how far a payment has come, and applies it: after the donor's return, and for
// what webhooks missed.
package import Domain
package import Store

/// Brings one payment up to date. Safe to run any number of times, in any order, at once.
package struct ConfirmPayment: Sendable {
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
    case moved(to: PaymentStatus)
    case nothingNew
    /// On the desk now.
    case mismatch
    case noSuchPayment
  }

  package func callAsFunction(_ id: Payment.ID) async throws -> Outcome {
    let payment = try await database.read { try $0.payment(id) }
    guard let payment, let provider = providers[payment.provider] else { return .noSuchPayment }
    guard provider.canBeAsked else { return .nothingNew }
    let stamp = Stamp(at: clock.now, by: .system, entropy)
    guard let found = try await ask(provider, about: payment) else {
      let news = PaymentNews(pledges: pledges, marks: providers.marks)
      try await database.write { tx in
        if stamp.now > payment.terms.expiresAt { try news.expire(id, stamp, in: tx) }
      }
      return .nothingNew
    }
    let outcome = try await take(found, of: id, provider, stamp)
    guard found.status == .requiresAction, outcome != .mismatch,
      try await isOver(payment, stamp)
    else { return outcome }
    // Nobody should pay there any more. Some pages close by themselves.
    let closed: ProviderPayment
    do {
      closed = try await provider.cancel(payment.providerReference ?? found.reference)
    } catch is ProviderDenial { return outcome }
    return try await take(closed, of: id, provider, stamp)
  }

  private func take(
    _ found: ProviderPayment, of id: Payment.ID, _ provider: any PaymentProvider, _ stamp: Stamp
  ) async throws -> Outcome {
    let news = PaymentNews(pledges: pledges, marks: providers.marks)
    let ending = try await database.write { tx in
      try news.apply(found, of: (id, provider), cause: "look-up", stamp, in: tx)
    }
    return switch ending {
    case .moved(let status): .moved(to: status)
    case .nothingNew, .booked: .nothingNew
    case .mismatch: .mismatch
    case .noSuchPayment: .noSuchPayment
    }
  }

  private func ask(
    _ provider: any PaymentProvider, about payment: Payment
  ) async throws -> ProviderPayment? {
    if let reference = payment.providerReference { return try await provider.payment(reference) }
    return try await provider.payment(
      madeFor: payment.id, key: payment.idempotencyKey, since: payment.terms.createdAt)
  }

  /// Whether our time for a payment is over, or more cards were refused on its page than anybody
  /// may try.
  private func isOver(_ payment: Payment, _ stamp: Stamp) async throws -> Bool {
    if stamp.now > payment.terms.expiresAt { return true }
    return try await database.write { tx in
      guard try tx.hasRefusedTry(payment.id), let pledge = try tx.pledge(payment.pledge) else {
        return false
      }
      let address = try tx.addressTrying(payment.id.description, at: payment.provider)
      return try !tx.triedLately(for: pledge, from: address, stamp).allowsGoingOn
    }
  }
}
