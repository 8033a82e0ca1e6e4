// The ledger as the desk reads it: the trial balance, one account, one entry.

/// Every account with what it holds.
package struct TrialBalance: Sendable {
  package let lines: [Line]
  package let debits: Money
  package let credits: Money

  /// One account. A balance is a sum of debits (positive) and credits (negative).
  package struct Line: Hashable, Sendable {
    package let account: Account
    package let posted: Money
    /// Whose it is, where it is a campaign's.
    package let campaign: CampaignName?
    /// Whether its campaign is over, so that nothing should be held for it any more.
    package let isCampaignOver: Bool

    package init(_ account: Account, posted: Money, campaign: (CampaignName?, isOver: Bool)) {
      (self.account, self.posted) = (account, posted)
      (self.campaign, isCampaignOver) = campaign
    }
    /// Holds something although it is empty when all is done.
    package var isOff: Bool {
      guard !posted.isZero else { return false }
      return account.kind.isPassage || (account.kind == .escrow && isCampaignOver)
    }
    package var debit: Money? { posted.isPositive ? posted : nil }
    package var credit: Money? { posted.isNegative ? -posted : nil }
  }

  package init(_ lines: [Line]) {
    self.lines = lines
    debits = lines.reduce(.zero) { $0 + ($1.debit ?? .zero) }
    credits = lines.reduce(.zero) { $0 + ($1.credit ?? .zero) }
  }

  /// Nothing when the ledger is whole.
  package var difference: Money { debits - credits }

  /// The accounts by side and kind, in the order of the chart.
  package var groups: [(side: AccountKind.Side, kind: AccountKind, lines: [Line])] {
    AccountKind.allCases.compactMap { kind in
      let own = lines.filter { $0.account.kind == kind }
      return own.isEmpty ? nil : (kind.side, kind, own)
    }
  }
}

/// One page of an account's postings, the newest first.
package struct AccountStatement: Sendable {
  package let account: Account
  package let campaign: CampaignName?
  /// What it holds now: debits positive.
  package let posted: Money
  package let postings: DeskList<Line>

  /// One posting, and what the account held after it.
  package struct Line: Hashable, Sendable {
    package let entry: JournalLine
    package let line: Int
    package let amount: Money
    package let balance: Money

    package init(entry: JournalLine, line: Int, amount: Money, balance: Money) {
      (self.entry, self.line, self.amount, self.balance) = (entry, line, amount, balance)
    }
    package var cursor: DeskCursor { DeskCursor(key: Int64(line), id: entry.id.description) }
  }

  package init(
    _ account: Account, campaign: CampaignName?, posted: Money, postings: DeskList<Line>
  ) {
    (self.account, self.campaign) = (account, campaign)
    (self.posted, self.postings) = (posted, postings)
  }
}

/// One journal entry without its postings.
package struct JournalLine: Hashable, Sendable {
  package let id: JournalEntry.ID
  package let kind: JournalKind
  package let effectiveOn: CivilDate
  package let recordedAt: Instant
  package let cause: Cause

  package init(
    id: JournalEntry.ID, kind: JournalKind, effectiveOn: CivilDate, recordedAt: Instant,
    cause: Cause
  ) {
    (self.id, self.kind, self.effectiveOn) = (id, kind, effectiveOn)
    (self.recordedAt, self.cause) = (recordedAt, cause)
  }
}

/// A journal entry with everything it is linked to.
package struct JournalFile: Sendable {
  package let line: JournalLine
  /// The key under which it could be written only once.
  package let key: String
  package let actorKind: Actor.Kind
  package let actor: Person.ID?
  package let actorName: String?
  package let postings: [Posting]
  package let reverses: JournalEntry.ID?
  package let reversedBy: JournalEntry.ID?
  /// The statement of the line that caused it, where one did.
  package let statement: String?
  /// What it is about in people's words, by id: campaigns, and the codes of payments' pledges.
  package let names: Names

  package struct Names: Sendable {
    package let campaigns: [String: CampaignName]
    package let payments: [Payment.ID: String]

    package init(campaigns: [String: CampaignName], payments: [Payment.ID: String]) {
      (self.campaigns, self.payments) = (campaigns, payments)
    }
  }

  package init(
    _ line: JournalLine, key: String,
    by actor: (kind: Actor.Kind, id: Person.ID?, name: String?), postings: [Posting],
    links: (
      reverses: JournalEntry.ID?, reversedBy: JournalEntry.ID?, statement: String?, names: Names
    )
  ) {
    (self.line, self.key, self.postings) = (line, key, postings)
    (actorKind, self.actor, actorName) = actor
    (reverses, reversedBy, statement, names) = links
  }
}

extension AccountKind {
  /// Through which money only passes: what it holds waits for somebody.
  package var isPassage: Bool {
    switch self {
    case .providerInTransit, .disputes, .projectReceivable, .donorCredit, .paymentsOut, .rounding,
      .suspense, .refundsPayable:
      true
    case .bank, .provider, .escrow, .project, .match, .shipping, .taxPayable, .platformFee,
      .providerFee, .disputeFee, .disputeLoss, .refundCover, .bankFee:
      false
    }
  }
}
