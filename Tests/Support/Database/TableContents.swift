// What a database holds, table by table, as digests: whoever claims that nothing changed shows it.
package import Domain
import Literals
import Services
package import Store

/// A digest of the rows of each table, by the table's name.
package struct TableContents: Hashable, Sendable {
  package let tables: [String: Digest]

  /// The tables whose rows are not the same, or that only one of the two has.
  package func changes(since earlier: TableContents) -> [String] {
    Set(tables.keys).union(earlier.tables.keys)
      .filter { tables[$0] != earlier.tables[$0] }.sorted()
  }
}

extension Database {
  /// Every row of every table, but for what a running server does by itself: its queue, its leader,
  /// its timetable, its poller's mark, what identity providers say of themselves, and when a
  /// session was last seen.
  package func contents() async throws -> TableContents {
    let own: Set = [
      "task", "leader_term", "timetable_tick", "session", "provider_poll", "saml_metadata",
    ]
    return try await read { tx in
      var tables: [String: Digest] = [:]
      for table in try tx.tableNames() where !own.contains(table) {
        tables[table] = Digest(of: try tx.text(of: table))
      }
      return TableContents(tables: tables)
    }
  }
}

extension Database {
  /// Every row of every table as text, bytes in hexadecimal: whoever claims that something is
  /// stored nowhere in clear looks for it here.
  package func texts() async throws -> [String: String] {
    try await read { tx in
      var texts: [String: String] = [:]
      for table in try tx.tableNames() { texts[table] = try tx.text(of: table) }
      return texts
    }
  }
}

extension Transaction {
  fileprivate func tableNames() throws -> [String] {
    let names: SQL = """
      \(sqlite: "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
        postgres: "SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema()")
      """
    return try rows(names) { try $0("name") }
  }

  /// All rows of a table as one text, in an order that depends on nothing but them.
  fileprivate func text(of table: String) throws -> String {
    let name = SQL(stringLiteral: "\"\(table)\"")
    switch dialect {
    case .postgres:
      return try first(
        """
        SELECT COALESCE(STRING_AGG(r::TEXT, CHR(10) ORDER BY r::TEXT), '') AS content
          FROM \(fragment: name) r
        """
      ) { try $0("content") } ?? ""
    case .sqlite:
      let columns = try rows("SELECT name FROM pragma_table_info(\(table))") {
        try $0("name", as: String.self)
      }
      let line = SQL(
        stringLiteral: columns.map { "QUOTE(\"\($0)\")" }.joined(separator: " || ',' || "))
      return try rows(
        "SELECT \(fragment: line) AS content FROM \(fragment: name) ORDER BY 1"
      ) { try $0("content", as: String.self) }.joined(separator: "\n")
    }
  }
}
