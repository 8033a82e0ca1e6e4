// What both engines promise: all or nothing, snapshots, refusals with names. Each test has a fresh
// database with a table or two of its own.
import Dispatch
import Domain
import Literals
import Store
import Support
import Testing

/// Something that a closure throws on its own account.
struct Changed: Error {}

extension TestEngine {
  /// A database with the tables of these tests.
  func withNotes<T>(_ body: (Database) async throws -> T) async throws -> T {
    try await withDatabase { database in
      try await database.write { tx in
        try tx.execute(
          """
          CREATE TABLE farm (
            id    BIGINT PRIMARY KEY,
            name  TEXT NOT NULL CONSTRAINT farm_name_once UNIQUE,
            size  BIGINT NOT NULL CONSTRAINT farm_size_positive CHECK (size > 0)
          )
          """)
        try tx.execute(
          """
          CREATE TABLE field (
            id       BIGINT PRIMARY KEY,
            farm_id  BIGINT NOT NULL REFERENCES farm (id) DEFERRABLE INITIALLY DEFERRED
          )
          """)
      }
      return try await body(database)
    }
  }
}

extension Transaction {
  func addFarm(_ id: Int, _ name: String, size: Int = 1) throws {
    try execute("INSERT INTO farm (id, name, size) VALUES (\(id), \(name), \(size))")
  }
  func farms() throws -> Int {
    try first("SELECT COUNT(*) AS n FROM farm") { try $0("n", as: Int.self) } ?? 0
  }
}

@Suite struct EngineTests {
  @Test(arguments: TestEngine.all)
  func `a closure that throws leaves nothing behind`(engine: TestEngine) async throws {
    try await engine.withNotes { database in
      await #expect(throws: Changed.self) {
        try await database.write { tx in
          try tx.addFarm(1, "Oltre")
          throw Changed()
        }
      }
      let farms = try await database.read { try $0.farms() }
      #expect(farms == 0)
    }
  }

  @Test(arguments: TestEngine.all)
  func `a read sees one snapshot while others write`(engine: TestEngine) async throws {
    try await engine.withNotes { database in
      let begun = DispatchSemaphore(value: 0)
      let written = DispatchSemaphore(value: 0)
      async let counts = database.read { tx in
        let before = try tx.farms()
        begun.signal()
        _ = written.wait(timeout: .now() + 10)
        return [before, try tx.farms()]
      }
      await withCheckedContinuation { continuation in
        DispatchQueue.global().async {
          begun.wait()
          continuation.resume()
        }
      }
      try await database.write { try $0.addFarm(1, "Oltre") }
      written.signal()
      #expect(try await counts == [0, 0])
      #expect(try await database.read { try $0.farms() } == 1)
    }
  }

  @Test(arguments: TestEngine.all)
  func `a read cannot write`(engine: TestEngine) async throws {
    try await engine.withNotes { database in
      await #expect(throws: Fault.self) { try await database.read { try $0.addFarm(1, "Oltre") } }
      let farms = try await database.read { try $0.farms() }
      #expect(farms == 0)
    }
  }

  @Test(arguments: TestEngine.all)
  func `of many concurrent writes only those that fail are undone`(engine: TestEngine) async throws
  {
    try await engine.withNotes { database in
      let kept = try await withThrowingTaskGroup(of: Bool.self) { group in
        for number in 1...100 {
          group.addTask {
            do {
              try await database.write { tx in
                try tx.addFarm(number, "farm \(number)")
                if number % 5 == 0 { throw Changed() }
                // Every seventh takes a name that is taken by itself.
                if number % 7 == 0 { try tx.addFarm(number + 1000, "farm \(number)") }
              }
              return true
            } catch is Changed { return false } catch StoreRefusal.notUnique { return false }
          }
        }
        return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
      }
      #expect(kept == (1...100).count { $0 % 5 != 0 && $0 % 7 != 0 })
      #expect(try await database.read { try $0.farms() } == kept)
    }
  }

  @Test(arguments: TestEngine.all)
  func `an open foreign key refuses its own write and no other`(engine: TestEngine) async throws {
    try await engine.withNotes { database in
      let refused = try await withThrowingTaskGroup(of: Bool.self) { group in
        for number in 1...40 {
          group.addTask {
            do {
              try await database.write { tx in
                // The field comes first: the key is open until its farm is there.
                try tx.execute("INSERT INTO field (id, farm_id) VALUES (\(number), \(number))")
                if number % 4 != 0 { try tx.addFarm(number, "farm \(number)") }
              }
              return false
            } catch StoreRefusal.foreignKey { return true }
          }
        }
        return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
      }
      #expect(refused == 10)
      #expect(try await database.read { try $0.farms() } == 30)
    }
  }

  @Test(arguments: TestEngine.all)
  func `two hundred writers lose no update`(engine: TestEngine) async throws {
    try await engine.withNotes { database in
      try await database.write { try $0.addFarm(1, "Oltre") }
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<200 {
          group.addTask {
            try await database.write { tx in
              _ = try tx.execute("UPDATE farm SET size = size + 1 WHERE id = 1")
            }
          }
        }
        try await group.waitForAll()
      }
      let size = try await database.read { tx in
        try tx.first("SELECT size FROM farm") { try $0("size", as: Int.self) }
      }
      #expect(size == 201)
    }
  }

  @Test(arguments: TestEngine.all)
  func `what the schema refuses has a name`(engine: TestEngine) async throws {
    try await engine.withNotes { database in
      try await database.write { try $0.addFarm(1, "Oltre") }
      func refusal(_ sql: SQL) async -> StoreRefusal? {
        await #expect(throws: StoreRefusal.self) {
          try await database.write { _ = try $0.execute(sql) }
        }
      }
      let twice = await refusal("INSERT INTO farm (id, name, size) VALUES (2, 'Oltre', 1)")
      #expect(
        twice == .notUnique(engine == .sqlite ? "farm.name" : "farm_name_once"))
      let empty = await refusal("INSERT INTO farm (id, name, size) VALUES (3, 'Vigna', 0)")
      #expect(empty == .refused("farm_size_positive"))
      if case .refused = await refusal("INSERT INTO farm (id, size) VALUES (4, 1)") {
      } else {
        Issue.record("a missing name was not refused")
      }
      if case .foreignKey = await refusal("INSERT INTO field (id, farm_id) VALUES (1, 9)") {
      } else {
        Issue.record("a missing farm was not refused")
      }
    }
  }

  @Test(arguments: TestEngine.all)
  func `a hidden failure is told, and an attempt may fail`(engine: TestEngine) async throws {
    try await engine.withNotes { database in
      await #expect(throws: Fault.self) {
        try await database.write { tx in
          try tx.addFarm(1, "Oltre")
          try? tx.addFarm(1, "Oltre")
        }
      }
      #expect(try await database.read { try $0.farms() } == 0)
      try await database.write { tx in
        try tx.addFarm(1, "Oltre")
        #expect(throws: StoreRefusal.self) {
          try tx.attempt {
            try tx.addFarm(2, "Vigna")
            try tx.addFarm(2, "Forno")
          }
        }
        try tx.addFarm(3, "Birra")
      }
      #expect(try await database.read { try $0.farms() } == 2)
    }
  }

  @Test(arguments: TestEngine.all)
  func `a closed database answers no more`(engine: TestEngine) async throws {
    try await engine.withAddress { address in
      let database = try await Database.open(address)
      await database.close()
      await #expect(throws: (any Error).self) { try await database.write { try $0.farms() } }
    }
  }
}
