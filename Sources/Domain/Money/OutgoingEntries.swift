// The postings of money that moves on: to the project, back to backers, out of the bank.

extension JournalEntry {
  /// How much of what a campaign raised stays on the way.
  package struct Deductions: Hashable, Sendable {
    package let platformFee: Money
    /// Provider fees charged on to the campaign, by provider.
    package let providerFees: [ProviderName: Money]

    package init(platformFee: Money = .zero, providerFees: [ProviderName: Money] = [:]) {
      (self.platformFee, self.providerFees) = (platformFee, providerFees)
    }
    package static let none = Deductions()
  }

  /// A campaign succeeded: what was held for it is due to its project, less what stays on the way
  /// and what the project owes us already.
  package static func campaignSettled(
    _ header: Header, _ campaign: Campaign.ID, escrow: Money, owed: Money = .zero,
    _ deductions: Deductions = .none
  ) throws(LedgerRefusal) -> JournalEntry {
    try escrow.checkedPositive()
    let currency = escrow.currency
    let subject = Posting.Subject(campaign: campaign)
    var rest = escrow - deductions.platformFee
    var credits = [Posting.credit(.platformFee(currency), deductions.platformFee, subject)]
    for (provider, fee) in deductions.providerFees.sorted(by: { $0.key.text < $1.key.text }) {
      rest = rest - fee
      credits.append(.credit(.providerFee(provider, currency), fee, subject))
    }
    guard !rest.isNegative else { throw .partAboveWhole(part: escrow - rest, whole: escrow) }
    for credit in credits where credit.amount.isPositive { throw .notPositive(-credit.amount) }
    credits += Posting.credits(rest, toProjectOf: campaign, owing: owed, subject)
    return try JournalEntry(
      header, .campaignSettled,
      [.debit(.escrow(campaign, currency), escrow, subject)]
        + credits.filter { !$0.amount.isZero })
  }

  /// What a donor had paid above a pledge went back by bank transfer.
  package static func creditReturned(
    _ header: Header, on iban: IBAN, _ amount: Money, to pledge: Pledge.ID, of campaign: Campaign.ID
  ) throws(LedgerRefusal) -> JournalEntry {
    try amount.checkedPositive()
    let subject = Posting.Subject(pledge: pledge, campaign: campaign)
    return try JournalEntry(
      header, .creditReturned,
      [
        .debit(.donorCredit(pledge, amount.currency), amount, subject),
        .credit(.bank(iban, amount.currency), amount, subject),
      ])
  }

  /// Money whose owner was never found went back to the account that it came from.
  package static func creditReturned(
    _ header: Header, on iban: IBAN, unmatched amount: Money
  ) throws(LedgerRefusal) -> JournalEntry {
    try amount.checkedPositive()
    return try JournalEntry(
      header, .creditReturned,
      [
        .debit(.suspense(iban, amount.currency), amount),
        .credit(.bank(iban, amount.currency), amount),
      ])
  }

  /// The bank took its fee.
  package static func bankFee(
    _ header: Header, on iban: IBAN, _ amount: Money
  ) throws(LedgerRefusal) -> JournalEntry {
    try amount.checkedPositive()
    return try JournalEntry(
      header, .bankFee,
      [
        .debit(.bankFee(amount.currency), amount),
        .credit(.bank(iban, amount.currency), amount),
      ])
  }

  /// The exact opposite of an entry. An entry is taken back at most once, and never a taking back.
  package static func reversal(
    _ header: Header, of entry: JournalEntry
  ) throws(LedgerRefusal) -> JournalEntry {
    guard entry.kind != .reversal else { throw .reversesAReversal }
    let opposite = entry.postings.map {
      Posting(account: $0.account, amount: -$0.amount, subject: $0.subject)
    }
    return try JournalEntry(header, .reversal, opposite, reverses: entry.id)
  }
}
