// Takes a way in away from oneself: with a fresh proof, and never the last one.
package import Domain
import Store

/// Removes one's own address, or SPID and CIE.
package struct RemoveCredential: Sendable {
  private let parts: FactorParts

  init(_ parts: FactorParts) { self.parts = parts }

  package enum Outcome: Hashable, Sendable {
    /// How many other sessions ended with it.
    case removed(sessions: Int)
    /// Nobody could come in any more.
    case lastWayIn
    case notThere
    case missing(MissingProof)
  }

  /// Sessions that came by it end, but for the one that acts: with the address, all that no
  /// identity provider vouched for.
  package func callAsFunction(
    _ kind: CredentialKind, by signedIn: SignedIn, requestID: String
  ) async throws -> Outcome {
    let (stamp, letters) = (parts.stamp(signedIn.actor, requestID), parts.letters)
    return try await parts.database.write { tx in
      // Two removals at once would each leave the other: one waits for the other here.
      guard let person = try tx.personLocked(signedIn.person.id) else { return .notThere }
      let hasFactor = try tx.canProve(person.id)
      if let missing = signedIn.missingToChangeWaysIn(hasFactor: hasFactor, at: stamp.now) {
        return .missing(missing)
      }
      let ways = try tx.waysIn(of: person.id)
      guard ways.has(kind) else { return .notThere }
      guard ways.canDoWithout(kind) else { return .lastWayIn }
      let ended: Int
      switch kind {
      case .address:
        // To the address that goes: who did not want this reads it there.
        try tx.tell(person, .addressRemoved, letters, stamp)
        try tx.takeAddress(of: person.id, at: stamp.now)
        ended = try tx.endMailedSessions(of: person.id, but: signedIn.session, at: stamp.now)
      case .identity:
        _ = try tx.unbindFiscalCode(of: person.id)
        ended = try tx.endSamlSessions(of: person.id, but: signedIn.session, at: stamp.now)
        try tx.tell(person, .identityRemoved, letters, stamp)
      }
      try tx.record(
        .removeCredential, on: .init("person", person.id.description), stamp,
        detail: ["kind": kind.rawValue, "sessions": "\(ended)"])
      return .removed(sessions: ended)
    }
  }
}
