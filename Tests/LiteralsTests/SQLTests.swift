// Values are bound, never written: how parameters are numbered for each engine, and that no text
// becomes part of a statement.
import Domain
import Literals
import Store
import Support
import Testing

@Suite struct SQLTests {
  @Test func `parameters are numbered in order, with each engine's own sign`() {
    let statement: SQL = "SELECT \(1), \("due"), \(true) WHERE a = \(Int64.max)"
    let sqlite = statement.rendered(for: .sqlite)
    let postgres = statement.rendered(for: .postgres)
    #expect(sqlite.text == "SELECT ?1, ?2, ?3 WHERE a = ?4")
    #expect(postgres.text == "SELECT $1, $2, $3 WHERE a = $4")
    #expect(sqlite.values == [.int(1), .text("due"), .bool(true), .int(.max)])
    #expect(postgres.values == sqlite.values)
  }

  @Test func `a fragment's parameters count on, and the ones after it too`() {
    let inner: SQL = "b = \(2) OR b = \(3)"
    let outer: SQL = "a = \(1) AND (\(fragment: inner)) AND c = \(4) AND (\(fragment: inner))"
    let rendered = outer.rendered(for: .postgres)
    #expect(rendered.text == "a = $1 AND (b = $2 OR b = $3) AND c = $4 AND (b = $5 OR b = $6)")
    #expect(rendered.values == [1, 2, 3, 4, 2, 3].map { .int($0) })
  }

  @Test func `a list is bound value by value`() {
    let rendered = ("id IN (\(list: ["a", "b", "c"])) AND n = \(7)" as SQL).rendered(for: .sqlite)
    #expect(rendered.text == "id IN (?1, ?2, ?3) AND n = ?4")
    #expect(rendered.values == [.text("a"), .text("b"), .text("c"), .int(7)])
  }

  @Test func `an empty list is a mistake of ours, found at once`() async {
    await #expect(processExitsWith: .failure) {
      _ = ("id IN (\(list: [] as [String]))" as SQL)
    }
  }

  @Test func `nothing is the word for PostgreSQL and a parameter for SQLite`() {
    let statement: SQL = "a = \(nil as Int?), b = \("x" as String?), c = \(nil as [UInt8]?)"
    let sqlite = statement.rendered(for: .sqlite)
    let postgres = statement.rendered(for: .postgres)
    #expect(sqlite.text == "a = ?1, b = ?2, c = ?3")
    #expect(sqlite.values == [.null, .text("x"), .null])
    #expect(postgres.text == "a = NULL, b = $1, c = NULL")
    #expect(postgres.values == [.text("x")])
  }

  @Test func `what differs between the engines is numbered in the engine that gets it`() {
    let statement: SQL = """
      a = \(1) \(sqlite: "GLOB \("x*")", postgres: "~ \("^x") AND b ~ \("y$")") LIMIT \(5)
      """
    let sqlite = statement.rendered(for: .sqlite)
    let postgres = statement.rendered(for: .postgres)
    #expect(sqlite.text == "a = ?1 GLOB ?2 LIMIT ?3")
    #expect(sqlite.values == [.int(1), .text("x*"), .int(5)])
    #expect(postgres.text == "a = $1 ~ $2 AND b ~ $3 LIMIT $4")
    #expect(postgres.values == [.int(1), .text("^x"), .text("y$"), .int(5)])
  }

  @Test(arguments: hostileTexts)
  func `no text becomes part of the statement`(_ text: String) {
    for dialect in Dialect.allCases {
      let rendered = ("SELECT \(text) AS t" as SQL).rendered(for: dialect)
      #expect(rendered.text == (dialect == .sqlite ? "SELECT ?1 AS t" : "SELECT $1 AS t"))
      #expect(rendered.values == [.text(text)])
    }
  }

  @Test(arguments: TestEngine.all)
  func `both engines give back each text as it went, and find it by itself`(engine: TestEngine)
    async throws
  {
    try await engine.withDatabase { database in
      let read = try await database.write { tx in
        try tx.execute("CREATE TABLE said (position BIGINT, words TEXT)")
        for (position, text) in hostileTexts.enumerated() {
          try tx.execute("INSERT INTO said (position, words) VALUES (\(position), \(text))")
        }
        return try hostileTexts.map { text in
          try tx.rows("SELECT words FROM said WHERE words = \(text)") {
            try $0("words", as: String.self)
          }
        }
      }
      for (text, found) in zip(hostileTexts, read) {
        #expect(found.map { Array($0.unicodeScalars) } == [Array(text.unicodeScalars)])
      }
    }
  }
}
