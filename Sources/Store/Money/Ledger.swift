// The ledger's only writer: an entry goes in once under its key, whole, or not at all.
package import Domain
import Literals

/// What became of an entry that was to be written.
package enum Posted: Hashable, Sendable {
  case posted(JournalEntry.ID)
  /// The same had been written under this key before; nothing was added.
  case repeated(JournalEntry.ID)

  /// The entry that is in the ledger now.
  package var entry: JournalEntry.ID {
    switch self {
    case .posted(let id), .repeated(let id): id
    }
  }
}

/// A key was used before for something else: nothing was written, and a person has to look.
package struct JournalConflict: Error, Hashable, Sendable, CustomStringConvertible {
  package let key: JournalKey
  package let earlier: JournalEntry.ID

  package init(key: JournalKey, earlier: JournalEntry.ID) {
    (self.key, self.earlier) = (key, earlier)
  }
  package var description: String {
    "\(key) was booked as \(earlier) with other postings."
      + " Consider raccolto ledger verify, then the cause of that entry."
  }
}

extension Transaction {
  /// Writes an entry under its key. Throws `JournalConflict` when the key stands for other content,
  /// and `StoreRefusal` when an account that may not go negative would be overdrawn. Where the
  /// amount comes from a balance, ask `journalEntry(under:)` before computing it.
  package func post(_ entry: JournalEntry, key: JournalKey, by actor: Actor, at now: Instant) throws
    -> Posted
  {
    let digest = entry.digest
    try open(entry.postings)
    let inserted = try execute(
      """
      INSERT INTO journal_entry (id, kind, idempotency_key, content_digest, lines, effective_on,
                                 recorded_at, cause_kind, cause_id, actor_kind, actor_id, reverses)
           VALUES (\(entry.id), \(entry.kind), \(key), \(digest), \(entry.postings.count),
                   \(entry.effectiveOn), \(now), \(entry.cause.kind), \(entry.cause.id),
                   \(actor.kind), \(actor.person), \(entry.reverses))
      ON CONFLICT (idempotency_key) DO NOTHING
      """)
    guard inserted == 1 else { return try repeated(key, digest) }
    try insert(entry.postings, of: entry.id)
    return .posted(entry.id)
  }

  /// The entry that was written under a key, if one was.
  package func journalEntry(under key: JournalKey) throws -> JournalEntry.ID? {
    try first("SELECT id FROM journal_entry WHERE idempotency_key = \(key)") { try $0("id") }
  }

  /// What an account holds, on its normal side; nothing when it was never used.
  package func balance(of account: Account) throws -> Money {
    let sum = try first(
      "SELECT posted_cents FROM account_balance WHERE account_code = \(account)"
    ) { try $0("posted_cents", as: Int64.self) }
    return account.balance(ofPostings: Money(cents: sum ?? 0, account.currency))
  }

  /// Adds waiting changes to the totals of their accounts, so many at most; answers how many there
  /// were. On SQLite the totals are kept at once and nothing waits.
  package func foldTotals(limit: Int) throws -> Int {
    guard dialect == .postgres else { return 0 }
    let folded = try rows(
      """
      WITH folded AS (
        DELETE FROM account_delta
         WHERE id IN (SELECT id FROM account_delta ORDER BY id LIMIT \(limit)
                         FOR UPDATE SKIP LOCKED)
        RETURNING account_code, amount_cents),
      sums AS (
        SELECT account_code, SUM(amount_cents)::BIGINT AS cents, COUNT(*) AS deltas
          FROM folded GROUP BY account_code)
      INSERT INTO account_total AS t (account_code, posted_cents)
      SELECT account_code, cents FROM sums ORDER BY account_code
      ON CONFLICT (account_code)
        DO UPDATE SET posted_cents = t.posted_cents + EXCLUDED.posted_cents
      RETURNING (SELECT SUM(deltas) FROM sums)::BIGINT AS deltas
      """
    ) { try $0("deltas", as: Int.self) }
    return folded.first ?? 0
  }

  private func repeated(_ key: JournalKey, _ digest: String) throws -> Posted {
    let earlier = try first(
      "SELECT id, content_digest FROM journal_entry WHERE idempotency_key = \(key)"
    ) {
      (
        id: try $0("id", as: JournalEntry.ID.self),
        digest: try $0("content_digest", as: String.self)
      )
    }
    guard let earlier else {
      throw Fault("journal key \(key) is taken by nothing", retryable: true)
    }
    guard earlier.digest == digest else { throw JournalConflict(key: key, earlier: earlier.id) }
    return .repeated(earlier.id)
  }

  /// Makes the accounts that are used for the first time.
  private func open(_ postings: [Posting]) throws {
    let accounts = Set(postings.map(\.account)).sorted { $0.code < $1.code }
    let values = SQL.list(accounts) {
      """
      (\($0.code), \($0.kind), \($0.currency), \($0.kind.mayGoNegative), \($0.kind.growsByDebit))
      """
    }
    try execute(
      """
      INSERT INTO account (code, kind, currency, may_go_negative, grows_by_debit)
           VALUES \(fragment: values)
      ON CONFLICT (code) DO NOTHING
      """)
  }

  /// In the order of account codes, because reducing a never-negative account locks it.
  private func insert(_ postings: [Posting], of entry: JournalEntry.ID) throws {
    let lines = postings.enumerated().sorted { $0.element.account.code < $1.element.account.code }
    let values = SQL.list(lines) { line, posting in
      """
      (\(entry), \(line + 1), \(posting.account.code), \(posting.amount.cents),
       \(posting.amount.currency), \(posting.subject.campaign), \(posting.subject.pledge),
       \(posting.subject.payment))
      """
    }
    try execute(
      """
      INSERT INTO posting (journal_entry_id, line, account_code, amount_cents, currency,
                           campaign_id, pledge_id, payment_id)
           VALUES \(fragment: values)
      """)
  }
}

extension JournalEntry {
  /// SHA-256 of the content: the same key with another digest is a conflict, and a row that no
  /// longer fits its digest was altered.
  var digest: String { Digest(sha256: content).description }
}

extension SQL {
  /// One piece for each value, separated by commas.
  static func list<Value>(_ values: [Value], _ piece: (Value) -> SQL) -> SQL {
    guard let first = values.first else { preconditionFailure("a list has at least one value") }
    return values.dropFirst().reduce(piece(first)) {
      "\(fragment: $0), \(fragment: piece($1))"
    }
  }
}
