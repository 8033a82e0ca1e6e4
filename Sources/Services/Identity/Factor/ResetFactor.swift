// Someone lost their phone and their recovery codes: an administrator takes the factor away, and
// the passkeys with it.
package import Domain
import Store

/// Resets somebody else's factor.
package struct ResetFactor: Sendable {
  package static let reasonMax = 300
  private let parts: FactorParts

  init(_ parts: FactorParts) { self.parts = parts }

  package enum Outcome: Hashable, Sendable {
    case reset
    case noFactor
    case reasonMissing
    /// Another administrator does it.
    case notOnesOwn
    case notProved
    case notAllowed
  }

  /// What may be known of somebody's factor; nil where there is none, and no passkey either, or
  /// not allowed.
  package func state(of person: Person.ID, for actor: Actor) async throws -> FactorState? {
    guard actor.may(.readPeople, on: .platform) else { return nil }
    return try await parts.database.read { tx in
      if let state = try tx.factorState(of: person) { return state }
      return try tx.passkeyCredentials(of: person).isEmpty
        ? nil : FactorState(confirmedAt: nil, recoveryCodesLeft: 0)
    }
  }

  /// The person is signed out everywhere and told; they set up another factor before they may again
  /// do what asks for one.
  package func callAsFunction(
    _ id: Person.ID, because reason: String, by actor: Actor, requestID: String
  ) async throws -> Outcome {
    let stamp = parts.stamp(actor, requestID)
    guard actor.may(.resetFactor, on: .platform) else { return .notAllowed }
    guard actor.person != id else { return .notOnesOwn }
    guard !reason.isEmpty, reason.count <= Self.reasonMax else { return .reasonMissing }
    guard actor.hasProved(at: stamp.now) else { return .notProved }
    let letters = parts.letters
    return try await parts.database.write { tx in
      guard let person = try tx.person(id) else { return .noFactor }
      let passkeys = try tx.removePasskeys(of: id)
      guard try tx.removeFactor(of: id) || passkeys > 0 else { return .noFactor }
      let ended = try tx.endSessions(of: id, at: stamp.now)
      try tx.record(
        .resetFactor, on: .init("person", id.description), stamp,
        detail: ["reason": reason, "sessions": "\(ended)", "passkeys": "\(passkeys)"])
      try tx.tell(person, .factorReset(reason: reason), letters, stamp)
      return .reset
    }
  }
}
