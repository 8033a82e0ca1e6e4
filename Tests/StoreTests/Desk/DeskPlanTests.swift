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
      let planned = PlannedConnection(tx, aliases: ["p", "g", "o", "e", "l"])
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
