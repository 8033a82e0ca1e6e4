// Reads entries back as they were written, for reversals and for the verifier.
package import Domain
import Literals

/// An entry as it lies in the ledger.
package struct StoredEntry: Sendable {
  package let entry: JournalEntry
  package let key: String
  package let digest: String
  package let recordedAt: Instant
}

extension Transaction {
  /// An entry with its postings; throws a `LedgerRefusal` when what is stored is no entry any more.
  package func journalEntry(_ id: JournalEntry.ID) throws -> JournalEntry? {
    try first(
      """
      SELECT id, kind, effective_on, cause_kind, cause_id, reverses
        FROM journal_entry WHERE id = \(id)
      """
    ) { row in
      let header = JournalEntry.Header(
        id: id, effectiveOn: try row("effective_on"),
        cause: Cause(try row("cause_kind"), try row("cause_id")))
      return try JournalEntry(
        header, try row("kind"), try postings(of: id), reverses: try row("reverses"))
    }
  }

  /// The postings of an entry in the order of their lines.
  package func postings(of id: JournalEntry.ID) throws -> [Posting] {
    try rows(
      """
      SELECT account_code, amount_cents, currency, campaign_id, pledge_id, payment_id
        FROM posting WHERE journal_entry_id = \(id) ORDER BY line
      """, as: Posting.init(row:))
  }

  /// The entries that a thing caused, the oldest first.
  package func journalEntries(causedBy cause: Cause) throws -> [JournalEntry.ID] {
    try rows(
      """
      SELECT id FROM journal_entry
       WHERE cause_kind = \(cause.kind) AND cause_id = \(cause.id) ORDER BY id
      """
    ) { try $0("id") }
  }

  /// The entry that takes another back, if there is one.
  package func reversal(of id: JournalEntry.ID) throws -> JournalEntry.ID? {
    try first("SELECT id FROM journal_entry WHERE reverses = \(id)") { try $0("id") }
  }
}

extension Posting {
  init(row: Row) throws {
    let account: Account = try row("account_code")
    let amount = Money(cents: try row("amount_cents"), try row("currency"))
    let subject = Subject(
      payment: try row("payment_id"), pledge: try row("pledge_id"),
      campaign: try row("campaign_id"))
    self = .debit(account, amount, subject)
  }
}
