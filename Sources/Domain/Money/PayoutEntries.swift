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

  /// It is on the statement although the bank was said to have refused it, and its money was due to
  /// the project again: `held` is what the project has of it; the rest it owes.
  package static func transferSentAfterAll(
    _ header: Header, of payout: Payout, on iban: IBAN, held: Money
  ) throws(LedgerRefusal) -> JournalEntry {
    let (amount, subject) = (payout.amount, Posting.Subject(campaign: payout.campaign))
    let currency = amount.currency
    let taken = min(amount, max(held, Money(cents: 0, currency)))
    let debits = [
      Posting.debit(.project(payout.campaign, currency), taken, subject),
      Posting.debit(.projectReceivable(payout.campaign, currency), amount - taken, subject),
    ].filter { !$0.amount.isZero }
    return try JournalEntry(
      header, .transferSent, debits + [.credit(.bank(iban, currency), amount, subject)])
  }

  /// The bank sent it back: what the project owes us is paid by it first, the rest is due to the
  /// project again.
  package static func transferReturned(
    _ header: Header, of payout: Payout, on iban: IBAN, owed: Money
  ) throws(LedgerRefusal) -> JournalEntry {
    let (amount, subject) = (payout.amount, Posting.Subject(campaign: payout.campaign))
    return try JournalEntry(
      header, .transferReturned,
      [.debit(.bank(iban, amount.currency), amount, subject)]
        + Posting.credits(amount, toProjectOf: payout.campaign, owing: owed, subject))
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

  /// A refund that went by bank transfer came back: it is owed again, as it was before.
  package static func refundReturned(
    _ header: Header, _ refund: Refund, on iban: IBAN, toCredit: Bool
  ) throws(LedgerRefusal) -> JournalEntry {
    let currency = refund.amount.currency
    let owed: Account =
      toCredit ? .donorCredit(refund.pledge, currency) : .refundsPayable(currency)
    return try JournalEntry(
      header, .transferReturned,
      [
        .debit(.bank(iban, currency), refund.due, refund.subject),
        .credit(owed, refund.due, refund.subject),
      ])
  }
}

extension Posting {
  /// What becomes due to a project: it settles what the project owes us before anything else.
  static func credits(
    _ amount: Money, toProjectOf campaign: Campaign.ID, owing owed: Money, _ subject: Subject
  ) -> [Posting] {
    let nothing = Money(cents: 0, amount.currency)
    let settled = min(max(owed, nothing), max(amount, nothing))
    return [
      Posting.credit(.projectReceivable(campaign, amount.currency), settled, subject),
      Posting.credit(.project(campaign, amount.currency), amount - settled, subject),
    ].filter { !$0.amount.isZero }
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
