// Reads the ledger's rows as they are, page by page: for sealing, verifying and exporting.
package import Domain
import Literals

extension Transaction {
  /// The entries after one, in the order of their ids.
  package func ledgerRecords(after id: String, limit: Int) throws -> [SealedRecord] {
    let found = try sealedRecords(
      "WHERE e.id > \(id) ORDER BY e.id LIMIT \(limit)")
    guard let end = found.last?.record.id else { return [] }
    return try withPostings(
      found, "journal_entry_id > \(id) AND journal_entry_id <= \(end)")
  }

  /// The entries after one, in the order of the days on which they took effect, as books are kept.
  package func ledgerRecords(after last: (on: String, id: String), limit: Int) throws
    -> [SealedRecord]
  {
    try withPostings(
      sealedRecords(
        """
        WHERE (e.effective_on, e.id) > (\(last.on), \(last.id))
        ORDER BY e.effective_on, e.id LIMIT \(limit)
        """))
  }

  /// The entries that a pledge's postings are in, the oldest first.
  package func ledgerRecords(of pledge: Pledge.ID) throws -> [SealedRecord] {
    try withPostings(
      sealedRecords(
        """
        WHERE e.id IN (SELECT p.journal_entry_id FROM posting p WHERE p.pledge_id = \(pledge))
        ORDER BY e.id
        """))
  }

  /// Those of these entries that exist, in the order of their ids.
  func ledgerRecords(_ ids: [String]) throws -> [SealedRecord] {
    guard !ids.isEmpty else { return [] }
    return try withPostings(sealedRecords("WHERE e.id IN (\(list: ids)) ORDER BY e.id"))
  }

  private func sealedRecords(_ condition: SQL) throws -> [SealedRecord] {
    try rows(
      """
      SELECT e.id, e.kind, e.idempotency_key, e.content_digest, e.lines, e.effective_on,
             e.recorded_at, e.cause_kind, e.cause_id, e.actor_kind, e.actor_id, e.reverses,
             s.block_number, s.position, s.hash, s.line_marks, u.journal_entry_id AS waiting
        FROM journal_entry e
        LEFT JOIN sealed_entry s ON s.journal_entry_id = e.id
        LEFT JOIN unsealed_entry u ON u.journal_entry_id = e.id
      \(fragment: condition)
      """, as: SealedRecord.init(row:))
  }

  private func withPostings(_ found: [SealedRecord]) throws -> [SealedRecord] {
    guard !found.isEmpty else { return [] }
    return try withPostings(found, "journal_entry_id IN (\(list: found.map(\.record.id)))")
  }

  private func withPostings(_ found: [SealedRecord], _ condition: SQL) throws -> [SealedRecord] {
    let lines = try rows(
      """
      SELECT journal_entry_id, line, account_code, amount_cents, currency, campaign_id, pledge_id,
             payment_id
        FROM posting WHERE \(fragment: condition)
       ORDER BY journal_entry_id, line
      """
    ) { (entry: try $0("journal_entry_id", as: String.self), line: try LedgerRecord.Line(row: $0)) }
    var byEntry: [String: [LedgerRecord.Line]] = [:]
    for (entry, line) in lines { byEntry[entry, default: []].append(line) }
    return found.map {
      var one = $0
      one.record.postings = byEntry[one.record.id] ?? []
      return one
    }
  }
}

extension SealedRecord {
  init(row: Row) throws {
    let record = LedgerRecord(
      id: try row("id"),
      what: (
        try row("kind"), try row("idempotency_key"), try row("content_digest"), try row("lines")
      ),
      when: (try row("effective_on"), try row("recorded_at")),
      why: (try row("cause_kind"), try row("cause_id"), try row("reverses")),
      who: (try row("actor_kind"), try row("actor_id")))
    var seal: Seal?
    if let block: Int64 = try row("block_number") {
      seal = Seal(
        block: block, position: try row("position"), hash: try row("hash"),
        lineMarks: try row("line_marks", as: String.self).split(separator: " ").map(String.init))
    }
    let waiting: String? = try row("waiting")
    self.init(record, seal: seal, isWaiting: waiting != nil)
  }
}

extension LedgerRecord.Line {
  init(row: Row) throws {
    self.init(
      number: try row("line"), account: try row("account_code"),
      amount: (try row("amount_cents"), try row("currency")),
      about: (try row("campaign_id"), try row("pledge_id"), try row("payment_id")))
  }
}
