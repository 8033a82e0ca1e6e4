// Everything that can be written into the ledger, and what an entry was caused by.

/// Each kind has one function that makes its postings; there is no free-form entry.
package enum JournalKind: String, CaseIterable, Sendable {
  case captured
  case providerFee
  case transferMatched
  case transferUnmatched
  case suspenseAllocated
  case campaignSettled
  case refundDecided
  case refundConfirmed
  case refundFailed
  case disputeOpened
  case disputeWon
  case disputeLost
  case payoutOrdered
  case transferSent
  case transferReturned
  case refundTransferred
  case creditReturned
  case payoutAnnounced
  case payoutReceived
  case bankFee
  case matchDeposited
  case matchAdded
  case matchReturned
  case matchReleased
  case reversal
}

/// The evidence that an entry points at.
package struct Cause: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case payment
    case webhookEvent
    case statementLine
    case campaign
    case pledge
    case refund
    case dispute
    case payout
    case matchFund
    /// A line of a provider's account with us, by the provider's own id of it.
    case movement
    /// Something a person did at the desk: an audit record.
    case act
  }

  package let kind: Kind
  /// The id of that thing, as it writes itself.
  package let id: String

  package init(_ kind: Kind, _ id: String) { (self.kind, self.id) = (kind, id) }
  package static func payment(_ id: Payment.ID) -> Cause { Cause(.payment, id.description) }
  package static func campaign(_ id: Campaign.ID) -> Cause { Cause(.campaign, id.description) }
  package static func pledge(_ id: Pledge.ID) -> Cause { Cause(.pledge, id.description) }
  package static func movement(_ reference: String) -> Cause { Cause(.movement, reference) }
  package static func matchFund(_ id: MatchFund.ID) -> Cause { Cause(.matchFund, id.description) }
}

/// The name under which an entry can be written only once.
package struct JournalKey: Hashable, Sendable, CustomStringConvertible {
  package let text: String

  init(_ text: String) { self.text = text }
  package var description: String { text }

  package static func capture(_ payment: Payment.ID) -> JournalKey {
    JournalKey("capture:\(payment)")
  }
  /// A provider's balance transaction, in the provider's own words.
  package static func fee(_ provider: ProviderName, transaction: String) -> JournalKey {
    JournalKey("fee:\(provider):\(transaction)")
  }
  /// A statement line (its id): whatever it turns out to be, it is booked once.
  package static func bank(line: String) -> JournalKey { JournalKey("bank:\(line)") }
  /// The n-th part of a line in suspense.
  package static func allocate(line: String, part: Int) -> JournalKey {
    JournalKey("allocate:\(line):\(part)")
  }
  /// A campaign is settled at its end, and again for money that came late: part 2, 3, ….
  package static func settle(_ campaign: Campaign.ID, part: Int = 1) -> JournalKey {
    JournalKey(part == 1 ? "settle:\(campaign)" : "settle:\(campaign):\(part)")
  }
  package static func payout(_ provider: ProviderName, _ payout: String) -> JournalKey {
    JournalKey("payout:\(provider):\(payout)")
  }
  /// The n-th movement between a fund and a campaign.
  package static func match(_ fund: MatchFund.ID, _ campaign: Campaign.ID, movement: Int)
    -> JournalKey
  { JournalKey("match:\(fund):\(campaign):\(movement)") }
  /// What a fund had left when it closed, or got back later: after so many movements.
  package static func matchReleased(_ fund: MatchFund.ID, after movements: Int) -> JournalKey {
    JournalKey("match-release:\(fund):\(movements)")
  }
  package static func reversal(of entry: JournalEntry.ID) -> JournalKey {
    JournalKey("rev:\(entry)")
  }
}
