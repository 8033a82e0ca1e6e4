// The inbox of provider events as the desk lists and opens it.

/// Which events to list.
package struct WebhookFilter: Hashable, Sendable {
  package var status: WebhookStatus?
  package var after: DeskCursor

  package init(status: WebhookStatus? = nil, after: DeskCursor = .newest) {
    (self.status, self.after) = (status, after)
  }
}

/// One event, without its body.
package struct WebhookLine: Hashable, Sendable {
  package let id: WebhookEvent.ID
  package let provider: ProviderName
  package let eventID: String
  package let type: String
  package let objectID: String
  package let status: WebhookStatus
  /// Why it is in this state, in a word or a sentence of the job's.
  package let reason: String
  package let attempts: Int
  package let receivedAt: Instant
  package let settledAt: Instant?

  package init(
    id: WebhookEvent.ID, from provider: ProviderName,
    _ event: (id: String, type: String, objectID: String),
    state: (status: WebhookStatus, reason: String, attempts: Int),
    times: (receivedAt: Instant, settledAt: Instant?)
  ) {
    (self.id, self.provider) = (id, provider)
    (eventID, type, objectID) = event
    (status, reason, attempts) = state
    (receivedAt, settledAt) = times
  }
}

/// An event with its body, its tasks and what it caused. Its signature stays in the database.
package struct WebhookFile: Sendable {
  package let line: WebhookLine
  package let body: [UInt8]
  package let payment: PaymentLine?
  package let entries: [JournalLine]
  package let tasks: [StoredTask]

  package init(
    _ line: WebhookLine, body: [UInt8], payment: PaymentLine?, entries: [JournalLine],
    tasks: [StoredTask]
  ) {
    (self.line, self.body, self.payment) = (line, body, payment)
    (self.entries, self.tasks) = (entries, tasks)
  }
}

/// How many events of each type were given up.
package struct DeadWebhooks: Hashable, Sendable {
  package let type: String
  package let count: Int

  package init(type: String, count: Int) { (self.type, self.count) = (type, count) }
}
