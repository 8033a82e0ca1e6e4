// What the desk and the runner see of the queue: tasks, and the condition of each queue.

/// A task as it is stored.
package struct StoredTask: Identified, Hashable, Sendable {
  package static let idPrefix = "tsk"

  /// Where it is in its life. `ready` with a later `runAt` means scheduled.
  package enum Status: String, CaseIterable, Sendable {
    case ready, running, done, discarded, cancelled
  }

  package let id: ID<StoredTask>
  package let work: Work
  package let status: Status
  package let runAt: Instant
  /// How often it was started, and how often it may be.
  package let attempts: Attempts
  package let history: History

  /// What is to be done.
  package struct Work: Hashable, Sendable {
    package let queue: String
    package let kind: String
    /// JSON, as it was enqueued.
    package let arguments: String

    package init(queue: String, kind: String, arguments: String) {
      self.queue = queue
      self.kind = kind
      self.arguments = arguments
    }
  }

  /// A count and its limit.
  package struct Attempts: Hashable, Sendable {
    package let made: Int
    package let max: Int

    package init(made: Int, max: Int) {
      self.made = made
      self.max = max
    }
  }

  /// The latest words about a task and when it was made and ended.
  package struct History: Hashable, Sendable {
    /// What the last failed attempt said.
    package let lastError: String?
    /// Why it was put off, or what the desk said.
    package let note: String?
    package let createdAt: Instant
    package let finishedAt: Instant?

    package init(lastError: String?, note: String?, createdAt: Instant, finishedAt: Instant?) {
      self.lastError = lastError
      self.note = note
      self.createdAt = createdAt
      self.finishedAt = finishedAt
    }
  }

  package init(
    id: ID<StoredTask>, work: Work, state: (status: Status, runAt: Instant), attempts: Attempts,
    history: History
  ) {
    self.id = id
    self.work = work
    (status, runAt) = state
    self.attempts = attempts
    self.history = history
  }
}

/// How one queue is doing.
package struct QueueCondition: Hashable, Sendable {
  package let queue: String
  /// Due now and not started.
  package let due: Int
  /// For later.
  package let scheduled: Int
  package let running: Int
  /// Given up; wait for a person.
  package let discarded: Int
  /// Since when the oldest due task has been due.
  package let oldestDueAt: Instant?

  package init(
    queue: String, counts: (due: Int, scheduled: Int, running: Int, discarded: Int),
    oldestDueAt: Instant?
  ) {
    self.queue = queue
    (due, scheduled, running, discarded) = counts
    self.oldestDueAt = oldestDueAt
  }
}
