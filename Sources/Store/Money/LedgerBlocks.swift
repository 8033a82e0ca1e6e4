// Seals entries in blocks, reads the chain, keeps the heads that were published.
package import Domain
import Literals

extension Transaction {
  /// Seals the entries that wait, so many at most, as the next block; nil when none waits. Two at
  /// once cannot both make it: the second is refused as not unique.
  package func sealNextBlock(limit: Int, at now: Instant) throws -> LedgerBlock? {
    let waiting = try rows(
      """
      SELECT u.journal_entry_id
        FROM unsealed_entry u
        JOIN journal_entry e ON e.id = u.journal_entry_id
       ORDER BY u.journal_entry_id
       LIMIT \(limit)
      """
    ) { try $0("journal_entry_id", as: String.self) }
    let records = try ledgerRecords(waiting).map(\.record)
    guard !records.isEmpty else { return nil }
    let last = try lastBlock()
    let hashes = records.map { Digest(sha256: $0.canonical) }
    let content = records.reduce(into: LedgerBlock.Content()) {
      $0 =
        $0
        + LedgerBlock.Content(
          entries: 1, postings: Int64($1.postings.count), debitsCents: $1.debits)
    }
    let head = LedgerBlock.Head(
      number: (last?.number ?? 0) + 1, previous: last?.hash ?? .none, sealedAt: now,
      content: content, entriesHash: Digest(sha256: hashes.flatMap(\.bytes)))
    let block = LedgerBlock(head, hash: Digest(sha256: head.canonical))
    try insert(block)
    try seal(Array(zip(records, hashes)), in: block)
    try execute("DELETE FROM unsealed_entry WHERE journal_entry_id IN (\(list: waiting))")
    return block
  }

  private func insert(_ block: LedgerBlock) throws {
    let head = block.head
    try execute(
      """
      INSERT INTO ledger_block (number, previous_hash, sealed_at, entries, postings, debits_cents,
                                entries_hash, hash)
           VALUES (\(head.number), \(head.previous), \(head.sealedAt), \(head.content.entries),
                   \(head.content.postings), \(head.content.debitsCents), \(head.entriesHash),
                   \(block.hash))
      """)
  }

  private func seal(_ sealed: [(LedgerRecord, Digest)], in block: LedgerBlock) throws {
    let values = SQL.list(Array(sealed.enumerated())) { index, one in
      let (record, hash) = one
      return """
        (\(record.id), \(block.number), \(index + 1), \(hash),
         \(record.lineMarks.joined(separator: " ")))
        """
    }
    try execute(
      """
      INSERT INTO sealed_entry (journal_entry_id, block_number, position, hash, line_marks)
           VALUES \(fragment: values)
      """)
  }

  /// The block that was sealed last, or last before an instant.
  package func lastBlock(before end: Instant? = nil) throws -> LedgerBlock? {
    let condition: SQL = end.map { "WHERE sealed_at < \($0)" } ?? ""
    return try first(
      """
      SELECT \(fragment: blockColumns) FROM ledger_block \(fragment: condition)
       ORDER BY number DESC LIMIT 1
      """, as: LedgerBlock.init(row:))
  }
  package func block(_ number: Int64) throws -> LedgerBlock? {
    try blocks(from: number, limit: 1).first { $0.number == number }
  }
  /// Blocks in order, from a number on.
  package func blocks(from number: Int64, limit: Int) throws -> [LedgerBlock] {
    try rows(
      """
      SELECT \(fragment: blockColumns) FROM ledger_block
       WHERE number >= \(number) ORDER BY number LIMIT \(limit)
      """, as: LedgerBlock.init(row:))
  }
  /// The hashes of a block's entries, in their order.
  package func entryHashes(of block: Int64) throws -> [Digest] {
    try rows("SELECT hash FROM sealed_entry WHERE block_number = \(block) ORDER BY position") {
      try $0("hash")
    }
  }
  /// What the blocks up to one hold together.
  package func content(upTo block: Int64) throws -> LedgerBlock.Content {
    try first(
      """
      SELECT CAST(COALESCE(SUM(entries), 0) AS BIGINT) AS entries,
             CAST(COALESCE(SUM(postings), 0) AS BIGINT) AS postings,
             CAST(COALESCE(SUM(debits_cents), 0) AS BIGINT) AS debits_cents
        FROM ledger_block WHERE number <= \(block)
      """, as: LedgerBlock.Content.init(row:)) ?? LedgerBlock.Content()
  }

  /// Keeps a head; false when that day's is kept already.
  package func insert(_ head: LedgerHead, at now: Instant) throws -> Bool {
    try execute(
      """
      INSERT INTO ledger_head (day, block_number, hash, entries, postings, debits_cents,
                               published_at)
           VALUES (\(head.day), \(head.block), \(head.hash), \(head.content.entries),
                   \(head.content.postings), \(head.content.debitsCents), \(now))
      ON CONFLICT (day) DO NOTHING
      """) == 1
  }
  /// The heads that were published, the latest first.
  package func heads(limit: Int) throws -> [LedgerHead] {
    try rows(
      """
      SELECT day, block_number, hash, entries, postings, debits_cents
        FROM ledger_head ORDER BY day DESC LIMIT \(limit)
      """, as: LedgerHead.init(row:))
  }
  /// The first published head that vouches for a block.
  package func head(over block: Int64) throws -> LedgerHead? {
    try first(
      """
      SELECT day, block_number, hash, entries, postings, debits_cents
        FROM ledger_head WHERE block_number >= \(block) ORDER BY day LIMIT 1
      """, as: LedgerHead.init(row:))
  }
  /// Everybody who audits the whole platform.
  package func auditors() throws -> [Person] {
    try rows(
      """
      SELECT DISTINCT p.id, p.email, p.name, p.language, p.created_at
        FROM person p
        JOIN role_grant g ON g.person_id = p.id
       WHERE g.role = \(Role.auditor) AND g.scope_kind = \(Scope.platform.kind)
         AND g.revoked_at IS NULL
       ORDER BY p.id
      """, as: Person.init(row:))
  }
}

private let blockColumns: SQL = """
  number, previous_hash, sealed_at, entries, postings, debits_cents, entries_hash, hash
  """

extension LedgerBlock {
  init(row: Row) throws {
    let head = Head(
      number: try row("number"), previous: try row("previous_hash"),
      sealedAt: try row("sealed_at"), content: try Content(row: row),
      entriesHash: try row("entries_hash"))
    self.init(head, hash: try row("hash"))
  }
}
extension LedgerBlock.Content {
  init(row: Row) throws {
    self.init(
      entries: try row("entries"), postings: try row("postings"),
      debitsCents: try row("debits_cents"))
  }
}
extension LedgerHead {
  init(row: Row) throws {
    self.init(
      day: try row("day"), block: try row("block_number"), hash: try row("hash"),
      content: try LedgerBlock.Content(row: row))
  }
}

extension LedgerRecord {
  /// A short mark of each line.
  var lineMarks: [String] {
    postings.map { String(Digest(sha256: $0.canonical).description.prefix(16)) }
  }
}
