// Somebody at the desk takes off what did not fit, once it was dealt with, and says how.
package import Domain
import Store

/// Closes something that waits for a person. It stays on record with its note.
package struct CloseException: Sendable {
  package static let noteLengthMax = 500

  let database: Database
  let clock: WallClock
  let entropy: Entropy

  package enum Outcome: Hashable, Sendable {
    case closed
    /// Somebody was faster, or it was gone by itself: nothing was changed.
    case tooLate
    /// It needs a note of at most 500 characters.
    case noteMissing
    /// There is none, or none for this person.
    case notFound
  }

  package func callAsFunction(
    _ id: MoneyException.ID, note: String, by desk: DeskActor
  ) async throws -> Outcome {
    guard desk.actor.may(.closeException, on: .platform), let person = desk.actor.person else {
      return .notFound
    }
    if note.isEmpty || note.count > Self.noteLengthMax { return .noteMissing }
    let (now, entropy) = (clock.now, entropy)
    return try await database.write { tx in
      guard let found = try tx.exceptionLocked(id) else { return .notFound }
      guard try tx.close(id, by: person, note: note, at: now) else { return .tooLate }
      try tx.insert(
        desk.record(
          .closeException, AuditRecord.Object("money_exception", id.description),
          ["kind": found.kind.rawValue, "about": found.objectID], at: now, entropy))
      return .closed
    }
  }
}
