// A task on its way into the queue, and the lease under which one is worked on.
package import Domain

/// What to enqueue. Made by the application with an id of its own.
package struct NewTask: Sendable {
  package let id: StoredTask.ID
  package let work: StoredTask.Work
  package let createdAt: Instant
  /// Among tasks of this kind that wait or run, only one may have this key.
  package var uniqueKey: String?
  /// Not before; at once unless set.
  package var runAt: Instant
  /// Smaller goes first.
  package var priority = 0
  /// How often it may be started before it is discarded.
  package var attemptsMax = 20

  package init(
    id: StoredTask.ID, _ work: StoredTask.Work, at createdAt: Instant, uniqueKey: String? = nil
  ) {
    self.id = id
    self.work = work
    self.createdAt = createdAt
    self.uniqueKey = uniqueKey
    runAt = createdAt
  }
}

/// The right to work on a task: whoever lost it changes nothing any more.
package struct TaskLease: Hashable, Sendable {
  package let id: StoredTask.ID
  package let owner: String
  package let attempt: Int

  package init(id: StoredTask.ID, owner: String, attempt: Int) {
    self.id = id
    self.owner = owner
    self.attempt = attempt
  }
}

/// A task that a runner has taken.
package struct ClaimedTask: Hashable, Sendable {
  package let lease: TaskLease
  package let work: StoredTask.Work
  package let attemptsMax: Int
  package let createdAt: Instant
}

/// What to claim, and for whom.
package struct TaskClaim: Sendable {
  package let queue: String
  /// Only these kinds; not empty.
  package let kinds: [String]
  package let limit: Int
  package let owner: String
  package let lease: Instant.Span

  package init(
    queue: String, kinds: [String], limit: Int, owner: String, lease: Instant.Span
  ) {
    self.queue = queue
    self.kinds = kinds
    self.limit = limit
    self.owner = owner
    self.lease = lease
  }
}
