// One account of the ledger, known by its code.

/// A kind, whose it is, and a currency. Its code, as in `escrow:cmp_01j…`, names it everywhere.
package struct Account: Hashable, Sendable, CustomStringConvertible {
  package let kind: AccountKind
  /// A campaign, pledge, provider, bank account…; nil where there is only one of the kind.
  package let owner: String?
  package let currency: Currency

  init(_ kind: AccountKind, _ owner: String?, _ currency: Currency) {
    (self.kind, self.owner, self.currency) = (kind, owner, currency)
  }
  /// Reads what `code` wrote; nil for an unknown kind or an empty owner.
  package init?(code: String, _ currency: Currency = .euro) {
    let parts = code.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let kind = AccountKind(rawValue: String(parts[0])) else { return nil }
    if parts.count == 2, parts[1].isEmpty { return nil }
    self.init(kind, parts.count == 2 ? String(parts[1]) : nil, currency)
  }

  package var code: String { owner.map { "\(kind.rawValue):\($0)" } ?? kind.rawValue }
  package var description: String { code }

  /// What a sum of debits (positive) and credits (negative) means on this account's normal side.
  package func balance(ofPostings sum: Money) -> Money { kind.growsByDebit ? sum : -sum }

  package static func bank(_ iban: IBAN, _ currency: Currency = .euro) -> Account {
    Account(.bank, iban.text, currency)
  }
  package static func provider(_ name: ProviderName, _ currency: Currency = .euro) -> Account {
    Account(.provider, name.text, currency)
  }
  package static func providerInTransit(
    _ name: ProviderName, _ currency: Currency = .euro
  ) -> Account {
    Account(.providerInTransit, name.text, currency)
  }
  package static func providerFee(_ name: ProviderName, _ currency: Currency = .euro) -> Account {
    Account(.providerFee, name.text, currency)
  }
  package static func escrow(_ campaign: Campaign.ID, _ currency: Currency = .euro) -> Account {
    Account(.escrow, campaign.description, currency)
  }
  package static func shipping(_ campaign: Campaign.ID, _ currency: Currency = .euro) -> Account {
    Account(.shipping, campaign.description, currency)
  }
  /// What is due to the project of a campaign that succeeded.
  package static func project(_ campaign: Campaign.ID, _ currency: Currency = .euro) -> Account {
    Account(.project, campaign.description, currency)
  }
  /// What belongs to the donor of a pledge. Guests have no account of their own: the pledge is
  /// what they and we know each other by.
  package static func donorCredit(_ pledge: Pledge.ID, _ currency: Currency = .euro) -> Account {
    Account(.donorCredit, pledge.description, currency)
  }
  /// What arrived on a bank account and belongs to somebody unknown.
  package static func suspense(_ iban: IBAN, _ currency: Currency = .euro) -> Account {
    Account(.suspense, iban.text, currency)
  }
  /// A sponsor's money, restricted to its rule.
  package static func match(_ fund: MatchFund.ID, _ currency: Currency = .euro) -> Account {
    Account(.match, fund.description, currency)
  }
  package static func refundsPayable(_ currency: Currency = .euro) -> Account {
    Account(.refundsPayable, nil, currency)
  }
  package static func platformFee(_ currency: Currency = .euro) -> Account {
    Account(.platformFee, nil, currency)
  }
  package static func bankFee(_ currency: Currency = .euro) -> Account {
    Account(.bankFee, nil, currency)
  }
}
