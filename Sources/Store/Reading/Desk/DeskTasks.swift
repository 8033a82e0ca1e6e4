// The queue, the timetable and the mail for the desk.
package import Domain
import Literals

extension Transaction {
  /// The tasks of one status, the newest first.
  package func deskTasks(_ filter: TaskFilter) throws -> DeskList<StoredTask> {
    let queue: SQL = filter.queue.map { "AND queue = \($0)" } ?? ""
    let size = DeskList<StoredTask>.pageSize
    let tasks = try rows(
      """
      \(fragment: taskLines)
       WHERE status = \(filter.status.rawValue)
         AND (created_at, id) < (\(filter.after.key), \(filter.after.id))
         \(fragment: queue)
       ORDER BY created_at DESC, id DESC
       LIMIT \(size + 1)
      """, as: StoredTask.init(row:))
    return DeskList(tasks, limit: size) {
      DeskCursor(key: $0.history.createdAt.milliseconds, id: $0.id.description)
    }
  }

  /// The tasks of a kind about one thing that wait, run or were given up, the newest first.
  func deskTasks(_ kind: String, keyed key: String) throws -> [StoredTask] {
    try rows(
      """
      \(fragment: taskLines)
       WHERE kind = \(kind) AND unique_key = \(key) AND status IN ('ready', 'running')
      UNION ALL
      \(fragment: taskLines)
       WHERE kind = \(kind) AND unique_key = \(key) AND status = 'discarded'
       ORDER BY created_at DESC
       LIMIT 50
      """, as: StoredTask.init(row:))
  }

  /// Starts a waiting task now; false when it does not wait.
  package func hastenTask(_ id: StoredTask.ID, at now: Instant) throws -> Bool {
    let queues = try rows(
      """
      UPDATE task SET run_at = \(now) WHERE id = \(id) AND status = 'ready' RETURNING queue
      """
    ) { try $0("queue", as: String.self) }
    queuesWithNews.formUnion(queues)
    return !queues.isEmpty
  }

  /// Starts the waiting task of a kind about one thing now; false when it would have started.
  package func hastenTask(_ kind: String, keyed key: String, at now: Instant) throws -> Bool {
    let queues = try rows(
      """
      UPDATE task SET run_at = \(now)
       WHERE kind = \(kind) AND unique_key = \(key) AND status = 'ready' AND run_at > \(now)
      RETURNING queue
      """
    ) { try $0("queue", as: String.self) }
    queuesWithNews.formUnion(queues)
    return !queues.isEmpty
  }

  /// When a job of the timetable last came due, and what its latest task ended with.
  package func timetableLine(_ kind: String, nextAt: Instant?) throws -> TimetableLine {
    let error = try first(
      """
      SELECT last_error
        FROM task
       WHERE kind = \(kind) AND unique_key = 'timetable' AND status IN ('ready', 'running')
      """
    ) { try $0("last_error", as: String?.self) }
    return TimetableLine(
      kind: kind, lastAt: try lastTick(of: kind), nextAt: nextAt, lastError: error ?? nil)
  }

  /// Messages of one status, the newest first.
  package func deskMail(_ filter: MailFilter) throws -> DeskList<MailLine> {
    let size = DeskList<MailLine>.pageSize
    // Said in the words of the index, which leaves out what was sent.
    let unsent: SQL = filter.status == .sent ? "" : "AND status <> 'sent'"
    let lines = try rows(
      """
      SELECT id, kind, to_address, subject, status, last_error, created_at, sent_at
        FROM mail_message
       WHERE status = \(filter.status) \(fragment: unsent)
         AND (created_at, id) < (\(filter.after.key), \(filter.after.id))
       ORDER BY created_at DESC, id DESC
       LIMIT \(size + 1)
      """
    ) { row in
      MailLine(
        id: try row("id"), kind: try row("kind"), to: try row("to_address"),
        subject: try row("subject"),
        state: (
          try row("status"), try row("last_error"), try row("created_at"), try row("sent_at")
        ))
    }
    return DeskList(lines, limit: size) {
      DeskCursor(key: $0.createdAt.milliseconds, id: $0.id)
    }
  }

  /// Lets a failed message try again; false when it has not failed.
  package func requeueMail(_ id: String) throws -> Bool {
    try execute(
      """
      UPDATE mail_message SET status = 'queued', last_error = NULL
       WHERE id = \(id) AND status = 'failed'
      """) == 1
  }
}

private let taskLines: SQL = """
  SELECT id, queue, kind, arguments, status, run_at, attempt, attempts_max, last_error, note,
         created_at, finished_at
    FROM task
  """

extension MailLine.Status: SQLBindable, ColumnReadable {}
