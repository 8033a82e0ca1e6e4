// What was sealed is named when it changes, also when the database's owner does it with every guard
// off and mends totals and digests beside it.
import Crypto
import Domain
import Literals
@testable import Store
import Support
import Testing

@Suite struct `The chain over the ledger` {
  struct Sealed: Sendable {
    let campaign: Campaign.ID
    let entries: [JournalEntry.ID]
    let blocks: [LedgerBlock]
    var escrow: String { Account.escrow(campaign).code }
  }

  /// Four captures in two blocks and a published head over both, then a change.
  private func tampered(
    _ engine: TestEngine, _ change: @escaping @Sendable (Transaction, Sealed) throws -> Void
  ) async throws -> (report: LedgerReport, sealed: Sealed) {
    try await engine.withDatabase { database in
      let sealed = try await makeSealed(database)
      #expect(try await database.verified().findings == [])
      try await database.withoutGuards { try change($0, sealed) }
      return (try await database.verified(), sealed)
    }
  }

  private func makeSealed(_ database: Database) async throws -> Sealed {
    var world = try await MoneyWorld.make(payments: 4, in: database)
    var entries: [JournalEntry.ID] = []
    for payment in world.payments {
      let entry = try world.capture(of: payment)
      _ = try await database.post(entry, .capture(payment.id))
      entries.append(entry.id)
    }
    let now = MoneyWorld.start + .minutes(1)
    let blocks = try await database.write { tx in
      let blocks = try (0..<3).compactMap { _ in try tx.sealNextBlock(limit: 2, at: now) }
      let head = LedgerHead(
        day: CivilDate(of: now), block: 2, hash: blocks[1].hash, content: try tx.content(upTo: 2))
      #expect(try tx.insert(head, at: now))
      return blocks
    }
    #expect(blocks.map(\.content.entries) == [2, 2])
    return Sealed(campaign: world.campaign, entries: entries.sorted(), blocks: blocks)
  }

  @Test(arguments: TestEngine.all)
  func `names the posting that was altered, though entry and totals fit again`(
    engine: TestEngine
  ) async throws {
    let (report, sealed) = try await tampered(engine) { tx, sealed in
      let entry = sealed.entries[2]
      for (account, by) in [(sealed.escrow, -5), ("provider:sandbox", 5)] {
        try tx.execute(
          """
          UPDATE posting SET amount_cents = amount_cents + \(by)
           WHERE journal_entry_id = \(entry) AND account_code = \(account)
          """)
        try tx.execute(
          """
          UPDATE account_total SET posted_cents = posted_cents + \(by)
           WHERE account_code = \(account)
          """)
      }
      try tx.mendDigest(of: entry)
    }
    let entry = sealed.entries[2].description
    let found = report.findings.filter { $0.invariant == .sealed && $0.entry == entry }
    #expect(Set(found.map(\.account)) == [sealed.escrow, "provider:sandbox"])
    #expect(found.contains { $0.found == "-805 EUR on \(sealed.escrow)" })
    #expect(report.findings.allSatisfy { $0.invariant != .unaltered })
  }
  @Test(arguments: TestEngine.all)
  func `names a posting that was taken out`(engine: TestEngine) async throws {
    let (report, sealed) = try await tampered(engine) { tx, sealed in
      try tx.execute(
        "DELETE FROM posting WHERE journal_entry_id = \(sealed.entries[1]) AND line = 2")
    }
    let found = report.named(.sealed, entry: sealed.entries[1].description)
    #expect(found?.expected == "posting 2 as sealed in block 1")
    #expect(found?.found == "nothing")
  }
  @Test(arguments: TestEngine.all)
  func `names a posting that was put in`(engine: TestEngine) async throws {
    let (report, sealed) = try await tampered(engine) { tx, sealed in
      try tx.insertPosting(sealed.entries[0].description, 4, sealed.escrow, -1)
    }
    let found = report.named(.sealed, entry: sealed.entries[0].description)
    #expect(found?.found == "posting 4: -1 EUR on \(sealed.escrow)")
  }
  @Test(arguments: TestEngine.all)
  func `names an entry whose day was altered`(engine: TestEngine) async throws {
    let (report, sealed) = try await tampered(engine) { tx, sealed in
      try tx.execute(
        "UPDATE journal_entry SET effective_on = '2020-01-01' WHERE id = \(sealed.entries[3])")
    }
    #expect(report.named(.sealed, entry: sealed.entries[3].description) != nil)
    #expect(report.findings.count == 1)
  }
  @Test(arguments: TestEngine.all)
  func `names an entry that is gone with its postings`(engine: TestEngine) async throws {
    let (report, sealed) = try await tampered(engine) { tx, sealed in
      try tx.execute("DELETE FROM posting WHERE journal_entry_id = \(sealed.entries[3])")
      try tx.execute("DELETE FROM journal_entry WHERE id = \(sealed.entries[3])")
    }
    let found = report.named(.sealed, entry: sealed.entries[3].description)
    #expect(found?.expected == "the entry sealed in block 2 at 2")
  }
  @Test(arguments: TestEngine.all)
  func `names an entry that is gone before it was sealed`(engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      var world = try await MoneyWorld.make(payments: 1, in: database)
      let entry = try world.capture(of: world.payments[0])
      _ = try await database.post(entry, .capture(world.payments[0].id))
      try await database.withoutGuards { tx in
        try tx.execute("DELETE FROM posting")
        try tx.execute("DELETE FROM journal_entry")
      }
      let report = try await database.verified()
      #expect(report.named(.sealed, entry: entry.id.description)?.found == "nothing")
    }
  }
  @Test(arguments: TestEngine.all)
  func `names the place of an entry that is gone with its seal`(engine: TestEngine) async throws {
    let (report, _) = try await tampered(engine) { tx, sealed in
      let id = sealed.entries[0]
      try tx.execute("DELETE FROM sealed_entry WHERE journal_entry_id = \(id)")
      try tx.execute("DELETE FROM posting WHERE journal_entry_id = \(id)")
      try tx.execute("DELETE FROM journal_entry WHERE id = \(id)")
    }
    #expect(report.findings.contains { $0.expected == "a seal at 1 of block 1" })
    #expect(report.findings.contains { $0.invariant == .chained })
  }
  @Test(arguments: TestEngine.all)
  func `names an entry that came in by a back door`(engine: TestEngine) async throws {
    let (report, _) = try await tampered(engine) { tx, sealed in
      try tx.insertEntry("jrn_9", lines: 2)
      try tx.insertPosting("jrn_9", 1, "provider:sandbox", 700)
      try tx.insertPosting("jrn_9", 2, sealed.escrow, -700)
    }
    #expect(report.named(.sealed, entry: "jrn_9")?.found.hasPrefix("neither") == true)
  }
  @Test(arguments: TestEngine.all, [Int64(0), 3])
  func `names an entry that came in with a seal of its own making`(
    engine: TestEngine, block: Int64
  ) async throws {
    let (report, _) = try await tampered(engine) { tx, sealed in
      try tx.insertEntry("jrn_9", lines: 2)
      try tx.insertPosting("jrn_9", 1, "provider:sandbox", 700)
      try tx.insertPosting("jrn_9", 2, sealed.escrow, -700)
      let record = try #require(try tx.ledgerRecords(["jrn_9"]).first?.record)
      let marks = record.postings.map {
        String(Domain.Digest(sha256: $0.canonical).description.prefix(16))
      }
      try tx.execute(
        """
        INSERT INTO sealed_entry (journal_entry_id, block_number, position, hash, line_marks)
        VALUES ('jrn_9', \(block), 1, \(Domain.Digest(sha256: record.canonical)),
                \(marks.joined(separator: " ")))
        """)
      try tx.execute("DELETE FROM unsealed_entry WHERE journal_entry_id = 'jrn_9'")
    }
    let found = report.named(.sealed, entry: "jrn_9")?.found
    #expect(found?.hasPrefix("a seal in block \(block), which there is not") == true)
  }
  @Test(arguments: TestEngine.all)
  func `names an entry that a seal keeps out of every block`(engine: TestEngine) async throws {
    let (report, _) = try await tampered(engine) { tx, sealed in
      let id = sealed.entries[3]
      try tx.execute("INSERT INTO unsealed_entry VALUES (\(id))")
    }
    #expect(report.findings.contains { $0.found == "both: no block can be made" })
  }
  @Test(arguments: TestEngine.all)
  func `notices that a whole block is gone`(engine: TestEngine) async throws {
    let (report, _) = try await tampered(engine) { tx, sealed in
      for id in sealed.entries.suffix(2) {
        try tx.execute("DELETE FROM sealed_entry WHERE journal_entry_id = \(id)")
        try tx.execute("DELETE FROM posting WHERE journal_entry_id = \(id)")
        try tx.execute("DELETE FROM journal_entry WHERE id = \(id)")
      }
      try tx.execute("DELETE FROM ledger_block WHERE number = 2")
    }
    #expect(report.findings.contains { $0.invariant == .published && $0.found == "nothing" })
  }
  @Test(arguments: TestEngine.all)
  func `a chain made anew still lacks the hash that somebody kept`(
    engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let kept = try await makeSealed(database).blocks[1].hash
      try await database.withoutGuards { tx in
        for table: SQL in ["ledger_head", "sealed_entry", "ledger_block"] {
          try tx.execute("DELETE FROM \(fragment: table)")
        }
        try tx.execute("DELETE FROM unsealed_entry")
        try tx.execute("INSERT INTO unsealed_entry SELECT id FROM journal_entry")
        _ = try tx.sealNextBlock(limit: 100, at: MoneyWorld.start)
      }
      #expect(try await database.verified().findings == [])
      let report = try await database.read { try $0.verifyLedger(known: kept) }
      #expect(report.findings.map(\.invariant) == [.published])
    }
  }
  @Test(arguments: TestEngine.all)
  func `says how many entries wait, and refuses to change a seal`(
    engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      var world = try await MoneyWorld.make(payments: 1, in: database)
      let entry = try world.capture(of: world.payments[0])
      _ = try await database.post(entry, .capture(world.payments[0].id))
      let report = try await database.verified()
      #expect(report.isClean && report.unsealed == 1 && report.blocks == 0)
      _ = try await database.write { try $0.sealNextBlock(limit: 10, at: MoneyWorld.start) }
      #expect(try await database.verified().unsealed == 0)
      let changes: [SQL] = [
        "UPDATE sealed_entry SET hash = ''", "DELETE FROM sealed_entry",
        "UPDATE ledger_block SET hash = ''", "DELETE FROM ledger_block",
      ]
      for change in changes {
        await #expect(throws: StoreRefusal.self) {
          try await database.write { try $0.execute(change) }
        }
      }
    }
  }
}

extension Transaction {
  /// Writes the digest that fits the postings as they are now.
  fileprivate func mendDigest(of id: JournalEntry.ID) throws {
    guard let entry = try journalEntry(id),
      let digest = Domain.Digest(bytes: Array(SHA256.hash(data: entry.content)))
    else { throw Fault("no such entry") }
    try execute(
      "UPDATE journal_entry SET content_digest = \(digest.description) WHERE id = \(id)")
  }
}
