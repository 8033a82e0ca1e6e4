// The life of a task: enqueued with the change that asks for it, claimed, finished under its lease.
package import Domain
import Literals

extension Transaction {
  /// Puts a task into its queue; false when one with the same kind and key waits or runs already.
  @discardableResult
  package func enqueue(_ task: NewTask) throws -> Bool {
    let inserted = try execute(
      """
      INSERT INTO task (id, queue, kind, arguments, unique_key, status, priority, run_at, attempt,
                        attempts_max, created_at)
      VALUES (\(task.id), \(task.work.queue), \(task.work.kind), \(task.work.arguments),
              \(task.uniqueKey), 'ready', \(task.priority), \(task.runAt), 0,
              \(task.attemptsMax), \(task.createdAt))
      ON CONFLICT (kind, unique_key) WHERE status IN ('ready', 'running') DO NOTHING
      """)
    if inserted > 0 { queuesWithNews.insert(task.work.queue) }
    return inserted > 0
  }

  /// Takes due tasks for a runner: the most urgent first, each for one runner only.
  package func claim(_ claim: TaskClaim, at now: Instant) throws -> [ClaimedTask] {
    let claimed = try rows(
      """
      WITH next AS \(sqlite: "", postgres: "MATERIALIZED") (
        SELECT id
          FROM task
         WHERE status = 'ready'
           AND queue = \(claim.queue)
           AND run_at <= \(now)
           AND kind IN (\(list: claim.kinds))
           AND NOT EXISTS (SELECT 1 FROM queue_pause WHERE queue_pause.queue = \(claim.queue))
         ORDER BY priority, run_at, id
         LIMIT \(claim.limit)
         \(sqlite: "", postgres: "FOR UPDATE SKIP LOCKED")
      )
      UPDATE task
         SET status = 'running', attempt = attempt + 1, lease_owner = \(claim.owner),
             lease_until = \(now + claim.lease)
       WHERE id IN (SELECT id FROM next)
      RETURNING id, queue, kind, arguments, attempt, attempts_max, created_at, priority, run_at
      """
    ) { row in
      let task = ClaimedTask(
        lease: TaskLease(id: try row("id"), owner: claim.owner, attempt: try row("attempt")),
        work: try row.taskWork(), attemptsMax: try row("attempts_max"),
        createdAt: try row("created_at"))
      return (
        task, priority: try row("priority", as: Int.self),
        runAt: try row("run_at", as: Instant.self)
      )
    }
    // RETURNING promises no order.
    return claimed.sorted {
      ($0.priority, $0.runAt, $0.0.lease.id) < ($1.priority, $1.runAt, $1.0.lease.id)
    }.map(\.0)
  }

  /// The task is done. False when the lease was lost; true again when it was completed under this
  /// lease before, as a job does that completes itself in the transaction of its effect.
  @discardableResult
  package func complete(_ lease: TaskLease, at now: Instant) throws -> Bool {
    let changed = try execute(
      """
      UPDATE task
         SET status = 'done', lease_owner = NULL, lease_until = NULL, finished_at = \(now)
       WHERE \(fragment: lease.isHeld)
      """)
    if changed > 0 { return true }
    return try first(
      """
      SELECT id
        FROM task
       WHERE id = \(lease.id) AND attempt = \(lease.attempt) AND status = 'done'
      """
    ) { _ in true } ?? false
  }

  /// The attempt failed; the task waits until `runAt`. False when the lease was lost.
  @discardableResult
  package func retry(_ lease: TaskLease, at runAt: Instant, error: String) throws -> Bool {
    try execute(
      """
      UPDATE task
         SET status = 'ready', lease_owner = NULL, lease_until = NULL, run_at = \(runAt),
             last_error = \(error)
       WHERE \(fragment: lease.isHeld)
      """) > 0
  }

  /// The task waits until `runAt` without counting the attempt. False when the lease was lost.
  @discardableResult
  package func snooze(_ lease: TaskLease, until runAt: Instant, note: String) throws -> Bool {
    try execute(
      """
      UPDATE task
         SET status = 'ready', lease_owner = NULL, lease_until = NULL, run_at = \(runAt),
             attempt = attempt - 1, note = \(note)
       WHERE \(fragment: lease.isHeld)
      """) > 0
  }

  /// The task is given up and waits for a person. False when the lease was lost.
  @discardableResult
  package func discard(_ lease: TaskLease, at now: Instant, error: String) throws -> Bool {
    try execute(
      """
      UPDATE task
         SET status = 'discarded', lease_owner = NULL, lease_until = NULL, finished_at = \(now),
             last_error = \(error)
       WHERE \(fragment: lease.isHeld)
      """) > 0
  }

  /// A runner that stops gives a task back as if it had not started it.
  @discardableResult
  package func release(_ lease: TaskLease) throws -> Bool {
    try execute(
      """
      UPDATE task
         SET status = 'ready', lease_owner = NULL, lease_until = NULL, attempt = attempt - 1
       WHERE \(fragment: lease.isHeld)
      """) > 0
  }

  /// Lengthens leases; answers the tasks that are still the owner's.
  package func extendLeases(of ids: [StoredTask.ID], owner: String, until: Instant) throws
    -> Set<StoredTask.ID>
  {
    guard !ids.isEmpty else { return [] }
    return Set(
      try rows(
        """
        UPDATE task
           SET lease_until = \(until)
         WHERE status = 'running' AND lease_owner = \(owner) AND id IN (\(list: ids))
        RETURNING id
        """
      ) { try $0("id") })
  }

  /// Frees tasks whose runner fell silent: they wait again, or are discarded after their last
  /// attempt. Answers how many.
  package func rescueTasks(at now: Instant) throws -> Int {
    let error = "the runner fell silent while it held the lease"
    let discarded = try execute(
      """
      UPDATE task
         SET status = 'discarded', lease_owner = NULL, lease_until = NULL, finished_at = \(now),
             last_error = \(error)
       WHERE status = 'running' AND lease_until < \(now) AND attempt >= attempts_max
      """)
    let freed = try execute(
      """
      UPDATE task
         SET status = 'ready', lease_owner = NULL, lease_until = NULL, run_at = \(now),
             last_error = \(error)
       WHERE status = 'running' AND lease_until < \(now)
      """)
    return discarded + freed
  }
}

extension TaskLease {
  /// Fences every change: a runner that lost its lease changes nothing.
  fileprivate var isHeld: SQL {
    "status = 'running' AND id = \(id) AND lease_owner = \(owner) AND attempt = \(attempt)"
  }
}

extension Row {
  /// The columns queue, kind and arguments.
  func taskWork() throws -> StoredTask.Work {
    StoredTask.Work(
      queue: try self("queue"), kind: try self("kind"), arguments: try self("arguments"))
  }
}
