// Statements that get past our own code: the schema is the last line of defence.
import Domain
import Literals
import Store
import Support
import Testing

@Suite struct `The database itself` {
  private static let forbidden: [SQL] = [
    "UPDATE journal_entry SET kind = 'bankFee'", "DELETE FROM journal_entry",
    "UPDATE posting SET amount_cents = 1", "DELETE FROM posting", "DELETE FROM account",
    "UPDATE account SET may_go_negative = \(true)", "UPDATE payment_event SET reason = ''",
    "DELETE FROM payment_event",
  ]

  @Test(arguments: TestEngine.all)
  func `refuses to change or delete what was written`(engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      var world = try await MoneyWorld.make(payments: 1, in: database)
      let payment = world.payments[0]
      _ = try await database.post(try world.capture(of: payment), .capture(payment.id))
      for statement in Self.forbidden {
        await #expect(throws: StoreRefusal.self, "\(statement)") {
          _ = try await database.write { try $0.execute(statement) }
        }
      }
      #expect(try await database.verified().isClean)
    }
  }

  @Test(arguments: TestEngine.all)
  func `refuses an entry that does not balance`(engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      try await database.write { try $0.openTwoAccounts() }
      await #expect(throws: StoreRefusal.self) {
        try await database.write { tx in
          try tx.insertEntry("jrn_1", lines: 2)
          try tx.insertPosting("jrn_1", 1, "provider:x", 100)
          try tx.insertPosting("jrn_1", 2, "escrow:x", -99)
        }
      }
    }
  }
  @Test(arguments: TestEngine.all)
  func `refuses an entry without postings and one with fewer than it says`(engine: TestEngine)
    async throws
  {
    try await engine.withDatabase { database in
      try await database.write { try $0.openTwoAccounts() }
      await #expect(throws: StoreRefusal.self) {
        try await database.write { try $0.insertEntry("jrn_1", lines: 2) }
      }
      await #expect(throws: StoreRefusal.self) {
        try await database.write { tx in
          try tx.insertEntry("jrn_1", lines: 3)
          try tx.insertPosting("jrn_1", 1, "provider:x", 100)
          try tx.insertPosting("jrn_1", 2, "escrow:x", -100)
        }
      }
    }
  }
  @Test(arguments: TestEngine.all)
  func `refuses a balanced pair added to an entry later`(engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      try await database.write { tx in
        try tx.openTwoAccounts()
        try tx.insertEntry("jrn_1", lines: 2)
        try tx.insertPosting("jrn_1", 1, "provider:x", 100)
        try tx.insertPosting("jrn_1", 2, "escrow:x", -100)
      }
      await #expect(throws: StoreRefusal.self) {
        try await database.write { tx in
          try tx.insertPosting("jrn_1", 3, "provider:x", 5)
          try tx.insertPosting("jrn_1", 4, "escrow:x", -5)
        }
      }
    }
  }
  @Test(arguments: TestEngine.all)
  func `leaves other writes alone when one does not balance`(engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      try await database.write { try $0.openTwoAccounts() }
      await withTaskGroup(of: Void.self) { group in
        for number in 1...20 {
          group.addTask {
            try? await database.write { tx in
              let id = "jrn_\(number)"
              try tx.insertEntry(id, lines: 2)
              try tx.insertPosting(id, 1, "provider:x", 100)
              try tx.insertPosting(id, 2, "escrow:x", number.isMultiple(of: 2) ? -100 : -99)
            }
          }
        }
      }
      let kept = try await database.read { tx in
        try tx.first("SELECT COUNT(*) AS n FROM journal_entry") { try $0("n", as: Int.self) }
      }
      #expect(kept == 10)
    }
  }
}

extension Transaction {
  func openTwoAccounts() throws {
    try execute(
      """
      INSERT INTO account (code, kind, currency, may_go_negative, grows_by_debit)
           VALUES ('provider:x', 'provider', 'EUR', \(true), \(true)),
                  ('escrow:x', 'escrow', 'EUR', \(false), \(false))
      """)
  }
  func insertEntry(_ id: String, lines: Int) throws {
    try execute(
      """
      INSERT INTO journal_entry (id, kind, idempotency_key, content_digest, lines, effective_on,
                                 recorded_at, cause_kind, cause_id, actor_kind)
           VALUES (\(id), 'captured', \("key \(id)"), 'x', \(lines), '2026-11-21', 0, 'payment',
                   'pay_x', 'system')
      """)
  }
  func insertPosting(_ entry: String, _ line: Int, _ account: String, _ cents: Int) throws {
    try execute(
      """
      INSERT INTO posting (journal_entry_id, line, account_code, amount_cents, currency)
           VALUES (\(entry), \(line), \(account), \(cents), 'EUR')
      """)
  }
}
