// What only one engine has: SQLite's durable settings, PostgreSQL's conflicts and lost links.
import Dispatch
import Domain
import Literals
import Store
import Support
import Testing

@Suite struct SQLiteEngineTests {
  @Test func `an acknowledged write is on disk`() async throws {
    try await TestEngine.sqlite.withDatabase { database in
      let settings = try await database.write { tx in
        [
          try tx.first("PRAGMA synchronous") { try $0("synchronous", as: Int.self) },
          try tx.first("PRAGMA foreign_keys") { try $0("foreign_keys", as: Int.self) },
        ]
      }
      #expect(settings == [2, 1])
      let mode = try await database.read { tx in
        try tx.first("PRAGMA journal_mode") { try $0("journal_mode", as: String.self) }
      }
      #expect(mode == "wal")
    }
  }

  @Test func `a database in memory lives as long as it is open`() async throws {
    let database = try await Database.open(.sqlite(path: ":memory:"))
    try await database.closing { database in
      try await database.migrate()
      #expect(try await database.migrationPlan().pending.isEmpty)
    }
  }

  @Test func `a statement that gives the transaction up fails its group and no later one`()
    async throws
  {
    try await TestEngine.sqlite.withNotes { database in
      await #expect(throws: Fault.self) {
        try await database.write { tx in
          try tx.addFarm(1, "Oltre")
          try tx.execute("ROLLBACK")
        }
      }
      try await database.write { try $0.addFarm(2, "Vigna") }
      #expect(try await database.read { try $0.farms() } == 1)
    }
  }
}

@Suite struct PostgresEngineTests {
  @Test func `lost connections are made anew`() async throws {
    try await TestEngine.postgres.withNotes { database in
      for number in 1...3 {
        _ = try? await database.read { tx in
          try tx.execute(
            """
            SELECT pg_terminate_backend(pid)
              FROM pg_stat_activity
             WHERE datname = current_database() AND pid <> pg_backend_pid()
            """)
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
          for writer in 0..<8 {
            group.addTask {
              try await database.write {
                try $0.addFarm(number * 10 + writer, "\(number) \(writer)")
              }
            }
            group.addTask { _ = try await database.read { try $0.farms() } }
          }
          try await group.waitForAll()
        }
      }
      #expect(try await database.read { try $0.farms() } == 24)
    }
  }

  @Test func `two writers that block each other both succeed in the end`() async throws {
    try await TestEngine.postgres.withNotes { database in
      try await database.write { tx in
        try tx.addFarm(1, "Oltre")
        try tx.addFarm(2, "Vigna")
      }
      let turns = [1: DispatchSemaphore(value: 0), 2: DispatchSemaphore(value: 0)]
      @Sendable func grow(_ first: Int, _ second: Int) async throws {
        try await database.write { tx in
          try tx.execute("UPDATE farm SET size = size + 1 WHERE id = \(first)")
          turns[first]?.signal()
          _ = turns[second]?.wait(timeout: .now() + 0.5)
          try tx.execute("UPDATE farm SET size = size + 1 WHERE id = \(second)")
        }
      }
      async let one: Void = grow(1, 2)
      async let other: Void = grow(2, 1)
      _ = try await (one, other)
      let sizes = try await database.read { tx in
        try tx.rows("SELECT size FROM farm") { try $0("size", as: Int.self) }
      }
      #expect(sizes == [3, 3])
    }
  }

  @Test func `a server that is not there is a fault worth another try`() async throws {
    let fault = await #expect(throws: Fault.self) {
      try await Database.open(.postgres(url: "postgres://nobody@127.0.0.1:1/nothing"))
    }
    #expect(fault?.retryable == true)
  }
}
