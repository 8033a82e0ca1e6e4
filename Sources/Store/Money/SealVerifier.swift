// Holds the ledger against its chain: names every row that is not as it was sealed.
import Domain
import Literals

extension Transaction {
  /// What is wrong with the chain itself: gaps, seals and blocks that do not give their hash, heads
  /// that are not those of their blocks. `known` is a hash that somebody kept outside.
  func chainFindings(known: Digest?, _ report: inout LedgerReport) throws -> [LedgerFinding] {
    var chain = ChainReader(known: known)
    while true {
      let page = try blocks(from: chain.next, limit: Self.blocksPerPage)
      guard let first = page.first, let last = page.last else { break }
      let seals = Dictionary(
        grouping: try seals(from: first.number, to: last.number), by: \.block)
      for block in page { chain.read(block, seals[block.number] ?? []) }
    }
    report.blocks = chain.blocks
    return try chain.findings + chain.foundKnown + headFindings() + missingFindings()
      + strayFindings()
  }
  /// Blocks that are read at a time, with all their seals.
  private static var blocksPerPage: Int { 20 }

  private func seals(from first: Int64, to last: Int64) throws -> [SealRow] {
    try rows(
      """
      SELECT block_number, position, hash FROM sealed_entry
       WHERE block_number >= \(first) AND block_number <= \(last)
       ORDER BY block_number, position
      """
    ) { row in
      SealRow(
        block: try row("block_number"), position: try row("position"), hash: try row("hash"))
    }
  }

  private func missingFindings() throws -> [LedgerFinding] {
    let waited = try rows(
      """
      SELECT u.journal_entry_id
        FROM unsealed_entry u
        LEFT JOIN journal_entry e ON e.id = u.journal_entry_id
       WHERE e.id IS NULL
      """
    ) { row in
      LedgerFinding(
        .sealed, entry: try row("journal_entry_id"),
        expected: "the entry that waits for the next block", found: "nothing")
    }
    return try waited
      + rows(
        """
        SELECT s.journal_entry_id, s.block_number, s.position
          FROM sealed_entry s
          LEFT JOIN journal_entry e ON e.id = s.journal_entry_id
         WHERE e.id IS NULL
        """
      ) { row in
        let block: Int64 = try row("block_number")
        let position: Int64 = try row("position")
        return LedgerFinding(
          .sealed, entry: try row("journal_entry_id"),
          expected: "the entry sealed in block \(block) at \(position)", found: "nothing")
      }
  }

  /// Seals that no block vouches for: they would hide an entry from the chain, or keep one out of
  /// every later block.
  private func strayFindings() throws -> [LedgerFinding] {
    let stray = try rows(
      """
      SELECT s.journal_entry_id, s.block_number
        FROM sealed_entry s
        LEFT JOIN ledger_block b ON b.number = s.block_number
       WHERE b.number IS NULL
       ORDER BY s.journal_entry_id
      """
    ) { row in
      let block: Int64 = try row("block_number")
      return LedgerFinding(
        .sealed, entry: try row("journal_entry_id"), expected: "a seal in a block of the chain",
        found: "a seal in block \(block), which there is not: it came in by a back door")
    }
    return try stray
      + rows(
        """
        SELECT u.journal_entry_id
          FROM unsealed_entry u
          JOIN sealed_entry s ON s.journal_entry_id = u.journal_entry_id
         ORDER BY u.journal_entry_id
        """
      ) { row in
        LedgerFinding(
          .sealed, entry: try row("journal_entry_id"),
          expected: "a seal, or a place before the next block",
          found: "both: no block can be made")
      }
  }

  private func headFindings() throws -> [LedgerFinding] {
    var upTo = (block: Int64(0), content: LedgerBlock.Content())
    var findings: [LedgerFinding] = []
    for head in try heads(limit: .max).reversed() {
      let block = try block(head.block)
      upTo = (head.block, try content(after: upTo.block, upTo: head.block) + upTo.content)
      if let block, block.hash == head.hash, upTo.content == head.content { continue }
      findings.append(
        LedgerFinding(
          .published,
          expected: "block \(head.block) \(head.hash) with \(head.content.entries) entries, as"
            + " published for \(head.day)",
          found: block.map { "\($0.hash) with \(upTo.content.entries) entries" } ?? "nothing"))
    }
    return findings
  }

  private func content(after first: Int64, upTo last: Int64) throws -> LedgerBlock.Content {
    try self.first(
      """
      SELECT CAST(COALESCE(SUM(entries), 0) AS BIGINT) AS entries,
             CAST(COALESCE(SUM(postings), 0) AS BIGINT) AS postings,
             CAST(COALESCE(SUM(debits_cents), 0) AS BIGINT) AS debits_cents
        FROM ledger_block WHERE number > \(first) AND number <= \(last)
      """, as: LedgerBlock.Content.init(row:)) ?? LedgerBlock.Content()
  }
}

private struct SealRow {
  let block: Int64
  let position: Int64
  let hash: String
}

/// Goes along the chain, block by block.
private struct ChainReader {
  let known: Digest?
  var next: Int64 = 1
  var blocks = 0
  var findings: [LedgerFinding] = []
  private var previous: Digest = .none
  private var isKnownFound = false

  init(known: Digest?) { self.known = known }

  mutating func read(_ block: LedgerBlock, _ seals: [SealRow]) {
    if block.number != next {
      find(.chained, "block \(next)", "block \(block.number) in its place")
    } else if block.head.previous != previous {
      find(.chained, "block \(block.number) after \(previous)", "after \(block.head.previous)")
    }
    var place: Int64 = 1
    for seal in seals {
      while place < seal.position {
        find(.sealed, "a seal at \(place) of block \(block.number)", "nothing")
        place += 1
      }
      place = seal.position + 1
    }
    while place <= block.content.entries, place <= (seals.last?.position ?? 0) + 1000 {
      find(.sealed, "a seal at \(place) of block \(block.number)", "nothing")
      place += 1
    }
    let list = Digest(sha256: seals.flatMap { Digest($0.hash)?.bytes ?? [] })
    if list != block.head.entriesHash {
      find(.chained, "block \(block.number) with entries \(block.head.entriesHash)", "\(list)")
    }
    let hash = Digest(sha256: block.head.canonical)
    if hash != block.hash {
      find(.chained, "block \(block.number) with hash \(block.hash)", "\(hash)")
    }
    isKnownFound = isKnownFound || block.hash == known
    (previous, next, blocks) = (block.hash, block.number + 1, blocks + 1)
  }

  private mutating func find(
    _ invariant: LedgerFinding.Invariant, _ expected: String, _ found: String
  ) {
    findings.append(LedgerFinding(invariant, expected: expected, found: found))
  }

  var foundKnown: [LedgerFinding] {
    guard let known, !isKnownFound else { return [] }
    return [
      LedgerFinding(
        .published, expected: "a block with the hash \(known)", found: "a chain without it")
    ]
  }
}

extension SealedRecord {
  /// What was changed, added or taken out since the entry was sealed.
  func sealFindings() -> [LedgerFinding] {
    guard let seal else {
      guard !isWaiting else { return [] }
      return [
        LedgerFinding(
          .sealed, entry: record.id, expected: "a seal, or a place before the next block",
          found: "neither: it came in by a back door")
      ]
    }
    let hash = Digest(sha256: record.canonical).description
    guard hash != seal.hash else { return [] }
    let lines = lineFindings(seal)
    guard lines.isEmpty else { return lines }
    return [
      LedgerFinding(
        .sealed, entry: record.id, expected: "\(seal.hash), as sealed in block \(seal.block)",
        found: "\(hash): something but its postings is changed")
    ]
  }

  private func lineFindings(_ seal: Seal) -> [LedgerFinding] {
    let byNumber = Dictionary(
      record.postings.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
    var findings: [LedgerFinding] = []
    for (index, mark) in seal.lineMarks.enumerated() {
      let line = byNumber[Int64(index + 1)]
      let now = line.map { String(Digest(sha256: $0.canonical).description.prefix(16)) }
      guard now != mark else { continue }
      findings.append(
        LedgerFinding(
          .sealed, entry: record.id, account: line?.account,
          expected: "posting \(index + 1) as sealed in block \(seal.block)",
          found: line.map { "\($0.cents) \($0.currency) on \($0.account)" } ?? "nothing"))
    }
    for line in record.postings where line.number > seal.lineMarks.count || line.number < 1 {
      findings.append(
        LedgerFinding(
          .sealed, entry: record.id, account: line.account,
          expected: "\(seal.lineMarks.count) postings as sealed in block \(seal.block)",
          found: "posting \(line.number): \(line.cents) \(line.currency) on \(line.account)"))
    }
    return findings
  }
}
