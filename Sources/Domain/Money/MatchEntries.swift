// The postings of a sponsor's money: it comes in, is added to a campaign, goes back.

extension JournalEntry {
  /// A sponsor's deposit is on the statement.
  package static func matchDeposited(
    _ header: Header, on iban: IBAN, _ amount: Money, for fund: MatchFund.ID
  ) throws(LedgerRefusal) -> JournalEntry {
    try amount.checkedPositive()
    return try JournalEntry(
      header, .matchDeposited,
      [
        .debit(.bank(iban, amount.currency), amount),
        .credit(.match(fund, amount.currency), amount),
      ])
  }

  /// A fund adds to what is held for a campaign. No posting names a pledge: what the crowd raised
  /// stays what the crowd raised.
  package static func matchAdded(
    _ header: Header, from fund: MatchFund.ID, to campaign: Campaign.ID, _ amount: Money
  ) throws(LedgerRefusal) -> JournalEntry {
    try amount.checkedPositive()
    let subject = Posting.Subject(campaign: campaign)
    return try JournalEntry(
      header, .matchAdded,
      [
        .debit(.match(fund, amount.currency), amount, subject),
        .credit(.escrow(campaign, amount.currency), amount, subject),
      ])
  }

  /// What a fund had added goes back to it: from what is held, or, after the campaign was settled,
  /// from what is the project's.
  package static func matchReturned(
    _ header: Header, to fund: MatchFund.ID, from account: Account, of campaign: Campaign.ID,
    _ amount: Money
  ) throws(LedgerRefusal) -> JournalEntry {
    try amount.checkedPositive()
    let subject = Posting.Subject(campaign: campaign)
    return try JournalEntry(
      header, .matchReturned,
      [
        .debit(account, amount, subject),
        .credit(.match(fund, amount.currency), amount, subject),
      ])
  }

  /// What a closed fund had left is the sponsor's: a transfer has to be ordered.
  package static func matchReleased(
    _ header: Header, of fund: MatchFund.ID, _ amount: Money
  ) throws(LedgerRefusal) -> JournalEntry {
    try amount.checkedPositive()
    return try JournalEntry(
      header, .matchReleased,
      [
        .debit(.match(fund, amount.currency), amount),
        .credit(.refundsPayable(amount.currency), amount),
      ])
  }

  /// What was left of a closed fund went back to its sponsor by bank transfer.
  package static func matchPaidBack(
    _ header: Header, on iban: IBAN, _ amount: Money
  ) throws(LedgerRefusal) -> JournalEntry {
    try amount.checkedPositive()
    return try JournalEntry(
      header, .refundTransferred,
      [
        .debit(.refundsPayable(amount.currency), amount),
        .credit(.bank(iban, amount.currency), amount),
      ])
  }
}
