// Brings a database to the schema this program knows, one recorded step at a time.
import Crypto
import Domain
import Literals

/// Which steps a database has taken and which are ahead.
package struct MigrationPlan: Sendable {
  /// In the order of their numbers.
  package let applied: [Migration]
  package let pending: [Migration]
}

extension Database {
  /// What `migrate` would do. Throws a `Fault` when the database is newer than this program or was
  /// migrated by a step whose text has changed since.
  package func migrationPlan() async throws -> MigrationPlan {
    try await migrationPlan(of: Migrations.all)
  }
  /// Takes every pending step, each in its own transaction; answers those taken. Several processes
  /// may call it at once. Throws as `migrationPlan`, and when a step's statement fails.
  @discardableResult
  package func migrate() async throws -> [Migration] { try await migrate(to: Migrations.all) }

  func migrationPlan(of all: [Migration]) async throws -> MigrationPlan {
    try await read { tx in try tx.migrationPlan(of: all) }
  }

  @discardableResult
  func migrate(to all: [Migration]) async throws -> [Migration] {
    try await write { tx in
      try tx.becomeOnlyMigrator()
      try tx.createMigrationTable()
      _ = try tx.migrationPlan(of: all)
    }
    var taken: [Migration] = []
    while let step = try await write({ tx in try tx.takeNextStep(of: all) }) { taken.append(step) }
    return taken
  }
}

extension Migration {
  /// The statements as one engine runs them.
  func statements(for dialect: Dialect) -> [String] {
    let words: [(String, sqlite: String, postgres: String)] = [
      ("{int64}", "INTEGER", "BIGINT"),
      ("{time}", "INTEGER", "BIGINT"),
      ("{json}", "TEXT", "TEXT"),
      ("{bool}", "INTEGER", "BOOLEAN"),
      ("{bytes}", "BLOB", "BYTEA"),
      ("{strict}", "STRICT", ""),
    ]
    let text = [sql, only[dialect] ?? ""].joined(separator: "\n;;\n")
    let rendered = words.reduce(text) { text, word in
      text.split(separator: word.0, omittingEmptySubsequences: false)
        .joined(separator: dialect == .sqlite ? word.sqlite : word.postgres)
    }
    return rendered.split(separator: "\n", omittingEmptySubsequences: false)
      .split { $0.allSatisfy { $0 == " " || $0 == ";" } && $0.contains(";;") }
      .map { $0.joined(separator: "\n") }
      .filter { $0.contains { !$0.isWhitespace } }
  }

  /// SHA-256 of the rendered text: an edit after the step was taken shows.
  func checksum(for dialect: Dialect) -> String {
    let text = statements(for: dialect).joined(separator: "\n;;\n")
    return SHA256.hash(data: Array(text.utf8)).reduce(into: "") { digits, byte in
      digits += (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
  }
}

extension Transaction {
  /// Waits until no other process migrates. SQLite has one writer anyway.
  fileprivate func becomeOnlyMigrator() throws {
    guard dialect == .postgres else { return }
    // A step on a large table takes longer than a visitor's statement may.
    try execute("SET LOCAL statement_timeout = 0")
    try execute("SET LOCAL lock_timeout = '60s'")
    try execute("SELECT pg_advisory_xact_lock(7226572601)")
  }

  fileprivate func createMigrationTable() throws {
    try execute(
      """
      CREATE TABLE IF NOT EXISTS migration (
        number      \(sqlite: "INTEGER", postgres: "BIGINT") PRIMARY KEY,
        title       TEXT NOT NULL,
        checksum    TEXT NOT NULL,
        applied_at  \(sqlite: "INTEGER", postgres: "BIGINT") NOT NULL
      ) \(sqlite: "STRICT", postgres: "")
      """)
  }

  fileprivate func migrationPlan(of all: [Migration]) throws -> MigrationPlan {
    let recorded = try appliedChecksums()
    for (number, title, checksum) in recorded {
      guard let step = all.first(where: { $0.number == number }) else {
        throw Fault(
          "the database has migration \(number) (\(title)), which this program does not know."
            + " Consider running the newer version of the program, or restoring a backup.")
      }
      guard step.checksum(for: dialect) == checksum else {
        throw Fault(
          "migration \(number) (\(title)) was edited after it was applied."
            + " Consider undoing the edit and writing a new migration instead.")
      }
    }
    let pending = all.filter { step in !recorded.contains { $0.number == step.number } }
    if let early = pending.first, let last = recorded.last, early.number < last.number {
      throw Fault(
        "migration \(early.number) (\(early.title)) was added before \(last.number), which is"
          + " applied. Consider giving it the next free number.")
    }
    return MigrationPlan(
      applied: all.filter { step in recorded.contains { $0.number == step.number } },
      pending: pending)
  }

  /// Takes the first pending step; nil when there is none.
  fileprivate func takeNextStep(of all: [Migration]) throws -> Migration? {
    try becomeOnlyMigrator()
    guard let step = try migrationPlan(of: all).pending.first else { return nil }
    for statement in step.statements(for: dialect) {
      do { try execute(SQL(stringLiteral: statement)) } catch {
        let start = statement.split(separator: "\n").first ?? ""
        throw Fault("migration \(step.number) (\(step.title)) failed at \(start): \(error)")
      }
    }
    try execute(
      """
      INSERT INTO migration (number, title, checksum, applied_at)
      VALUES (\(step.number), \(step.title), \(step.checksum(for: dialect)),
              \(sqlite: "CAST(strftime('%s', 'now') AS INTEGER) * 1000",
                postgres: "CAST(extract(epoch FROM now()) AS BIGINT) * 1000"))
      """)
    return step
  }

  private func appliedChecksums() throws -> [(number: Int, title: String, checksum: String)] {
    let exists = try first(
      """
      SELECT \(sqlite: "COUNT(*) > 0 AS found FROM sqlite_schema WHERE name = 'migration'",
               postgres: "to_regclass('migration') IS NOT NULL AS found")
      """
    ) { try $0("found", as: Bool.self) }
    guard exists == true else { return [] }
    return try rows("SELECT number, title, checksum FROM migration ORDER BY number") { row in
      (try row("number"), try row("title"), try row("checksum"))
    }
  }
}
