// What was decided about a line, by the rule or by a person; the next decision never erases it.

/// Where a line stands.
package enum LineStatus: String, CaseIterable, Hashable, Sendable {
  /// For a person.
  case waiting
  /// Its money is in the ledger, and whose it is is known.
  case matched
  /// Its money is in the ledger, its owner is not known yet.
  case suspense
  /// Seen, and nothing of ours: with the reason that a person gave.
  case ignored
  /// A decision that was taken back, or that a later one replaced.
  case undone
}

/// How a line came to be settled.
package enum SettledReason: String, CaseIterable, Hashable, Sendable {
  case exactReference
  case chosenByHand
  case bankFee
  case matchDeposit
  case ownerUnknown
  case setAside
  /// A payout of ours, by its end-to-end id.
  case payout
  /// A payout of ours that the bank sent back.
  case payoutReturned
  /// A refund that went by transfer.
  case refundTransfer
  /// A refund that went by transfer and came back.
  case refundReturned
  /// What a donor had paid above a pledge, sent back.
  case creditReturned
  /// What was left of a sponsor's fund, sent back.
  case sponsorReturned
  /// Money of an unknown owner, sent back: said of the line that brought it and of the one that
  /// took it.
  case suspenseReturned
  /// A provider's transfer to our account.
  case settlement
  /// A provider's transfer that went back.
  case settlementReturned

  /// Whether it is money that we sent, or that came back to us, and something else has followed.
  package var isOwnTransfer: Bool {
    switch self {
    case .payout, .payoutReturned, .refundTransfer, .refundReturned, .suspenseReturned: true
    case .exactReference, .chosenByHand, .bankFee, .matchDeposit, .ownerUnknown, .setAside,
      .settlement, .settlementReturned, .creditReturned, .sponsorReturned:
      false
    }
  }
}

/// One decision about a line.
package struct LineMatch: Identified, Hashable, Sendable {
  package static let idPrefix = "mat"

  package let id: LineMatch.ID
  package let line: StatementLine.ID
  package let status: LineStatus
  /// A `WaitReason` while it waits, else a `SettledReason`.
  package let reason: String
  package var pledge: Pledge.ID?
  /// The entry that booked it, if one did.
  package var entry: JournalEntry.ID?
  /// In the words of whoever decided.
  package var note = ""

  package init(
    id: LineMatch.ID, line: StatementLine.ID, status: LineStatus, reason: String
  ) {
    (self.id, self.line, self.status, self.reason) = (id, line, status, reason)
  }
  /// A line that waits.
  package init(id: LineMatch.ID, line: StatementLine.ID, waits reason: WaitReason) {
    self.init(id: id, line: line, status: .waiting, reason: reason.rawValue)
  }
  /// A line that is settled.
  package init(
    id: LineMatch.ID, line: StatementLine.ID, _ status: LineStatus, _ reason: SettledReason
  ) {
    self.init(id: id, line: line, status: status, reason: reason.rawValue)
  }

  /// Why it waits; nil when it does not.
  package var waits: WaitReason? { status == .waiting ? WaitReason(rawValue: reason) : nil }
  /// How it was settled; nil while it waits.
  package var settled: SettledReason? { SettledReason(rawValue: reason) }
}
