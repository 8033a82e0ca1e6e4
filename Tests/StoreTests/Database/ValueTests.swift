// Values go into a column and come back the same, on both engines.
import Domain
import Literals
import Store
import Support
import Testing

@Suite struct ValueTests {
  @Test(arguments: TestEngine.all)
  func `numbers keep all their digits`(engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      try await database.write { tx in
        try tx.execute("CREATE TABLE amount (cents BIGINT)")
        for cents in [Int64.max, Int64.min, 0, -1, 9_007_199_254_740_993] {
          try tx.execute("INSERT INTO amount (cents) VALUES (\(cents))")
        }
      }
      let read = try await database.read { tx in
        try tx.rows("SELECT cents FROM amount ORDER BY cents") { try $0("cents", as: Int64.self) }
      }
      #expect(read == [Int64.min, -1, 0, 9_007_199_254_740_993, Int64.max])
    }
  }

  @Test(arguments: TestEngine.all)
  func `a sum is a whole number, and an overflowing one a fault`(engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      try await database.write { tx in
        try tx.execute("CREATE TABLE amount (cents BIGINT)")
        try tx.execute("INSERT INTO amount (cents) VALUES (\(Int64.max)), (\(-7))")
      }
      let sum: SQL = "SELECT SUM(cents) AS total, COUNT(*) AS n FROM amount"
      let total = try await database.read { tx in
        try tx.first(sum) { try $0("total", as: Int64.self) }
      }
      #expect(total == Int64.max - 7)
      _ = try await database.write { try $0.execute("INSERT INTO amount (cents) VALUES (\(100))") }
      await #expect(throws: Fault.self) {
        try await database.read { tx in try tx.first(sum) { try $0("total", as: Int64.self) } }
      }
    }
  }

  @Test(arguments: TestEngine.all)
  func `texts, bytes, truth and nothing come back as they went`(engine: TestEngine) async throws {
    let texts = ["", "perché", "🌾 città di Bollate", "𝄞 e' \"così\"; -- '", "a\nb\tc"]
    let blobs: [[UInt8]] = [[], [0], Array(0...255)]
    try await engine.withDatabase { database in
      try await database.read { tx in
        for text in texts {
          let read = try tx.first("SELECT CAST(\(text) AS TEXT) AS t") {
            try $0("t", as: String.self)
          }
          #expect(read == text)
        }
        for flag in [true, false] {
          let read = try tx.first("SELECT \(flag) AS flag") { try $0("flag", as: Bool.self) }
          #expect(read == flag)
        }
        let nothing = try tx.first("SELECT \(nil as Int?) AS n WHERE \(nil as String?) IS NULL") {
          try $0("n", as: Int?.self)
        }
        #expect(nothing == .some(nil))
      }
      try await database.write { tx in
        try tx.execute(
          "CREATE TABLE picture (bytes \(sqlite: "BLOB", postgres: "BYTEA") NOT NULL)")
        for blob in blobs { try tx.execute("INSERT INTO picture (bytes) VALUES (\(blob))") }
      }
      let read = try await database.read { tx in
        try tx.rows("SELECT bytes FROM picture ORDER BY length(bytes)") {
          try $0("bytes", as: [UInt8].self)
        }
      }
      #expect(read == blobs)
    }
  }

  @Test(arguments: TestEngine.all)
  func `arithmetic with a bound instant stays exact`(engine: TestEngine) async throws {
    let now = Instant(milliseconds: 1_795_000_000_123)
    try await engine.withDatabase { database in
      let earlier = try await database.read { tx in
        try tx.first("SELECT \(now) - 60000 AS at") { try $0("at", as: Instant.self) }
      }
      #expect(earlier == now - .minutes(1))
    }
  }

  @Test(arguments: TestEngine.all)
  func `a fraction is not read and a NUL is not stored`(engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      await #expect(throws: Fault.self) {
        try await database.read { tx in
          try tx.first("SELECT 1.5 AS x") { try $0("x", as: Int.self) }
        }
      }
      await #expect(throws: StoreRefusal.refused("a text holds a NUL character")) {
        try await database.read { tx in
          try tx.first("SELECT \("a\0b") AS t") { try $0("t", as: String.self) }
        }
      }
    }
  }
}
