// Somebody at the desk stops a line of tasks, or lets it go on.
import Domain
import Store

/// Stops and continues a queue. What runs goes on to its end; what waits keeps its place.
package struct PauseQueue: Sendable {
  let database: Database
  let clock: WallClock
  let entropy: Entropy

  package enum Change: String, CaseIterable, Sendable { case pause, resume }

  package enum Outcome: Hashable, Sendable {
    case changed
    /// Somebody was faster: nothing was changed.
    case alreadySo
    case notAllowed
  }

  package func callAsFunction(
    _ queue: QueuedTask.Queue, _ change: Change, by desk: DeskActor
  ) async throws -> Outcome {
    guard desk.actor.may(.pauseQueue, on: .platform) else { return .notAllowed }
    let (now, entropy) = (clock.now, entropy)
    return try await database.write { tx in
      let isChanged =
        switch change {
        case .pause: try tx.pauseQueue(queue.rawValue, by: desk.actor.person, at: now)
        case .resume: try tx.resumeQueue(queue.rawValue)
        }
      guard isChanged else { return .alreadySo }
      try tx.insert(
        desk.record(
          .pauseQueue, AuditRecord.Object("queue", queue.rawValue), ["change": change.rawValue],
          at: now, entropy))
      return .changed
    }
  }
}
