// Adding a passkey to one's account: asked of the browser, answered by the device, kept.
package import Domain
import Store

/// Adds a passkey of one's own.
package struct AddPasskey: Sendable {
  private let parts: PasskeyParts

  init(_ parts: PasskeyParts) { self.parts = parts }

  package enum BeginOutcome: Hashable, Sendable {
    /// What the page asks the browser, as JSON.
    case begun(options: String)
    /// Who has a second factor or a passkey shows it before adding another.
    case notProved
    /// Who has neither has signed in just now: an open session must not be enough.
    case signInTooOld
    case tooMany
    /// Somebody acts in the person's place.
    case notInPlace
  }
  package enum FinishOutcome: Hashable, Sendable {
    case added(Passkey.ID)
    case refused(PasskeyRefusal)
    /// This device has one here already.
    case addedAlready
    case tooMany
  }

  /// Makes a challenge for this session. Proof is asked here: only who has it gets one.
  package func begin(by signedIn: SignedIn) async throws -> BeginOutcome {
    guard signedIn.isOneself else { return .notInPlace }
    let (now, parts, person) = (parts.clock.now, parts, signedIn.person)
    return try await parts.database.write { tx in
      let having = try tx.passkeyCredentials(of: person.id)
      guard having.count < PasskeyRules.ofOnePersonMax else { return .tooMany }
      guard try signedIn.actor.hasProved(at: now) || !tx.canProve(person.id) else {
        return .notProved
      }
      guard signedIn.actor.hasProved(at: now) || signedIn.isFresh(at: now) else {
        return .signInTooOld
      }
      let challenge = try parts.challenge(for: .add, boundTo: signedIn.session, in: tx)
      let options = CreationOptions(
        challenge, at: parts.door.place, for: person, having: having)
      return .begun(options: try options.optionsText())
    }
  }

  /// Keeps the passkey that the device made. Whoever made it was recognised by the device, so this
  /// session counts as proved.
  package func finish(
    _ field: String, named name: String, by signedIn: SignedIn, requestID: String
  ) async throws -> FinishOutcome {
    let stamp = parts.stamp(signedIn.actor, requestID)
    let answer: AddAnswer
    let made: NewPasskey
    do throws(PasskeyRefusal) {
      answer = try AddAnswer(field, at: parts.door.place)
      made = try parts.door.reader.passkey(in: answer.attestation, for: parts.door.place)
    } catch {
      return .refused(error)
    }
    let (parts, person) = (parts, signedIn.person)
    let passkey = Passkey(
      id: parts.entropy.id(at: stamp.now), of: person.id,
      name: String(name.prefix(PasskeyRules.nameMax)), times: (stamp.now, nil), state: made.state)
    return try await parts.database.write { tx in
      guard
        try tx.takePasskeyChallenge(
          Digest(of: answer.clientData.challenge), for: .add, boundTo: signedIn.session,
          at: stamp.now)
      else { return .refused(.otherChallenge) }
      let having = try tx.passkeyCredentials(of: person.id)
      guard having.count < PasskeyRules.ofOnePersonMax else { return .tooMany }
      guard try tx.insert(passkey, made.credential, made.key, made.state) else {
        return .addedAlready
      }
      try tx.noteProof(signedIn.session, at: stamp.now)
      try tx.record(
        .enrolFactor, on: .init("person", person.id.description), stamp,
        detail: ["passkey": passkey.id.description])
      try tx.tell(person, .passkeyAdded(name: passkey.name), parts.letters, stamp)
      return .added(passkey.id)
    }
  }
}
