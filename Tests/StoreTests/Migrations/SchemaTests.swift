// The committed schema of each engine is what the migrations make; RACCOLTO_UPDATE_SCHEMA=1 (as
// `make schema` sets it) writes the files anew.
import Domain
import Foundation
import Literals
import Store
import Support
import Testing

@Suite struct SchemaTests {
  @Test(arguments: TestEngine.all)
  func `the committed schema equals the migrated one`(engine: TestEngine) async throws {
    let schema = try await engine.withAddress { address in
      switch address {
      case .sqlite:
        let database = try await Database.open(address)
        return try await database.closing { try await sqliteSchema($0) }
      case .postgres(let url): return try postgresSchema(url)
      }
    }
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Sources/Store/Migrations/schema-\(engine.rawValue).sql")
    if ProcessInfo.processInfo.environment["RACCOLTO_UPDATE_SCHEMA"] == "1" {
      try schema.write(to: file, atomically: true, encoding: .utf8)
    }
    let committed = try String(contentsOf: file, encoding: .utf8)
    #expect(committed == schema, "Consider: make schema")
  }

  private func sqliteSchema(_ database: Database) async throws -> String {
    let statements = try await database.read { tx in
      try tx.rows(
        """
        SELECT sql
          FROM sqlite_schema
         WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'
         ORDER BY tbl_name, CASE type WHEN 'table' THEN 1 WHEN 'index' THEN 2 ELSE 3 END, name
        """
      ) { try $0("sql", as: String.self) }
    }
    return statements.map { $0 + ";\n" }.joined(separator: "\n")
  }

  /// What pg_dump says, without what depends on its version or the day.
  private func postgresSchema(_ url: String) throws -> String {
    let folder = ProcessInfo.processInfo.environment["RACCOLTO_TEST_POSTGRES_BIN"]
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      folder.map { "\($0)/pg_dump" } ?? "pg_dump", "--schema-only", "--no-owner",
      "--no-privileges", "--dbname", url,
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let dump = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Fault("pg_dump failed") }
    let lines = dump.split(separator: "\n").filter { line in
      !["--", "SET ", "SELECT pg_catalog.set_config", "\\"].contains { line.hasPrefix($0) }
    }
    return lines.map { $0.hasSuffix(";") ? $0 + "\n\n" : $0 + "\n" }.joined()
  }
}
