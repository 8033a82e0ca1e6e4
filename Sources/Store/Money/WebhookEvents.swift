// The inbox of the providers' webhooks: bytes as they came, and what became of them.
package import Domain
import Literals

extension Transaction {
  /// Keeps an event; answers false when it had come before. An event that is about no payment is
  /// ignored from the start.
  package func insert(_ event: ReceivedWebhook) throws -> Bool {
    let isOurs = !event.objectID.isEmpty
    return try execute(
      """
      INSERT INTO webhook_event (id, provider, event_id, type, object_id, signature, body, status,
                                 reason, attempts, received_at, settled_at)
           VALUES (\(event.id), \(event.provider), \(event.eventID), \(event.type),
                   \(event.objectID), \(event.signature), \(event.body),
                   \(isOurs ? WebhookStatus.received : .ignored),
                   \(isOurs ? "" : WebhookIgnored.unknownType.rawValue), 0, \(event.receivedAt),
                   \(isOurs ? nil : event.receivedAt))
      ON CONFLICT (provider, event_id) DO NOTHING
      """) == 1
  }
  /// An event with what became of it, kept from changing until the transaction ends.
  package func webhookLocked(_ id: WebhookEvent.ID) throws -> StoredWebhook? {
    try first(
      """
      SELECT id, provider, event_id, type, object_id, status, reason, attempts, received_at
        FROM webhook_event WHERE id = \(id)
      \(sqlite: "", postgres: "FOR NO KEY UPDATE")
      """
    ) { row in
      StoredWebhook(
        id: try row("id"), provider: try row("provider"), eventID: try row("event_id"),
        type: try row("type"), objectID: try row("object_id"), status: try row("status"),
        reason: try row("reason"), attempts: try row("attempts"),
        receivedAt: try row("received_at"))
    }
  }
  /// Writes what became of an event; each writing counts as an attempt.
  package func settle(
    _ id: WebhookEvent.ID, as status: WebhookStatus, because reason: String, at now: Instant
  ) throws {
    let settledAt: Instant? =
      switch status {
      case .applied, .ignored, .dead: now
      case .received, .deferred: nil
      }
    try execute(
      """
      UPDATE webhook_event
         SET status = \(status), reason = \(reason), attempts = attempts + 1,
             settled_at = \(settledAt)
       WHERE id = \(id)
      """)
  }
  /// The bytes of an event as it came.
  package func webhookBody(_ id: WebhookEvent.ID) throws -> [UInt8] {
    try first("SELECT body FROM webhook_event WHERE id = \(id)") { try $0("body") } ?? []
  }
}
