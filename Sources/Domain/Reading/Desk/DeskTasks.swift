// The queue as the desk lists it, the timetable, and the mail that waits.

/// Which tasks to list.
package struct TaskFilter: Hashable, Sendable {
  package var status: StoredTask.Status
  package var queue: String?
  package var after: DeskCursor

  package init(
    status: StoredTask.Status = .discarded, queue: String? = nil, after: DeskCursor = .newest
  ) {
    (self.status, self.queue, self.after) = (status, queue, after)
  }
}

/// A job that the clock starts, with its last and next time.
package struct TimetableLine: Hashable, Sendable {
  package let kind: String
  package let lastAt: Instant?
  package let nextAt: Instant?
  /// What its latest task ended with, if it failed.
  package let lastError: String?

  package init(kind: String, lastAt: Instant?, nextAt: Instant?, lastError: String?) {
    (self.kind, self.lastAt, self.nextAt, self.lastError) = (kind, lastAt, nextAt, lastError)
  }
}

/// One message on its way, or not. Its text is nobody's business at the desk.
package struct MailLine: Hashable, Sendable {
  package let id: String
  package let kind: String
  /// The address, of which only the first letter and the domain are shown.
  package let to: EmailAddress
  package let subject: String
  package let status: Status
  package let lastError: String?
  package let createdAt: Instant
  package let sentAt: Instant?

  package enum Status: String, CaseIterable, Sendable { case queued, sent, failed }

  package init(
    id: String, kind: String, to: EmailAddress, subject: String,
    state: (status: Status, lastError: String?, createdAt: Instant, sentAt: Instant?)
  ) {
    (self.id, self.kind, self.to, self.subject) = (id, kind, to, subject)
    (status, lastError, createdAt, sentAt) = state
  }

  /// `m…@esempio.it`.
  package var maskedAddress: String { to.masked }
}

/// Which mail to list.
package struct MailFilter: Hashable, Sendable {
  package var status: MailLine.Status
  package var after: DeskCursor

  package init(status: MailLine.Status = .failed, after: DeskCursor = .newest) {
    (self.status, self.after) = (status, after)
  }
}
