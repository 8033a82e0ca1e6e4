// Somebody at the desk lets a failed message try again.
import Domain
import Store

/// Queues a message that could not be sent, once.
package struct RetryMail: Sendable {
  let database: Database
  let clock: WallClock
  let entropy: Entropy

  package enum Outcome: Hashable, Sendable {
    case queued
    /// It has not failed, or not any more: nothing was changed.
    case tooLate
    case notAllowed
  }

  package func callAsFunction(_ id: String, by desk: DeskActor) async throws -> Outcome {
    guard desk.actor.may(.retryJob, on: .platform) else { return .notAllowed }
    let (now, entropy) = (clock.now, entropy)
    return try await database.write { tx in
      guard try tx.requeueMail(id) else { return .tooLate }
      try tx.enqueue(QueuedTask(.sendMail, id), Stamp(at: now, by: desk.actor, entropy))
      try tx.insert(
        desk.record(
          .retryJob, AuditRecord.Object("mail_message", id), ["change": "retry"], at: now, entropy
        ))
      return .queued
    }
  }
}
