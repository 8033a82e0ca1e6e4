// The inbox of provider events for the desk, and putting an event back into it.
package import Domain
import Literals

extension Transaction {
  /// Events, the newest first.
  package func deskWebhooks(_ filter: WebhookFilter) throws -> DeskList<WebhookLine> {
    let status: SQL = filter.status.map { "AND status = \($0)" } ?? ""
    let size = DeskList<WebhookLine>.pageSize
    let lines = try rows(
      """
      \(fragment: webhookLines)
       WHERE (received_at, id) < (\(filter.after.key), \(filter.after.id))
         \(fragment: status)
       ORDER BY received_at DESC, id DESC
       LIMIT \(size + 1)
      """, as: WebhookLine.init(row:))
    return DeskList(lines, limit: size) {
      DeskCursor(key: $0.receivedAt.milliseconds, id: $0.id.description)
    }
  }

  /// The events about an object of a provider's, the oldest first.
  func deskWebhooks(about object: String, from provider: ProviderName) throws -> [WebhookLine] {
    try rows(
      """
      \(fragment: webhookLines)
       WHERE object_id = \(object) AND provider = \(provider)
       ORDER BY received_at, id
       LIMIT 200
      """, as: WebhookLine.init(row:))
  }

  /// One event with its body and everything it led to; nil when there is none.
  package func deskWebhook(_ id: WebhookEvent.ID) throws -> WebhookFile? {
    guard
      let line = try first(
        "\(fragment: webhookLines) WHERE id = \(id)", as: WebhookLine.init(row:)),
      let body = try first(
        "SELECT body FROM webhook_event WHERE id = \(id)",
        as: {
          try $0("body", as: [UInt8].self)
        })
    else { return nil }
    let payment =
      line.objectID.isEmpty
      ? nil
      : try first(
        """
        \(fragment: paymentLines)
         WHERE p.provider = \(line.provider) AND p.provider_payment_id = \(line.objectID)
        """, as: PaymentLine.init(row:))
    return WebhookFile(
      line, body: body, payment: payment,
      entries: try deskEntries(causedBy: Cause(.webhookEvent, id.description)),
      tasks: try deskTasks("applyWebhook", keyed: id.description))
  }

  /// The types of the events that were given up, and how many there are of each.
  package func deadWebhooks() throws -> [DeadWebhooks] {
    try rows(
      """
      SELECT type, COUNT(*) AS n
        FROM webhook_event
       WHERE status = 'dead'
       GROUP BY type
       ORDER BY type
      """
    ) { DeadWebhooks(type: try $0("type"), count: try $0("n")) }
  }

  /// The oldest given-up events of a type, so many at most.
  package func deadWebhooks(ofType type: String, limit: Int) throws -> [WebhookEvent.ID] {
    try rows(
      """
      SELECT id
        FROM webhook_event
       WHERE status = 'dead' AND type = \(type)
       ORDER BY received_at, id
       LIMIT \(limit)
      """
    ) { try $0("id") }
  }

  /// Puts an event back into the inbox as if it had just come; answers the state it was in, and
  /// nil when there is no such event. The reason stays until its job writes another.
  package func reopenWebhook(_ id: WebhookEvent.ID) throws -> WebhookStatus? {
    let status: WebhookStatus? = try first(
      """
      SELECT status FROM webhook_event WHERE id = \(id)
      \(sqlite: "", postgres: "FOR NO KEY UPDATE")
      """
    ) { try $0("status") }
    try execute(
      """
      UPDATE webhook_event
         SET status = 'received', settled_at = NULL
       WHERE id = \(id) AND status <> 'received'
      """)
    return status
  }
}

private let webhookLines: SQL = """
  SELECT id, provider, event_id, type, object_id, status, reason, attempts, received_at, settled_at
    FROM webhook_event
  """

extension WebhookLine {
  fileprivate init(row: Row) throws {
    self.init(
      id: try row("id"), from: try row("provider"),
      (try row("event_id"), try row("type"), try row("object_id")),
      state: (try row("status"), try row("reason"), try row("attempts")),
      times: (try row("received_at"), try row("settled_at")))
  }
}
