// A journal entry as its rows say, whatever was done to them: what is sealed, verified, exported.

/// An entry with its postings, column by column.
package struct LedgerRecord: Hashable, Sendable {
  package let id: String
  package let kind: String
  package let key: String
  /// The digest of its content that was written with it.
  package let contentDigest: String
  /// How many postings it was written with.
  package let lines: Int
  package let effectiveOn: String
  /// Milliseconds since 1970.
  package let recordedAt: Int64
  package let causeKind: String
  package let causeID: String
  package let actorKind: String
  package let actorID: String?
  package let reverses: String?
  /// In the order of their lines.
  package var postings: [Line]

  /// One posting as its row says.
  package struct Line: Hashable, Sendable {
    package let number: Int64
    package let account: String
    package let currency: String
    /// Debits positive, credits negative.
    package let cents: Int64
    package let campaign: String?
    package let pledge: String?
    package let payment: String?

    package init(
      number: Int64, account: String, amount: (cents: Int64, currency: String),
      about: (campaign: String?, pledge: String?, payment: String?)
    ) {
      (self.number, self.account) = (number, account)
      (cents, currency) = amount
      (campaign, pledge, payment) = about
    }
  }

  package init(
    id: String, what: (kind: String, key: String, contentDigest: String, lines: Int),
    when: (effectiveOn: String, recordedAt: Int64),
    why: (causeKind: String, causeID: String, reverses: String?),
    who: (actorKind: String, actorID: String?)
  ) {
    self.id = id
    (kind, key, contentDigest, lines) = what
    (effectiveOn, recordedAt) = when
    (causeKind, causeID, reverses) = why
    (actorKind, actorID) = who
    postings = []
  }

  /// Debits less credits: nothing, in an entry that balances.
  package var sum: Int64 { postings.reduce(0) { $0 &+ $1.cents } }
  /// What its debits come to.
  package var debits: Int64 { postings.reduce(0) { $0 &+ max(0, $1.cents) } }
}

extension LedgerRecord {
  /// The bytes whose SHA-256 is sealed: everything that the rows say. Docs/VERIFYING.md describes
  /// them for others; another order or field is another version.
  package var canonical: [UInt8] {
    var bytes = CanonicalBytes(version: Self.version, capacity: 320 + 200 * postings.count)
    bytes.add(id)
    bytes.add(kind)
    bytes.add(key)
    bytes.add(effectiveOn)
    bytes.add(recordedAt)
    bytes.add(causeKind)
    bytes.add(causeID)
    bytes.add(actorKind)
    bytes.add(actorID)
    bytes.add(reverses)
    bytes.add(Int64(postings.count))
    for line in postings { line.add(to: &bytes) }
    return bytes.bytes
  }
  private static let version: UInt8 = 1
}

extension LedgerRecord.Line {
  /// The bytes of this posting alone: when an entry is not what was sealed, they say which line.
  package var canonical: [UInt8] {
    var bytes = CanonicalBytes(version: 1)
    add(to: &bytes)
    return bytes.bytes
  }
  fileprivate func add(to bytes: inout CanonicalBytes) {
    bytes.add(number)
    bytes.add(account)
    bytes.add(currency)
    bytes.add(cents)
    bytes.add(campaign)
    bytes.add(pledge)
    bytes.add(payment)
  }
}

/// An account as an export opens and closes it.
package struct LedgerAccountLine: Hashable, Sendable {
  package let code: String
  package let currency: String
  /// The day of its first posting.
  package let firstOn: String
  /// The total that the database keeps for it, debits positive.
  package let cents: Int64

  package init(code: String, currency: String, firstOn: String, cents: Int64) {
    (self.code, self.currency, self.firstOn, self.cents) = (code, currency, firstOn, cents)
  }
}
