// The first sign of life of each engine.
import Literals
import Store
import Support
import Testing

@Test(arguments: TestEngine.all)
func `what is written can be read back`(engine: TestEngine) async throws {
  try await engine.withDatabase { database in
    try await database.write { tx in
      try tx.execute("CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL)")
      try tx.execute("INSERT INTO note (id, text) VALUES (\(1), \("perché"))")
    }
    let text = try await database.read { tx in
      try tx.first("SELECT text FROM note WHERE id = \(1)") { try $0("text", as: String.self) }
    }
    #expect(text == "perché")
    #expect(try await database.migrationPlan().pending.isEmpty)
  }
}
