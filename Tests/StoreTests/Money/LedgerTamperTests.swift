// Whoever owns the database can change anything: the verifier says what.
import Domain
import Literals
import Store
import Support
import Testing

@Suite struct `The verifier` {
  /// A clean ledger of three captures, then a change with every guard off.
  private func tampered(
    _ engine: TestEngine, _ change: @escaping @Sendable (Transaction, Ledger) throws -> Void
  ) async throws -> (report: LedgerReport, ledger: Ledger) {
    try await engine.withDatabase { database in
      var world = try await MoneyWorld.make(payments: 3, in: database)
      var entries: [JournalEntry.ID] = []
      for payment in world.payments {
        let entry = try world.capture(of: payment)
        _ = try await database.post(entry, .capture(payment.id))
        entries.append(entry.id)
        _ = try await database.write { tx in
          try tx.execute("UPDATE payment SET status = 'succeeded' WHERE id = \(payment.id)")
        }
      }
      let ledger = Ledger(campaign: world.campaign, entries: entries)
      #expect(try await database.verified().findings == [])
      try await database.withoutGuards { try change($0, ledger) }
      return (try await database.verified(), ledger)
    }
  }
  struct Ledger: Sendable {
    let campaign: Campaign.ID
    let entries: [JournalEntry.ID]
    var escrow: String { Account.escrow(campaign).code }
  }

  @Test(arguments: TestEngine.all)
  func `says nothing about an empty ledger`(engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      let report = try await database.verified()
      #expect(report == LedgerReport())
    }
  }
  @Test(arguments: TestEngine.all)
  func `names an altered amount`(engine: TestEngine) async throws {
    let (report, ledger) = try await tampered(engine) { tx, ledger in
      try tx.execute(
        """
        UPDATE posting SET amount_cents = amount_cents - 1
         WHERE journal_entry_id = \(ledger.entries[1]) AND account_code = \(ledger.escrow)
        """)
    }
    let entry = ledger.entries[1].description
    #expect(report.named(.balanced, entry: entry)?.found == "-1")
    #expect(report.named(.unaltered, entry: entry) != nil)
    let total = report.findings.first { $0.invariant == .total }
    #expect(total?.account == ledger.escrow)
    #expect([total?.expected, total?.found] == ["-2401", "-2400"])
  }
  @Test(arguments: TestEngine.all)
  func `names an entry altered so that it still balances`(engine: TestEngine) async throws {
    let (report, ledger) = try await tampered(engine) { tx, ledger in
      for (account, by) in [(ledger.escrow, -5), ("provider:sandbox", 5)] {
        try tx.execute(
          """
          UPDATE posting SET amount_cents = amount_cents + \(by)
           WHERE journal_entry_id = \(ledger.entries[2]) AND account_code = \(account)
          """)
        try tx.execute(
          """
          UPDATE account_total SET posted_cents = posted_cents + \(by)
           WHERE account_code = \(account)
          """)
      }
    }
    let entry = ledger.entries[2].description
    #expect(report.named(.unaltered, entry: entry) != nil)
    #expect(report.named(.captured, entry: entry)?.found == "1005")
  }
  @Test(arguments: TestEngine.all)
  func `names a deleted posting`(engine: TestEngine) async throws {
    let (report, ledger) = try await tampered(engine) { tx, ledger in
      try tx.execute(
        """
        DELETE FROM posting
         WHERE journal_entry_id = \(ledger.entries[0]) AND account_code = 'provider:sandbox'
        """)
    }
    let entry = ledger.entries[0].description
    let missing = report.named(.complete, entry: entry)
    #expect([missing?.expected, missing?.found] == ["3 postings", "2"])
    #expect(report.findings.contains { $0.account == "provider:sandbox" && $0.found == "3000" })
  }
  @Test(arguments: TestEngine.all)
  func `names an inserted entry`(engine: TestEngine) async throws {
    let (report, ledger) = try await tampered(engine) { tx, ledger in
      try tx.insertEntry("jrn_9", lines: 2)
      try tx.insertPosting("jrn_9", 1, "provider:sandbox", 700)
      try tx.insertPosting("jrn_9", 2, ledger.escrow, -700)
    }
    #expect(report.named(.evidence, entry: "jrn_9")?.expected == "payment pay_x")
    #expect(report.named(.unaltered, entry: "jrn_9") != nil)
    #expect(report.findings.contains { $0.invariant == .total && $0.account == ledger.escrow })
  }
  @Test(arguments: TestEngine.all)
  func `names a deleted entry by the payment that it captured`(engine: TestEngine) async throws {
    let (report, ledger) = try await tampered(engine) { tx, ledger in
      try tx.execute("DELETE FROM posting WHERE journal_entry_id = \(ledger.entries[0])")
      try tx.execute("DELETE FROM journal_entry WHERE id = \(ledger.entries[0])")
    }
    #expect(report.findings.contains { $0.invariant == .captured && $0.found == "0" })
    #expect(report.findings.contains { $0.invariant == .total && $0.account == ledger.escrow })
  }
  @Test(arguments: TestEngine.all)
  func `names a drifted total`(engine: TestEngine) async throws {
    let (report, ledger) = try await tampered(engine) { tx, ledger in
      if tx.dialect == .postgres {
        try tx.execute(
          "INSERT INTO account_delta (account_code, amount_cents) VALUES (\(ledger.escrow), 3)")
      } else {
        try tx.execute(
          """
          UPDATE account_total SET posted_cents = posted_cents + 3
           WHERE account_code = \(ledger.escrow)
          """)
      }
    }
    #expect(
      report.findings == [
        LedgerFinding(.total, account: ledger.escrow, expected: "-2400", found: "-2397")
      ])
  }
}

extension LedgerReport {
  func named(_ invariant: LedgerFinding.Invariant, entry: String) -> LedgerFinding? {
    findings.first { $0.invariant == invariant && $0.entry == entry }
  }
}

extension Database {
  /// Runs a change as the database's owner could: no trigger and no foreign key stands in the way.
  func withoutGuards(_ change: @escaping @Sendable (Transaction) throws -> Void) async throws {
    try await write { tx in
      switch tx.dialect {
      case .postgres:
        try tx.execute("SET LOCAL session_replication_role = replica")
        try change(tx)
      case .sqlite:
        let triggers = try tx.rows(
          "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
        ) { try $0("name", as: String.self) }
        for trigger in triggers { try tx.execute(SQL(stringLiteral: "DROP TRIGGER \(trigger)")) }
        try change(tx)
      }
    }
  }
}
