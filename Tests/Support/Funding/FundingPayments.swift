// Money that arrives in a funding world, with its capture in the ledger.
package import Domain
import Services
import Store

extension FundingWorld {
  /// A pledge without reward that is paid by card, with its capture in the ledger.
  @discardableResult
  package func pay(
    _ amount: Money, by email: String = "anna@esempio.it", visibility: Visibility = .hidden,
    in language: Language = .italian
  ) async throws -> Payment {
    let pledge = try await place(
      request(
        amount, by: email, token: "pay \(amount.cents) \(email)",
        as: (visibility, language)))
    return try await capture(pledge)
  }

  /// Takes the money of a pledge by card, fee and all.
  @discardableResult
  package func capture(_ pledge: Pledge, fee: Money = .zero) async throws -> Payment {
    let now = clock.now
    return try await database.write { tx in
      var payment = Payment(
        id: entropy.id(at: now), of: (pledge.id, pledge.campaign), at: .sandbox, attempt: 1,
        Payment.Terms(
          amount: pledge.total, shipping: pledge.split.shipping, createdAt: now,
          expiresAt: now + .hours(1)))
      try tx.insert(payment)
      payment.status = .succeeded
      try tx.update(
        payment,
        PaymentChange(from: .created, to: .succeeded, reason: "paid", cause: "test", at: now))
      let entry = try JournalEntry.captured(
        JournalEntry.Header(
          id: entropy.id(at: now), effectiveOn: CivilDate(of: now), cause: .payment(payment.id)),
        by: .sandbox, payment.paid)
      _ = try tx.post(entry, key: .capture(payment.id), by: .system, at: now)
      if fee.isPositive {
        let header = JournalEntry.Header(
          id: entropy.id(at: now), effectiveOn: CivilDate(of: now), cause: .payment(payment.id))
        let taken = try JournalEntry.providerFee(
          header, by: .sandbox, fee,
          of: Posting.Subject(payment: payment.id, pledge: pledge.id, campaign: pledge.campaign))
        let key = JournalKey.fee(.sandbox, transaction: payment.id.description)
        _ = try tx.post(taken, key: key, by: .system, at: now)
      }
      _ = try payments.confirm(pledge.id, in: tx, systemStamp)
      return payment
    }
  }
}
