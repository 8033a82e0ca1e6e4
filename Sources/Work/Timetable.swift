// The jobs that the clock starts: each tick becomes one task, whoever leads and however often.
import Domain
import Store

/// What runs by the clock.
package struct Timetable: Sendable {
  package let entries: [Entry]

  /// A job and its times. The task's kind is its name on the timetable.
  package struct Entry: Sendable {
    package let kind: String
    package let queue: String
    package let trigger: Trigger
    package let attempts: Int

    package init(kind: String, queue: String, trigger: Trigger, attempts: Int) {
      self.kind = kind
      self.queue = queue
      self.trigger = trigger
      self.attempts = attempts
    }
    /// From a job's own trigger and retries.
    package init<J: Job>(_ kind: String, queue: String, _ job: J.Type) {
      self.init(
        kind: kind, queue: queue, trigger: J.trigger, attempts: J.retries.attempts)
    }
  }

  package init(_ entries: [Entry]) { self.entries = entries }

  /// Enqueues what has come due; of several missed ticks only the latest. A time of day is not
  /// caught up when its job is seen for the first time; a span starts at once. While the task of an
  /// earlier tick still waits or runs, the tick is passed over. Answers the kinds enqueued.
  func enqueueDue(
    in database: Database, at now: Instant, id: @escaping @Sendable () -> StoredTask.ID
  ) async throws -> [String] {
    let due = entries.compactMap { entry in
      entry.trigger.latestTick(at: now).map { (entry: entry, tick: $0) }
    }
    let news = try await database.read { tx in
      try due.map { (entry: $0.entry, tick: $0.tick, last: try tx.lastTick(of: $0.entry.kind)) }
        .filter { due in due.last.map { $0 < due.tick } ?? true }
    }
    if news.isEmpty { return [] }
    return try await database.write { tx in
      try news.compactMap { entry, tick, last in
        guard try tx.takeTick(entry.kind, at: tick, now: now) else { return nil }
        if last == nil, !entry.trigger.startsAtOnce { return nil }
        var task = NewTask(
          id: id(), StoredTask.Work(queue: entry.queue, kind: entry.kind, arguments: "{}"),
          at: now, uniqueKey: "timetable")
        task.attemptsMax = entry.attempts
        return try tx.enqueue(task) ? entry.kind : nil
      }
    }
  }
}

extension Trigger {
  /// Whether a job seen for the first time runs without waiting for its next tick.
  fileprivate var startsAtOnce: Bool {
    switch self {
    case .every: true
    case .task, .daily, .monthly: false
    }
  }
}
