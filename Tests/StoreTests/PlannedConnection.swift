// Looks at the plan of every statement that a screen asks, before it is run.
import Literals
@testable import Store

/// Runs statements and keeps the lines of their plans that read a growing table whole.
final class PlannedConnection: Connection {
  private let tx: Transaction
  private(set) var scans: [String] = []
  private(set) var statements = 0
  var dialect: Dialect { tx.dialect }

  private let growing: Set<String>

  /// `aliases` are the short names under which the statements to come read growing tables.
  init(_ tx: Transaction, aliases: Set<String>) {
    self.tx = tx
    growing = aliases.union([
      "payment", "pledge", "posting", "task", "webhook_event", "journal_entry", "statement_line",
      "mail_message",
    ])
  }

  func run(_ sql: SQL) throws -> Answer {
    statements += 1
    let plan = try tx.rows(
      "EXPLAIN \(sqlite: "QUERY PLAN", postgres: "") \(fragment: sql)"
    ) { row in
      switch dialect {
      case .sqlite: try row("detail", as: String.self)
      case .postgres: try row("QUERY PLAN", as: String.self)
      }
    }
    scans += plan.filter(isScan).map { "\($0) in \(sql.rendered(for: dialect).text)" }
    return Answer(rows: try tx.rows(sql) { $0 })
  }

  private func isScan(_ line: String) -> Bool {
    switch dialect {
    case .sqlite:
      return growing.contains { line == "SCAN \($0)" }
    case .postgres:
      return growing.contains { table in
        line.contains("Seq Scan on \(table) ") || line.hasSuffix("Seq Scan on \(table)")
      }
    }
  }
}
