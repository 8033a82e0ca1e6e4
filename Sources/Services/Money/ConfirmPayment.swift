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
    let found = try await ask(provider, about: payment, at: stamp.now)
    let news = PaymentNews(pledges: pledges, marks: providers.marks)
    return try await database.write { tx in
      guard let found else {
        if stamp.now > payment.terms.expiresAt { try news.expire(id, stamp, in: tx) }
        return .nothingNew
      }
      let ending = try news.apply(
        found, of: (id, provider), cause: "look-up", stamp, in: tx)
      switch ending {
      case .moved(let status): return .moved(to: status)
      case .nothingNew, .booked: return .nothingNew
      case .mismatch: return .mismatch
      case .noSuchPayment: return .noSuchPayment
      }
    }
  }

  /// What the provider says. Where our time for it is over, nobody should pay there any more.
  private func ask(
    _ provider: any PaymentProvider, about payment: Payment, at now: Instant
  ) async throws -> ProviderPayment? {
    let found =
      if let reference = payment.providerReference {
        try await provider.payment(reference)
      } else {
        try await provider.payment(
          madeFor: payment.id, key: payment.idempotencyKey, since: payment.terms.createdAt)
      }
    guard let found, found.status == .requiresAction, now > payment.terms.expiresAt else {
      return found
    }
    // Some pages close by themselves.
    do {
      return try await provider.cancel(payment.providerReference ?? found.reference)
    } catch is ProviderDenial { return found }
  }
}
