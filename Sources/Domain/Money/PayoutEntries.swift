// The postings of transfers that we order: booked when decided, closed by the bank's statement.

extension JournalEntry {
  /// A payout was approved: it is on its way out.
  package static func payoutOrdered(_ header: Header, _ payout: Payout) throws(LedgerRefusal)
    -> JournalEntry
  {
    let (amount, subject) = (payout.amount, Posting.Subject(campaign: payout.campaign))
    try amount.checkedPositive()
    return try JournalEntry(
      header, .payoutOrdered,
      [
        .debit(.project(payout.campaign, amount.currency), amount, subject),
        .credit(.paymentsOut(amount.currency), amount, subject),
      ])
  }

  /// It is on the statement.
  package static func transferSent(
    _ header: Header, of payout: Payout, on iban: IBAN
  ) throws(LedgerRefusal) -> JournalEntry {
    let (amount, subject) = (payout.amount, Posting.Subject(campaign: payout.campaign))
    return try JournalEntry(
      header, .transferSent,
      [
        .debit(.paymentsOut(amount.currency), amount, subject),
        .credit(.bank(iban, amount.currency), amount, subject),
      ])
  }

  /// The bank sent it back: it is due to the project again.
  package static func transferReturned(
    _ header: Header, of payout: Payout, on iban: IBAN
  ) throws(LedgerRefusal) -> JournalEntry {
    let (amount, subject) = (payout.amount, Posting.Subject(campaign: payout.campaign))
    return try JournalEntry(
      header, .transferReturned,
      [
        .debit(.bank(iban, amount.currency), amount, subject),
        .credit(.project(payout.campaign, amount.currency), amount, subject),
      ])
  }

  /// A refund went by bank transfer: from what was owed, or from the donor's credit where a card
  /// had failed.
  package static func refundTransferred(
    _ header: Header, _ refund: Refund, on iban: IBAN, fromCredit: Bool
  ) throws(LedgerRefusal) -> JournalEntry {
    let currency = refund.amount.currency
    let source: Account =
      fromCredit ? .donorCredit(refund.pledge, currency) : .refundsPayable(currency)
    return try JournalEntry(
      header, .refundTransferred,
      [
        .debit(source, refund.due, refund.subject),
        .credit(.bank(iban, currency), refund.due, refund.subject),
      ])
  }
}

extension JournalKey {
  package static func payoutOrdered(_ payout: Payout.ID) -> JournalKey {
    JournalKey("payout-project:\(payout)")
  }
}

extension Cause {
  package static func payout(_ id: Payout.ID) -> Cause { Cause(.payout, id.description) }
}

extension Account {
  /// Transfers that were ordered and are not on a statement yet.
  package static func paymentsOut(_ currency: Currency = .euro) -> Account {
    Account(.paymentsOut, nil, currency)
  }
}
