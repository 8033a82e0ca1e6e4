// A world in which one of everything waits for a person, so that each count of the desk is known.
package import Domain
import Literals
package import Store

/// Six payments of 10.00 euro: captured, stuck, fresh, under review, a stuck transfer, captured.
package struct DeskWorld: Sendable {
  package var money: MoneyWorld
  package let dead: WebhookEvent.ID
  package let late: WebhookEvent.ID
  package let discarded: StoredTask.ID
  package let line: String

  /// Two hours after everything began.
  package static let now = MoneyWorld.start + .hours(2)
  package static let body = Array(#"{"id":"evt_1","type":"payment.paid","note":"<b>à</b>"}"#.utf8)

  package static func make(in database: Database) async throws -> DeskWorld {
    let money = try await MoneyWorld.make(payments: 6, in: database)
    return try await database.write { tx in
      var ids = SeededIDs(seed: 7)
      var money = money
      try tx.seedPayments(&money)
      let dead = try tx.seedWebhook(.dead, "evt_dead", &ids)
      let late = try tx.seedWebhook(.received, "evt_late", &ids)
      _ = try tx.seedWebhook(.deferred, "evt_deferred", &ids)
      _ = try tx.seedWebhook(.applied, "evt_applied", &ids)
      let discarded = try tx.seedTasks(&ids)
      let line = try tx.seedStatement(money, &ids)
      try tx.seedRest(money, &ids)
      return DeskWorld(money: money, dead: dead, late: late, discarded: discarded, line: line)
    }
  }
}

extension Transaction {
  fileprivate func seedPayments(_ money: inout MoneyWorld) throws {
    let start = MoneyWorld.start
    let states: [PaymentStatus] = [
      .succeeded, .processing, .created, .reviewHold, .created, .succeeded,
    ]
    for (index, status) in states.enumerated() {
      var payment = money.payments[index]
      payment.status = status
      payment.providerReference = "pi_\(index)"
      try update(
        payment,
        PaymentChange(
          from: .created, to: status, reason: "provider", cause: "webhook test", at: start))
    }
    try execute(
      """
      UPDATE payment SET created_at = \(DeskWorld.now - .minutes(5))
       WHERE id = \(money.payments[2].id)
      """)
    try execute(
      "UPDATE payment SET provider = 'bank' WHERE id = \(money.payments[4].id)")
    for index in [0, 5] {
      let payment = money.payments[index]
      let entry = try money.capture(of: payment)
      _ = try post(entry, key: .capture(payment.id), by: .system, at: start)
    }
    let refund = try JournalEntry.wholeRefund(
      JournalEntry.Header(
        id: money.ids.id(), effectiveOn: CivilDate(of: start),
        cause: .payment(money.payments[5].id)), of: money.payments[5])
    _ = try post(
      refund, key: .wholeRefund(of: money.payments[5]), by: .system, at: start)
  }

  fileprivate func seedWebhook(
    _ status: WebhookStatus, _ name: String, _ ids: inout SeededIDs
  ) throws -> WebhookEvent.ID {
    let id: WebhookEvent.ID = ids.id()
    _ = try insert(
      ReceivedWebhook(
        id: id, from: .sandbox,
        ReceivedWebhook.Event(id: name, type: "payment.paid", objectID: "pi_0"),
        raw: ("secret-signature", DeskWorld.body), at: MoneyWorld.start))
    if status != .received {
      try settle(id, as: status, because: "unknownObject", at: MoneyWorld.start)
    }
    return id
  }

  fileprivate func seedTasks(_ ids: inout SeededIDs) throws -> StoredTask.ID {
    let start = MoneyWorld.start
    func task(_ kind: String, _ queue: String) -> NewTask {
      NewTask(
        id: ids.id(), StoredTask.Work(queue: queue, kind: kind, arguments: "{}"), at: start)
    }
    let discarded = task("sendMail", "mail")
    let failing = task("pollPayments", "money")
    let waiting = task("foldTotals", "money")
    for task in [discarded, failing, waiting] { try enqueue(task) }
    try execute(
      """
      UPDATE task SET status = 'discarded', finished_at = \(start), last_error = 'no route'
       WHERE id = \(discarded.id)
      """)
    try execute(
      """
      UPDATE task SET attempt = 2, last_error = 'timeout', run_at = \(DeskWorld.now + .hours(1))
       WHERE id = \(failing.id)
      """)
    return discarded.id
  }

  fileprivate func seedStatement(_ money: MoneyWorld, _ ids: inout SeededIDs) throws -> String {
    let (start, statement, line) = (MoneyWorld.start, "stm_1", "lin_1")
    guard let iban = IBAN("IT60X0542811101000000123456") else { throw Fault("an IBAN") }
    try execute(
      """
      INSERT INTO statement (id, iban, currency, format, file_name, digest, content,
                             bank_statement, imported_at)
           VALUES (\(statement), \(iban.text), 'EUR', 'csv', 'a.csv', 'd', \([UInt8]([1])), '1',
                   \(start))
      """)
    try execute(
      """
      INSERT INTO statement_line (id, statement_id, position, iban, fingerprint, ordinal,
                                  booked_on, value_on, amount_cents, currency, bank_reference,
                                  end_to_end_id, reference, party_name, party_iban, text)
           VALUES (\(line), \(statement), 1, \(iban.text), 'f', 1, '2025-11-21', '2025-11-21',
                   2500, 'EUR', '', '', '', 'Anna', '', '')
      """)
    try execute(
      """
      INSERT INTO line_match (id, line_id, status, reason, automatic, note, decided_at)
           VALUES ('mtc_1', \(line), 'waiting', 'noReference', \(true), '', \(start))
      """)
    let entry = try JournalEntry.transferUnmatched(
      JournalEntry.Header(
        id: ids.id(), effectiveOn: CivilDate(of: start), cause: Cause(.statementLine, line)),
      on: iban, Money(cents: 2500))
    _ = try post(entry, key: .bank(line: line), by: .system, at: start)
    return line
  }

  fileprivate func seedRest(_ money: MoneyWorld, _ ids: inout SeededIDs) throws {
    let start = MoneyWorld.start
    try open(
      MoneyException(
        id: ids.id(), kind: .amount, payment: money.payments[3].id, objectID: "pi_3",
        expected: "10.00", found: "9.00", openedAt: start))
    try execute(
      """
      UPDATE pledge SET reward_lost = \(true), status = 'confirmed'
       WHERE id = \(money.payments[0].pledge)
      """)
    for (id, status) in [("eml_1", "failed"), ("eml_2", "sent"), ("eml_3", "queued")] {
      try execute(
        """
        INSERT INTO mail_message (id, kind, unique_key, to_address, to_name, language, subject,
                                  text_body, html_body, status, last_error, created_at)
             VALUES (\(id), 'receipt', \(id), 'bruno@example.org', 'Bruno', 'it', 'Grazie',
                     'secret text', '<p>secret</p>', \(status), 'refused', \(start))
        """)
    }
  }
}
