// What the verifier of the ledger says: which rule does not hold, where, and both figures.

/// One broken invariant, named so that somebody can look.
package struct LedgerFinding: Hashable, Sendable {
  /// The invariants that are checked.
  package enum Invariant: String, CaseIterable, Sendable {
    /// Every entry sums to zero.
    case balanced
    /// Every entry has the postings that it was written with, and every posting its entry.
    case complete
    /// Kind and postings are those that the entry was written with.
    case unaltered
    /// A reversal is the exact opposite of its entry.
    case reversed
    /// Every entry points at something that exists.
    case evidence
    /// The total of an account is the sum of its postings.
    case total
    /// What is held for somebody is not less than nothing.
    case notOverdrawn
    /// Debits and credits of all accounts are equal.
    case trialBalance
    /// Every payment that succeeded at a provider is captured once with its amount, and no other.
    case captured
    /// What a sponsor's fund has promised a campaign is what moved between them.
    case matched
    /// Every sealed entry is there, row by row as it was sealed, and there is no other.
    case sealed
    /// Every block follows from its entries and from the block before.
    case chained
    /// Every head that was published is that of its block.
    case published
  }

  package let invariant: Invariant
  /// The id of the entry, where one is at fault.
  package let entry: String?
  /// The code of the account, where one is at fault.
  package let account: String?
  package let expected: String
  package let found: String

  package init(
    _ invariant: Invariant, entry: String? = nil, account: String? = nil, expected: String,
    found: String
  ) {
    (self.invariant, self.entry, self.account) = (invariant, entry, account)
    (self.expected, self.found) = (expected, found)
  }
}

/// What a verification read and found.
package struct LedgerReport: Hashable, Sendable {
  package var entries = 0
  package var postings = 0
  package var accounts = 0
  package var blocks = 0
  /// Entries that wait for the next block.
  package var unsealed = 0
  package var findings: [LedgerFinding] = []

  package init() {}
  package var isClean: Bool { findings.isEmpty }
}
