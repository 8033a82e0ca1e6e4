// The postings of money that comes in: from a provider, or on a bank statement.

extension JournalEntry {
  /// What is paid for one pledge.
  package struct Paid: Hashable, Sendable {
    package let payment: Payment.ID
    package let pledge: Pledge.ID
    package let campaign: Campaign.ID
    /// All of it, shipping included.
    package let amount: Money
    /// The part that is for shipping; may be nothing.
    package let shipping: Money

    package init(
      payment: Payment.ID, pledge: Pledge.ID, campaign: Campaign.ID, amount: Money, shipping: Money
    ) {
      (self.payment, self.pledge, self.campaign) = (payment, pledge, campaign)
      (self.amount, self.shipping) = (amount, shipping)
    }
    var subject: Posting.Subject {
      Posting.Subject(payment: payment, pledge: pledge, campaign: campaign)
    }
    /// Escrow and shipping, as credits.
    func credits() throws(LedgerRefusal) -> [Posting] {
      try amount.checkedPositive()
      guard !shipping.isNegative, shipping <= amount else {
        throw .partAboveWhole(part: shipping, whole: amount)
      }
      let currency = amount.currency
      return [
        Posting.credit(.escrow(campaign, currency), amount - shipping, subject),
        Posting.credit(.shipping(campaign, currency), shipping, subject),
      ].filter { !$0.amount.isZero }
    }
  }

  /// A provider took the money: it owes it to us, we hold it for backer and campaign.
  package static func captured(
    _ header: Header, by provider: ProviderName, _ paid: Paid
  ) throws(LedgerRefusal) -> JournalEntry {
    let debit = Posting.debit(
      .provider(provider, paid.amount.currency), paid.amount, paid.subject)
    return try JournalEntry(header, .captured, [debit] + paid.credits())
  }

  /// A provider kept its fee of a payment; a negative one is given back.
  package static func providerFee(
    _ header: Header, by provider: ProviderName, _ fee: Money, of subject: Posting.Subject
  ) throws(LedgerRefusal) -> JournalEntry {
    let amount = fee.isNegative ? -fee : fee
    try amount.checkedPositive()
    let (expense, account): (Account, Account) =
      (.providerFee(provider, fee.currency), .provider(provider, fee.currency))
    let (debit, credit) = fee.isNegative ? (account, expense) : (expense, account)
    return try JournalEntry(
      header, .providerFee, [.debit(debit, amount, subject), .credit(credit, amount, subject)])
  }

  /// A credit on the statement is somebody's pledge. What is above it belongs to the donor.
  package static func transferMatched(
    _ header: Header, on iban: IBAN, _ paid: Paid, overpaid: Money = .zero
  ) throws(LedgerRefusal) -> JournalEntry {
    guard !overpaid.isNegative else { throw .notPositive(overpaid) }
    let currency = paid.amount.currency
    let debit = Posting.debit(.bank(iban, currency), paid.amount + overpaid, paid.subject)
    let rest = Posting.credit(.donorCredit(paid.pledge, currency), overpaid, paid.subject)
    return try JournalEntry(
      header, .transferMatched, [debit] + paid.credits() + (overpaid.isZero ? [] : [rest]))
  }

  /// A credit on the statement is nobody's yet.
  package static func transferUnmatched(
    _ header: Header, on iban: IBAN, _ amount: Money
  ) throws(LedgerRefusal) -> JournalEntry {
    try amount.checkedPositive()
    return try JournalEntry(
      header, .transferUnmatched,
      [
        .debit(.bank(iban, amount.currency), amount),
        .credit(.suspense(iban, amount.currency), amount),
      ])
  }

  /// A person found whose the money in suspense is: a pledge's.
  package static func suspenseAllocated(
    _ header: Header, from iban: IBAN, to paid: Paid, overpaid: Money = .zero
  ) throws(LedgerRefusal) -> JournalEntry {
    guard !overpaid.isNegative else { throw .notPositive(overpaid) }
    let currency = paid.amount.currency
    let debit = Posting.debit(.suspense(iban, currency), paid.amount + overpaid, paid.subject)
    let rest = Posting.credit(.donorCredit(paid.pledge, currency), overpaid, paid.subject)
    return try JournalEntry(
      header, .suspenseAllocated, [debit] + paid.credits() + (overpaid.isZero ? [] : [rest]))
  }

  /// A provider announced that it pays out to our bank.
  package static func payoutAnnounced(
    _ header: Header, by provider: ProviderName, _ amount: Money
  ) throws(LedgerRefusal) -> JournalEntry {
    try amount.checkedPositive()
    return try JournalEntry(
      header, .payoutAnnounced,
      [
        .debit(.providerInTransit(provider, amount.currency), amount),
        .credit(.provider(provider, amount.currency), amount),
      ])
  }

  /// A provider's announced payout is on the statement.
  package static func payoutReceived(
    _ header: Header, from provider: ProviderName, on iban: IBAN, _ amount: Money
  ) throws(LedgerRefusal) -> JournalEntry {
    try amount.checkedPositive()
    return try JournalEntry(
      header, .payoutReceived,
      [
        .debit(.bank(iban, amount.currency), amount),
        .credit(.providerInTransit(provider, amount.currency), amount),
      ])
  }
}

extension Money {
  /// Refuses nothing and less than nothing.
  func checkedPositive() throws(LedgerRefusal) {
    guard isPositive else { throw .notPositive(self) }
  }
}
