// What people at the desk ask of the queue and do to it, and how it is kept small.
package import Domain
import Literals

extension Transaction {
  /// How each queue that holds anything is doing.
  package func queueConditions(at now: Instant) throws -> [QueueCondition] {
    try rows(
      """
      SELECT queue,
             COUNT(*) FILTER (WHERE status = 'ready' AND run_at <= \(now)) AS due,
             COUNT(*) FILTER (WHERE status = 'ready' AND run_at > \(now)) AS scheduled,
             COUNT(*) FILTER (WHERE status = 'running') AS running,
             COUNT(*) FILTER (WHERE status = 'discarded') AS discarded,
             MIN(run_at) FILTER (WHERE status = 'ready' AND run_at <= \(now)) AS oldest_due_at
        FROM task
       WHERE status IN ('ready', 'running', 'discarded')
       GROUP BY queue
       ORDER BY queue
      """
    ) { row in
      QueueCondition(
        queue: try row("queue"),
        counts: (
          try row("due"), try row("scheduled"), try row("running"), try row("discarded")
        ),
        oldestDueAt: try row("oldest_due_at"))
    }
  }

  /// The queues in which something is due, the stopped ones left out.
  package func dueQueues(at now: Instant) throws -> Set<String> {
    Set(
      try rows(
        """
        SELECT DISTINCT queue
          FROM task
         WHERE status = 'ready' AND run_at <= \(now)
           AND queue NOT IN (SELECT paused.queue FROM queue_pause paused)
        """
      ) { try $0("queue") })
  }

  /// The tasks of one status, the newest first.
  package func tasks(_ status: StoredTask.Status, limit: Int = 100) throws -> [StoredTask] {
    try rows(
      """
      SELECT id, queue, kind, arguments, status, run_at, attempt, attempts_max, last_error, note,
             created_at, finished_at
        FROM task
       WHERE status = \(status.rawValue)
       ORDER BY created_at DESC, id DESC
       LIMIT \(limit)
      """, as: StoredTask.init(row:))
  }

  /// One task.
  package func task(_ id: StoredTask.ID) throws -> StoredTask? {
    try first(
      """
      SELECT id, queue, kind, arguments, status, run_at, attempt, attempts_max, last_error, note,
             created_at, finished_at
        FROM task
       WHERE id = \(id)
      """, as: StoredTask.init(row:))
  }

  /// Starts a given-up task anew; false when it is not given up, or its twin waits already.
  @discardableResult
  package func retryTask(_ id: StoredTask.ID, at now: Instant, note: String) throws -> Bool {
    let queues = try rows(
      """
      UPDATE task
         SET status = 'ready', attempt = 0, run_at = \(now), finished_at = NULL, note = \(note)
       WHERE id = \(id)
         AND status IN ('discarded', 'cancelled')
         AND NOT EXISTS (SELECT 1
                           FROM task twin
                          WHERE twin.kind = task.kind
                            AND twin.unique_key = task.unique_key
                            AND twin.status IN ('ready', 'running'))
      RETURNING queue
      """
    ) { try $0("queue", as: String.self) }
    queuesWithNews.formUnion(queues)
    return !queues.isEmpty
  }

  /// Takes a waiting or given-up task out of the queue; false when it runs or is over.
  @discardableResult
  package func cancelTask(_ id: StoredTask.ID, at now: Instant, note: String) throws -> Bool {
    try execute(
      """
      UPDATE task
         SET status = 'cancelled', finished_at = \(now), note = \(note)
       WHERE id = \(id) AND status IN ('ready', 'discarded')
      """) > 0
  }

  /// Deletes done and cancelled tasks and used ticks that are older; answers how many tasks.
  /// Discarded tasks stay until a person handles them. One call deletes a bounded number.
  package func purgeTasks(finishedBefore limit: Instant) throws -> Int {
    try execute(
      """
      DELETE FROM timetable_tick
       WHERE tick_at < \(limit)
         AND tick_at < (SELECT MAX(later.tick_at)
                          FROM timetable_tick later
                         WHERE later.name = timetable_tick.name)
      """)
    return try execute(
      """
      DELETE FROM task
       WHERE id IN (SELECT id
                      FROM task
                     WHERE status IN ('done', 'cancelled') AND finished_at < \(limit)
                     LIMIT 1000)
      """)
  }
}

extension StoredTask {
  init(row: Row) throws {
    self.init(
      id: try row("id"), work: try row.taskWork(),
      state: (try row("status"), try row("run_at")),
      attempts: Attempts(made: try row("attempt"), max: try row("attempts_max")),
      history: History(
        lastError: try row("last_error"), note: try row("note"),
        createdAt: try row("created_at"), finishedAt: try row("finished_at")))
  }
}

extension StoredTask.Status: ColumnReadable {}
