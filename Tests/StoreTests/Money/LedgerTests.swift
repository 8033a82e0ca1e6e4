// The ledger keeps what it is given once, and the database itself refuses the rest.
import Domain
import Literals
import Store
import Support
import Testing

@Suite struct `The ledger` {
  @Test(arguments: TestEngine.all)
  func `writes an entry once however often it is told`(engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      var world = try await MoneyWorld.make(payments: 1, in: database)
      let payment = world.payments[0]
      let first = try world.capture(of: payment)
      let second = try world.capture(of: payment)
      #expect(try await database.post(first, .capture(payment.id)) == .posted(first.id))
      #expect(try await database.post(second, .capture(payment.id)) == .repeated(first.id))
      #expect(try await database.held(.provider(.sandbox)) == .euro(10))
      #expect(try await database.held(.escrow(world.campaign)) == .euro(8))
      #expect(try await database.held(.shipping(world.campaign)) == .euro(2))
      let campaign = world.campaign
      let (raised, stored, under) = try await database.read { tx in
        (
          try tx.raised(by: campaign), try tx.journalEntry(first.id),
          try tx.journalEntry(under: .capture(payment.id))
        )
      }
      #expect(raised == .euro(8))
      #expect(stored == first)
      #expect(under == first.id)
    }
  }

  @Test(arguments: TestEngine.all)
  func `refuses another content under the same key`(engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      var world = try await MoneyWorld.make(payments: 2, in: database)
      let first = try world.capture(of: world.payments[0])
      let other = try world.capture(of: world.payments[1])
      let key = JournalKey.capture(world.payments[0].id)
      _ = try await database.post(first, key)
      await #expect(throws: JournalConflict(key: key, earlier: first.id)) {
        _ = try await database.post(other, key)
      }
    }
  }

  @Test(arguments: TestEngine.all)
  func `takes fifty copies at once as one`(engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      var world = try await MoneyWorld.make(payments: 1, in: database)
      let payment = world.payments[0]
      let copies = try (0..<50).map { _ in try world.capture(of: payment) }
      let answers = try await withThrowingTaskGroup(of: Posted.self) { group in
        for copy in copies {
          group.addTask { try await database.post(copy, .capture(payment.id)) }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(answers.filter { if case .posted = $0 { true } else { false } }.count == 1)
      #expect(Set(answers.map(\.entry)).count == 1)
      let count = try await database.read { tx in
        try tx.first("SELECT COUNT(*) AS n FROM posting") { try $0("n", as: Int.self) }
      }
      #expect(count == 3)
    }
  }

  @Test(arguments: TestEngine.all)
  func `refuses to overdraw what is held for others`(engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      var world = try await MoneyWorld.make(payments: 1, in: database)
      let payment = world.payments[0]
      _ = try await database.post(try world.capture(of: payment), .capture(payment.id))
      let refund = try JournalEntry.wholeRefund(world.header, of: payment)
      _ = try await database.post(refund, .wholeRefund(of: payment))
      let again = try JournalEntry.campaignSettled(
        world.header, world.campaign, escrow: Money(cents: 1))
      let campaign = world.campaign
      await #expect(throws: StoreRefusal.self) {
        _ = try await database.post(again, .settle(campaign))
      }
      #expect(try await database.verified().isClean)
    }
  }

  @Test(arguments: TestEngine.all)
  func `never holds less than nothing when many take at once`(engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      var world = try await MoneyWorld.make(payments: 1, in: database)
      let payment = world.payments[0]
      _ = try await database.post(try world.capture(of: payment), .capture(payment.id))
      let iban = try #require(IBAN("IT60X0542811101000000123456"))
      let suspense = try JournalEntry.transferUnmatched(world.header, on: iban, .euro(5))
      _ = try await database.post(suspense, .bank(line: "one"))
      let takes = try (0..<20).map { _ in
        try JournalEntry.creditReturned(world.header, on: iban, unmatched: .euro(1))
      }
      let taken = await withTaskGroup(of: Bool.self) { group in
        for (part, take) in takes.enumerated() {
          group.addTask {
            let key = JournalKey.allocate(line: "one", part: part)
            return (try? await database.post(take, key)) != nil
          }
        }
        return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
      }
      #expect(taken == 5)
      let left = try await database.read { try $0.balance(of: .suspense(iban)) }
      #expect(left == .zero)
    }
  }

  @Test(arguments: TestEngine.all)
  func `keeps its totals while they are folded under concurrent postings`(engine: TestEngine)
    async throws
  {
    try await engine.withDatabase { database in
      var world = try await MoneyWorld.make(payments: 40, in: database)
      let entries = try world.payments.map { ($0.id, try world.capture(of: $0)) }
      try await withThrowingTaskGroup(of: Void.self) { group in
        for (payment, entry) in entries {
          group.addTask { _ = try await database.post(entry, .capture(payment)) }
        }
        for _ in 0..<10 {
          group.addTask { _ = try await database.write { try $0.foldTotals(limit: 7) } }
        }
        try await group.waitForAll()
      }
      while try await database.write({ try $0.foldTotals(limit: 1000) }) > 0 {}
      let campaign = world.campaign
      #expect(try await database.held(.escrow(campaign)) == .euro(320))
      let (raised, total) = try await database.read { tx in
        let total = try tx.first(
          "SELECT posted_cents FROM account_total WHERE account_code = \(Account.escrow(campaign))"
        ) { try $0("posted_cents", as: Int64.self) }
        return (try tx.raised(by: campaign), total)
      }
      #expect(raised == .euro(320))
      #expect(total == -32_000)
    }
  }

  @Test(arguments: TestEngine.all)
  func `keeps what was raised apart from settling`(engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      var world = try await MoneyWorld.make(payments: 2, in: database)
      for payment in world.payments {
        _ = try await database.post(try world.capture(of: payment), .capture(payment.id))
      }
      let back = try JournalEntry.wholeRefund(world.header, of: world.payments[0])
      _ = try await database.post(back, .wholeRefund(of: world.payments[0]))
      let settled = try JournalEntry.campaignSettled(
        world.header, world.campaign, escrow: .euro(8), .init(platformFee: .euro(1)))
      _ = try await database.post(settled, .settle(world.campaign))
      let campaign = world.campaign
      let raised = try await database.read { try $0.raised(by: campaign) }
      #expect(raised == .euro(8))
      #expect(try await database.held(.project(campaign)) == .euro(7))
      #expect(try await database.verified().findings == [])
    }
  }

  @Test(arguments: TestEngine.all)
  func `adds up what was raised from an index alone`(engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      let plan = try await database.write { tx in
        if tx.dialect == .postgres { try tx.execute("SET LOCAL enable_seqscan = off") }
        let query: SQL = """
          \(sqlite: "EXPLAIN QUERY PLAN", postgres: "EXPLAIN (FORMAT TEXT)")
          SELECT SUM(p.amount_cents) FROM posting p
           WHERE p.campaign_id = 'cmp_1' AND p.account_code IN ('escrow:1', 'project:1')
             AND p.pledge_id IS NOT NULL
          """
        let column = tx.dialect == .sqlite ? "detail" : "QUERY PLAN"
        return try tx.rows(query) { try $0(column, as: String.self) }.joined(separator: "\n")
      }
      #expect(plan.contains("posting_raised"), "\(plan)")
      #expect(!plan.contains("SCAN p"), "\(plan)")
    }
  }
}

extension MoneyWorld {
  /// A new entry's id, day and cause.
  var header: JournalEntry.Header {
    mutating get {
      JournalEntry.Header(
        id: ids.id(), effectiveOn: CivilDate(of: Self.start), cause: .campaign(campaign))
    }
  }
}

extension Database {
  func held(_ account: Account) async throws -> Money {
    try await read { try $0.balance(of: account) }
  }
  func verified() async throws -> LedgerReport { try await read { try $0.verifyLedger() } }
  /// Writes an entry; a captured payment has succeeded.
  func post(_ entry: JournalEntry, _ key: JournalKey) async throws -> Posted {
    try await write { tx in
      if entry.kind == .captured, let payment = entry.postings.first?.subject.payment {
        try tx.execute("UPDATE payment SET status = 'succeeded' WHERE id = \(payment)")
      }
      return try tx.post(entry, key: key, by: .system, at: MoneyWorld.start)
    }
  }
}
