// No page of the desk reads a whole table that grows: the plan of each statement says so.
import Domain
import Literals
@testable import Store
import Support
import Testing

@Test(arguments: TestEngine.all)
func `no list of the desk reads a growing table from end to end`(engine: TestEngine) async throws {
  try await engine.withDatabase { database in
    let world = try await DeskWorld.make(in: database)
    let scans = try await database.read { tx in
      if tx.dialect == .postgres { try tx.execute("SET LOCAL enable_seqscan = off") }
      let planned = PlannedConnection(tx)
      try askEverything(Transaction(on: planned), world)
      #expect(planned.statements > 30)
      return planned.scans
    }
    #expect(scans == [])
  }
}

/// Everything the desk's pages ask.
private func askEverything(_ tx: Transaction, _ world: DeskWorld) throws {
  let providers: [ProviderName] = [.sandbox, .bank]
  _ = try tx.deskToday(at: DeskWorld.now)
  _ = try tx.deskPayments(PaymentFilter(), providers: providers)
  for group in PaymentFilter.Group.allCases {
    _ = try tx.deskPayments(PaymentFilter(group: group), providers: providers)
  }
  _ = try tx.deskPayments(PaymentFilter(search: "pi_1"), providers: providers)
  _ = try tx.deskPayment(world.money.payments[0].id)
  _ = try tx.deskExceptions()
  _ = try tx.deskWebhooks(WebhookFilter())
  _ = try tx.deskWebhooks(WebhookFilter(status: .dead))
  _ = try tx.deskWebhook(world.dead)
  _ = try tx.deskTasks(TaskFilter())
  _ = try tx.accountStatement(.provider(.sandbox), after: .newest)
  let entries = try tx.deskEntries(causedBy: Cause(.statementLine, world.line))
  for entry in entries { _ = try tx.deskEntry(entry.id) }
  for status in [MailLine.Status.queued, .failed] {
    _ = try tx.deskMail(MailFilter(status: status))
  }
}

/// Runs statements and keeps the lines of their plans that read a growing table whole.
private final class PlannedConnection: Connection {
  private let tx: Transaction
  private(set) var scans: [String] = []
  private(set) var statements = 0
  var dialect: Dialect { tx.dialect }

  init(_ tx: Transaction) { self.tx = tx }

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
    let growing = [
      "payment", "pledge", "posting", "task", "webhook_event", "journal_entry", "statement_line",
      "mail_message", "p", "g", "o", "e", "l",
    ]
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
