// The first sign of life of an engine.
import Literals
import Store
import Testing

@Test func `what is written can be read back`() async throws {
  let database = try await Database.open(.sqlite(path: ":memory:"))
  try await database.write { tx in
    try tx.execute("CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT")
    try tx.execute("INSERT INTO note (id, text) VALUES (\(1), \("perché"))")
  }
  let text = try await database.read { tx in
    try tx.first("SELECT text FROM note WHERE id = \(1)") { try $0("text", as: String.self) }
  }
  #expect(text == "perché")
  await database.close()
}
