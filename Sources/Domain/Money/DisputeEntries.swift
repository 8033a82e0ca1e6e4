// The postings of disputes: the money taken away with its fee, given back, or lost.

extension JournalEntry {
  /// The provider took the disputed amount away, and its fee.
  package static func disputeOpened(_ header: Header, _ dispute: Dispute) throws(LedgerRefusal)
    -> JournalEntry
  {
    try dispute.amount.checkedPositive()
    let (subject, currency) = (dispute.subject, dispute.amount.currency)
    return try JournalEntry(
      header, .disputeOpened,
      [
        Posting.debit(.disputes(dispute.provider, currency), dispute.amount, subject),
        Posting.debit(.disputeFee(currency), dispute.fee, subject),
        Posting.credit(
          .provider(dispute.provider, currency), dispute.amount + dispute.fee, subject),
      ].filter { !$0.amount.isZero })
  }

  /// The provider gave it back; the fee too where it does.
  package static func disputeWon(_ header: Header, _ dispute: Dispute) throws(LedgerRefusal)
    -> JournalEntry
  {
    let (subject, currency) = (dispute.subject, dispute.amount.currency)
    let fee = dispute.feeReturned ? dispute.fee : Money(cents: 0, currency)
    return try JournalEntry(
      header, .disputeWon,
      [
        Posting.debit(.provider(dispute.provider, currency), dispute.amount + fee, subject),
        Posting.credit(.disputes(dispute.provider, currency), dispute.amount, subject),
        Posting.credit(.disputeFee(currency), fee, subject),
      ].filter { !$0.amount.isZero })
  }

  /// It is gone: the campaign bears what it holds or owes, the platform the rest. `credit` is what
  /// was the donor's already, because a refund had not arrived: their bank has given it to them.
  package static func disputeLost(
    _ header: Header, _ dispute: Dispute, from cover: MoneyCover, credit: Money = .zero
  ) throws(LedgerRefusal) -> JournalEntry {
    let (subject, currency) = (dispute.subject, dispute.amount.currency)
    let loss = dispute.amount - cover.total - credit
    guard !loss.isNegative, !credit.isNegative else {
      throw .partAboveWhole(part: cover.total + credit, whole: dispute.amount)
    }
    return try JournalEntry(
      header, .disputeLost,
      cover.debits(of: dispute.campaign, subject)
        + [
          Posting.debit(.donorCredit(dispute.pledge, currency), credit, subject),
          Posting.debit(.disputeLoss(currency), loss, subject),
          Posting.credit(.disputes(dispute.provider, currency), dispute.amount, subject),
        ].filter { !$0.amount.isZero })
  }
}
