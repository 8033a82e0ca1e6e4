// Migrations: taken once, in order, by one process; an edited or unknown one is refused.
import Domain
import Literals
@testable import Store
import Support
import Testing

@Suite struct MigrationTests {
  /// One step after the last real one.
  func next(_ sql: String, after steps: [Migration] = Migrations.all) -> Migration {
    Migration(number: (steps.last?.number ?? 0) + 1, title: "test", why: "a test", sql: sql)
  }

  @Test func `numbers rise and every step says why`() {
    let numbers = Migrations.all.map(\.number)
    #expect(numbers == Set(numbers).sorted() && numbers.first == 1)
    #expect(Migrations.all.allSatisfy { !$0.why.isEmpty && !$0.title.isEmpty })
  }

  @Test func `a text is split at its marks and each engine gets its own words`() {
    let step = Migration(
      number: 1, title: "t", why: "w",
      sql: "CREATE TABLE a (at {time}, ok {bool}) {strict}\n;;\nSELECT ';;'\n;;",
      only: [.postgres: "SELECT 2"])
    #expect(
      step.statements(for: .sqlite) == [
        "CREATE TABLE a (at INTEGER, ok INTEGER) STRICT", "SELECT ';;'",
      ])
    #expect(
      step.statements(for: .postgres) == [
        "CREATE TABLE a (at BIGINT, ok BOOLEAN) ", "SELECT ';;'", "SELECT 2",
      ])
  }

  @Test(arguments: TestEngine.all)
  func `a step is taken once however many ask`(engine: TestEngine) async throws {
    try await engine.withAddress { address in
      let steps = Migrations.all + [next("CREATE TABLE extra (id {int64}) {strict}")]
      let databases = [try await Database.open(address), try await Database.open(address)]
      let taken = try await withThrowingTaskGroup(of: Int.self) { group in
        for database in databases {
          group.addTask { try await database.migrate(to: steps).count }
        }
        return try await group.reduce(0, +)
      }
      for database in databases { await database.close() }
      #expect(taken == 1)
    }
  }

  @Test(arguments: TestEngine.all)
  func `an edited step is refused`(engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      let original = next("CREATE TABLE extra (id {int64}) {strict}")
      try await database.migrate(to: Migrations.all + [original])
      let edited = next("CREATE TABLE extra (id {int64}, more TEXT) {strict}")
      let fault = await #expect(throws: Fault.self) {
        try await database.migrate(to: Migrations.all + [edited])
      }
      #expect(fault?.what.contains("edited") == true && fault?.what.contains("Consider") == true)
    }
  }

  @Test(arguments: TestEngine.all)
  func `a newer database is refused`(engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      try await database.migrate(to: Migrations.all + [next("SELECT 1")])
      let fault = await #expect(throws: Fault.self) { try await database.migrationPlan() }
      #expect(fault?.what.contains("newer version") == true)
    }
  }

  @Test(arguments: TestEngine.all)
  func `a step that fails halfway leaves nothing`(engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      let broken = next("CREATE TABLE extra (id {int64})\n;;\nINSERT INTO nowhere VALUES (1)")
      await #expect(throws: Fault.self) {
        try await database.migrate(to: Migrations.all + [broken])
      }
      let pending = try await database.migrationPlan().pending
      #expect(pending.isEmpty)
      let mended = next("CREATE TABLE extra (id {int64})")
      let taken = try await database.migrate(to: Migrations.all + [mended])
      #expect(taken.count == 1)
    }
  }
}
