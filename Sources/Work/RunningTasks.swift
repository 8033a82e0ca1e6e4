// What this process works on: for the heartbeat, the limits of each kind, and a clean stop.
import Domain
import Store
import Synchronization

/// Why a running job is stopped from outside.
enum Abort: Error {
  case leaseLost, stopping
}

/// A claimed task and what can end it from outside.
struct StartedTask: Sendable {
  let task: ClaimedTask
  let abort: AsyncStream<Abort>
}

/// The tasks under way.
final class RunningTasks: Sendable {
  private struct Entry {
    let kind: String
    let abort: AsyncStream<Abort>.Continuation
  }
  private let entries = Mutex<[TaskLease: Entry]>([:])
  private let isStopping = Mutex(false)

  /// Notes a task, at once after its claim, so that the next claim counts it.
  func begin(_ task: ClaimedTask) -> StartedTask {
    let (stream, continuation) = AsyncStream.makeStream(of: Abort.self)
    entries.withLock { $0[task.lease] = Entry(kind: task.work.kind, abort: continuation) }
    // Claimed while the process began to stop: given back before it starts in earnest.
    if isStopping.withLock({ $0 }) { continuation.yield(.stopping) }
    return StartedTask(task: task, abort: stream)
  }
  func end(_ lease: TaskLease) {
    entries.withLock { _ = $0.removeValue(forKey: lease) }
  }
  func abort(_ reason: Abort, where isMeant: (TaskLease) -> Bool = { _ in true }) {
    for (lease, entry) in entries.withLock({ $0 }) where isMeant(lease) {
      entry.abort.yield(reason)
    }
  }
  /// Ends all tasks, also those that begin from now on.
  func stop() {
    isStopping.withLock { $0 = true }
    abort(.stopping)
  }
  var leases: [TaskLease] { entries.withLock { Array($0.keys) } }
  func count(of kind: String) -> Int {
    entries.withLock { $0.values.count { $0.kind == kind } }
  }
}
