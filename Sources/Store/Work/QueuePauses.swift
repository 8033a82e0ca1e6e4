// Queues that are stopped: no runner takes from them, on any machine, until they go on.
package import Domain
import Literals

extension Transaction {
  /// Stops a queue; what runs goes on to its end. False when it is stopped already.
  package func pauseQueue(_ queue: String, by person: Person.ID?, at now: Instant) throws -> Bool {
    try execute(
      """
      INSERT INTO queue_pause (queue, paused_at, paused_by)
           VALUES (\(queue), \(now), \(person))
      ON CONFLICT (queue) DO NOTHING
      """) > 0
  }

  /// Lets a queue go on, and wakes its runners; false when it was not stopped.
  package func resumeQueue(_ queue: String) throws -> Bool {
    let resumed = try execute("DELETE FROM queue_pause WHERE queue = \(queue)") > 0
    if resumed { queuesWithNews.insert(queue) }
    return resumed
  }

  /// The queues that are stopped, and since when.
  package func pausedQueues() throws -> [String: Instant] {
    let pauses = try rows("SELECT queue, paused_at FROM queue_pause") { row in
      (try row("queue", as: String.self), try row("paused_at", as: Instant.self))
    }
    return Dictionary(pauses) { first, _ in first }
  }
}
