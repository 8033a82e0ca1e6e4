// One's own passkeys: which there are, what they are called, and taking one away.
package import Domain
import Store

/// Lists, renames and removes.
package struct KeepPasskeys: Sendable {
  private let parts: PasskeyParts

  init(_ parts: PasskeyParts) { self.parts = parts }

  package enum Outcome: Hashable, Sendable {
    case done
    case noSuchPasskey
    case notProved
    /// Somebody acts in the person's place.
    case notInPlace
    /// Nothing else would open the account.
    case lastWayIn
  }

  /// The oldest first.
  package func list(of person: Person.ID) async throws -> [Passkey] {
    try await parts.database.read { tx in try tx.passkeys(of: person) }
  }

  package func rename(
    _ id: Passkey.ID, to name: String, by signedIn: SignedIn
  ) async throws -> Outcome {
    guard signedIn.isOneself else { return .notInPlace }
    guard signedIn.actor.hasProved(at: parts.clock.now) else { return .notProved }
    let name = String(name.prefix(PasskeyRules.nameMax))
    return try await parts.database.write { tx in
      try tx.renamePasskey(id, of: signedIn.person.id, to: name) ? .done : .noSuchPasskey
    }
  }

  /// The device still has it; here it opens nothing any more.
  package func remove(
    _ id: Passkey.ID, by signedIn: SignedIn, requestID: String
  ) async throws -> Outcome {
    guard signedIn.isOneself else { return .notInPlace }
    let (stamp, parts) = (parts.stamp(signedIn.actor, requestID), parts)
    let person = signedIn.person
    guard signedIn.actor.hasProved(at: stamp.now) else { return .notProved }
    return try await parts.database.write { tx in
      // Two removals at once would each leave the other: one waits for the other here.
      _ = try tx.personLocked(person.id)
      guard let passkey = try tx.passkeys(of: person.id).first(where: { $0.id == id }) else {
        return .noSuchPasskey
      }
      guard try tx.hasWayIn(person.id, without: id) else { return .lastWayIn }
      guard try tx.removePasskey(id, of: person.id) else { return .noSuchPasskey }
      try tx.record(
        .removeFactor, on: .init("person", person.id.description), stamp,
        detail: ["passkey": id.description])
      try tx.tell(person, .passkeyRemoved(name: passkey.name), parts.letters, stamp)
      return .done
    }
  }
}
