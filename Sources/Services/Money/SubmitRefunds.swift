// Tells providers of refunds that are decided. What goes by bank transfer waits for a person.
package import Domain
package import Store

/// Submits refunds. Safe to run any number of times: a refund's key is stored before the call, and
/// the same key sends the money once.
package struct SubmitRefunds: Sendable {
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

  /// After an answer that did not come, or a no, it is asked again so much later.
  package static let patience = Instant.Span.minutes(15)

  /// Answers how many were sent on their way, and how many providers did not answer about.
  package func callAsFunction(limit: Int) async throws -> (sent: Int, silent: Int) {
    let due = try await database.read { tx in
      try tx.refundsToSubmit(since: clock.now - Self.patience, limit: limit)
    }
    var (sent, silent) = (0, 0)
    for id in due {
      do { if try await submit(id) { sent += 1 } } catch let fault as Fault where fault.retryable {
        silent += 1
      }
    }
    return (sent, silent)
  }

  private func submit(_ id: Refund.ID) async throws -> Bool {
    let stamp = Stamp(at: clock.now, by: .system, entropy)
    let ready = try await database.write { tx in try begin(id, stamp, tx) }
    guard let (refund, reference) = ready, let provider = providers[refund.provider] else {
      return false
    }
    let found: ProviderRefund
    do { found = try await provider.refund(RefundOrder(for: refund, of: reference)) } catch let
      denial as ProviderDenial
    {
      try await refuse(id, denial)
      return false
    }
    let then = Stamp(at: clock.now, by: .system, entropy)
    return try await database.write { tx in
      guard let payment = try tx.paymentLocked(refund.payment),
        var refund = try tx.refundLocked(id)
      else { return false }
      _ = try ReturnNews(payment: payment, stamp: then).reach(found, &refund, in: tx)
      return true
    }
  }

  /// Notes that the provider is being told; nil where there is none to tell.
  private func begin(
    _ id: Refund.ID, _ stamp: Stamp, _ tx: Transaction
  ) throws -> (Refund, String)? {
    guard let known = try tx.refund(id), let payment = try tx.paymentLocked(known.payment),
      var refund = try tx.refundLocked(id), RefundState.toSubmit.contains(refund.state),
      try !tx.isDisputed(refund.payment)
    else { return nil }
    guard let reference = payment.providerReference, payment.provider != .bank else {
      if refund.state == .approved {
        try tx.move(&refund, on: .needTransfer, because: "paidByTransfer", stamp)
      }
      return nil
    }
    if try !tx.move(&refund, on: .submit, because: "toProvider", stamp) {
      // Nobody knows whether the last call was heard: the time of this one is kept.
      try tx.update(
        refund,
        MoneyStep(
          from: refund.state.rawValue, to: refund.state.rawValue, reason: "again", by: nil,
          at: stamp.now))
    }
    return (refund, reference)
  }

  private func refuse(_ id: Refund.ID, _ denial: ProviderDenial) async throws {
    let stamp = Stamp(at: clock.now, by: .system, entropy)
    try await database.write { tx in
      guard var refund = try tx.refundLocked(id), refund.state == .submitted else { return }
      try tx.move(&refund, on: .failForNow, because: "refused", stamp)
      try tx.open(
        stamp.exception(
          .refundRefused, refund.payment, about: id.description, expected: refund.amount.plain,
          found: String(denial.description.prefix(200))))
      // Perhaps it went back another way of which we have not heard.
      try tx.enqueue(QueuedTask(.confirmPayment, refund.payment.description), stamp)
    }
  }
}
