// The postings of refunds: decided, confirmed by the provider, failed after all.

extension JournalEntry {
  /// A refund is decided: what it comes from is owed to the donor now. `credit` is what was the
  /// donor's already, because an earlier refund did not arrive.
  package static func refundDecided(
    _ header: Header, _ refund: Refund, from cover: MoneyCover, credit: Money = .zero
  ) throws(LedgerRefusal) -> JournalEntry {
    guard cover.total + credit == refund.amount, !credit.isNegative else {
      throw .partAboveWhole(part: cover.total + credit, whole: refund.amount)
    }
    try refund.amount.checkedPositive()
    let currency = refund.amount.currency
    return try JournalEntry(
      header, .refundDecided,
      cover.debits(of: refund.campaign, refund.subject)
        + [.debit(.donorCredit(refund.pledge, currency), credit, refund.subject)]
        .filter { !$0.amount.isZero }
        + [.credit(.refundsPayable(currency), refund.amount, refund.subject)])
  }

  /// The provider sent it back: what it owes us is less.
  package static func refundConfirmed(_ header: Header, _ refund: Refund) throws(LedgerRefusal)
    -> JournalEntry
  {
    let currency = refund.amount.currency
    return try JournalEntry(
      header, .refundConfirmed,
      [
        .debit(.refundsPayable(currency), refund.amount, refund.subject),
        .credit(.provider(refund.provider, currency), refund.amount, refund.subject),
      ])
  }

  /// It did not arrive: the money is back and is the donor's. `wasConfirmed` says whether the
  /// provider had it sent before.
  package static func refundFailed(
    _ header: Header, _ refund: Refund, wasConfirmed: Bool
  ) throws(LedgerRefusal) -> JournalEntry {
    let currency = refund.amount.currency
    let source: Account =
      wasConfirmed ? .provider(refund.provider, currency) : .refundsPayable(currency)
    return try JournalEntry(
      header, .refundFailed,
      [
        .debit(source, refund.amount, refund.subject),
        .credit(.donorCredit(refund.pledge, currency), refund.amount, refund.subject),
      ])
  }
}

extension JournalKey {
  package static func refundDecided(_ refund: Refund.ID) -> JournalKey {
    JournalKey("refund-req:\(refund)")
  }
  package static func refundConfirmed(_ refund: Refund.ID) -> JournalKey {
    JournalKey("refund-ok:\(refund)")
  }
  package static func refundFailed(_ refund: Refund.ID) -> JournalKey {
    JournalKey("refund-fail:\(refund)")
  }
  package static func disputeOpened(_ dispute: Dispute.ID) -> JournalKey {
    JournalKey("dispute-open:\(dispute)")
  }
  package static func disputeWon(_ dispute: Dispute.ID) -> JournalKey {
    JournalKey("dispute-won:\(dispute)")
  }
  package static func disputeLost(_ dispute: Dispute.ID) -> JournalKey {
    JournalKey("dispute-lost:\(dispute)")
  }
}

extension Cause {
  package static func refund(_ id: Refund.ID) -> Cause { Cause(.refund, id.description) }
  package static func dispute(_ id: Dispute.ID) -> Cause { Cause(.dispute, id.description) }
}
