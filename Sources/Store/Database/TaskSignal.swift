// Tells the workers of this process at once that a task was enqueued; polling does the rest.
import Synchronization

/// Rings after the commit, so that who wakes up finds the task. A lost ring costs one poll.
package final class TaskSignal: Sendable {
  private let listeners = Mutex<[Int: @Sendable (Set<String>) -> Void]>([:])

  init() {}

  /// Calls the closure with the names of queues that got tasks; answers a number for `stop`.
  package func listen(_ heard: @escaping @Sendable (Set<String>) -> Void) -> Int {
    listeners.withLock { listeners in
      let number = (listeners.keys.max() ?? 0) + 1
      listeners[number] = heard
      return number
    }
  }
  /// Ends what `listen` began.
  package func stop(_ number: Int) {
    listeners.withLock { _ = $0.removeValue(forKey: number) }
  }

  func ring(_ queues: Set<String>) {
    for heard in listeners.withLock({ Array($0.values) }) { heard(queues) }
  }
}
