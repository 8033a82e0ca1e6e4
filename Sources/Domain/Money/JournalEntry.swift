// A journal entry: a balanced list of postings, never changed once it is written.

/// One account and one signed amount; debits are positive, credits negative.
package struct Posting: Hashable, Sendable {
  package let account: Account
  package let amount: Money
  /// What the money is about, where it is about one: sums by payment and campaign stand on these.
  package let subject: Subject

  /// The payment, pledge and campaign of a posting.
  package struct Subject: Hashable, Sendable {
    package let payment: Payment.ID?
    package let pledge: Pledge.ID?
    package let campaign: Campaign.ID?

    package init(
      payment: Payment.ID? = nil, pledge: Pledge.ID? = nil, campaign: Campaign.ID? = nil
    ) {
      (self.payment, self.pledge, self.campaign) = (payment, pledge, campaign)
    }
    package static let none = Subject()
  }

  package static func debit(_ account: Account, _ amount: Money, _ subject: Subject = .none)
    -> Posting
  { Posting(account: account, amount: amount, subject: subject) }
  package static func credit(_ account: Account, _ amount: Money, _ subject: Subject = .none)
    -> Posting
  { Posting(account: account, amount: -amount, subject: subject) }
}

/// Why postings are no journal entry.
package enum LedgerRefusal: Error, Hashable, Sendable {
  case tooFewPostings
  /// A posting of nothing says nothing.
  case zeroPosting(account: String)
  case mixedCurrencies
  /// Debits minus credits.
  case unbalanced(by: Money)
  /// An amount that has to be positive is not.
  case notPositive(Money)
  /// Parts that do not fit into their whole: shipping above the amount, fees above what is held.
  case partAboveWhole(part: Money, whole: Money)
  /// A reversal cannot be reversed: the right entry is written anew instead.
  case reversesAReversal
}

/// What happened, once, with the postings that say so.
package struct JournalEntry: Identified, Hashable, Sendable {
  package static let idPrefix = "jrn"

  package let id: JournalEntry.ID
  package let kind: JournalKind
  /// The day it happened outside, which may be before it was written down.
  package let effectiveOn: CivilDate
  package let cause: Cause
  package let postings: [Posting]
  /// The entry that this one takes back.
  package let reverses: JournalEntry.ID?

  /// What every entry has besides kind and postings.
  package struct Header: Hashable, Sendable {
    package let id: JournalEntry.ID
    package let effectiveOn: CivilDate
    package let cause: Cause

    package init(id: JournalEntry.ID, effectiveOn: CivilDate, cause: Cause) {
      (self.id, self.effectiveOn, self.cause) = (id, effectiveOn, cause)
    }
  }

  /// Refuses what does not balance. Each kind has its own function; this is for them, for reading
  /// back, and for tests.
  package init(
    _ header: Header, _ kind: JournalKind, _ postings: [Posting], reverses: JournalEntry.ID? = nil
  ) throws(LedgerRefusal) {
    guard postings.count >= 2, let first = postings.first else { throw .tooFewPostings }
    var sum = Money(cents: 0, first.amount.currency)
    for posting in postings {
      guard posting.amount.currency == sum.currency, posting.account.currency == sum.currency
      else { throw .mixedCurrencies }
      guard !posting.amount.isZero else { throw .zeroPosting(account: posting.account.code) }
      sum += posting.amount
    }
    guard sum.isZero else { throw .unbalanced(by: sum) }
    (id, effectiveOn, cause) = (header.id, header.effectiveOn, header.cause)
    (self.kind, self.postings, self.reverses) = (kind, postings, reverses)
  }

  /// Kind and postings as bytes of fixed order, each field with its length: the same content gives
  /// the same bytes. Id, time and cause are left out: one event told twice is one entry.
  package var content: [UInt8] {
    Self.content(
      kind.rawValue, reverses: reverses?.description, postings.map(\.line))
  }

  /// The same for rows that may be no entry: what the verifier finds in the tables.
  package static func content(
    _ kind: String, reverses: String?, _ postings: [LedgerRecord.Line]
  ) -> [UInt8] {
    var bytes = CanonicalBytes(version: 1)
    bytes.add(kind)
    bytes.add(reverses)
    for posting in postings {
      bytes.add(posting.account)
      bytes.add(posting.currency)
      bytes.add(posting.cents)
      bytes.add(posting.payment)
      bytes.add(posting.pledge)
      bytes.add(posting.campaign)
    }
    return bytes.bytes
  }
}

extension Posting {
  /// As a row would say it; the number of the line is the entry's business.
  fileprivate var line: LedgerRecord.Line {
    LedgerRecord.Line(
      number: 0, account: account.code, amount: (amount.cents, amount.currency.code),
      about: (
        subject.campaign?.description, subject.pledge?.description, subject.payment?.description
      ))
  }
}
