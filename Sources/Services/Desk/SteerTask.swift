// Somebody at the desk decides about a task: again, now, or never.
package import Domain
import Store

/// Changes what becomes of a task that does not run.
package struct SteerTask: Sendable {
  package static let noteLengthMax = 500

  let database: Database
  let clock: WallClock
  let entropy: Entropy

  package enum Change: String, CaseIterable, Sendable {
    /// A given-up task starts anew, with all its attempts.
    case retry
    /// A waiting task does not wait any longer.
    case runNow
    /// It is taken off the desk, with a reason.
    case discard
  }
  package enum Outcome: Hashable, Sendable {
    case changed
    /// It runs, is over, or its twin waits already: nothing was changed.
    case tooLate
    /// Discarding needs a reason of at most 500 characters.
    case noteMissing
    /// There is none, or none for this person.
    case notFound
  }

  package func callAsFunction(
    _ id: StoredTask.ID, _ change: Change, note: String, by desk: DeskActor
  ) async throws -> Outcome {
    guard desk.actor.may(.retryJob, on: .platform) else { return .notFound }
    if change == .discard, note.isEmpty || note.count > Self.noteLengthMax { return .noteMissing }
    let (now, entropy) = (clock.now, entropy)
    return try await database.write { tx in
      guard let task = try tx.task(id) else { return .notFound }
      let isChanged =
        switch change {
        case .retry: try tx.retryTask(id, at: now, note: note)
        case .runNow: try tx.hastenTask(id, at: now)
        case .discard: try tx.cancelTask(id, at: now, note: note)
        }
      guard isChanged else { return .tooLate }
      try tx.insert(
        desk.record(
          .retryJob, AuditRecord.Object("task", id.description),
          ["change": change.rawValue, "kind": task.work.kind, "from": task.status.rawValue],
          at: now, entropy))
      return .changed
    }
  }
}
