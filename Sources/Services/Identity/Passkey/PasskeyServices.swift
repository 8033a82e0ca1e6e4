// The use cases of passkeys, and the one place where an answer is judged.
import Domain
package import Store

/// What passkeys need of the outside: a reader of what authenticators send, and the site's name.
package struct PasskeyDoor: Sendable {
  let reader: any PasskeyReader
  let place: PasskeyPlace

  /// Nil where browsers make no passkeys: at an address of digits, or without TLS.
  package init?(_ reader: any PasskeyReader, publicURL: String) {
    guard let place = PasskeyPlace(publicURL: publicURL) else { return nil }
    self.reader = reader
    self.place = place
  }
}

/// Everything that is done with passkeys.
package struct PasskeyServices: Sendable {
  package let add: AddPasskey
  package let use: UsePasskey
  package let keep: KeepPasskeys

  package init(
    database: Database, clock: WallClock, entropy: Entropy, letters: IdentityLetters,
    door: PasskeyDoor
  ) {
    let parts = PasskeyParts(
      database: database, clock: clock, entropy: entropy, letters: letters.security, door: door)
    add = AddPasskey(parts)
    use = UsePasskey(parts)
    keep = KeepPasskeys(parts)
  }
}

/// Their common ground.
struct PasskeyParts: Sendable {
  let database: Database
  let clock: WallClock
  let entropy: Entropy
  let letters: SecurityLetters
  let door: PasskeyDoor

  func stamp(_ actor: Actor, _ requestID: String) -> Stamp {
    Stamp(at: clock.now, by: actor, entropy, requestID: requestID)
  }

  /// A new challenge, as browsers write it. `binding` names the session, or the visitor, that has
  /// to answer. Those whose time is over are forgotten on the way.
  func challenge(
    for purpose: PasskeyPurpose, boundTo binding: Digest, in tx: Transaction
  ) throws -> String {
    let text = Base64URL.text(of: entropy.bytes(PasskeyRules.challengeBytes))
    let now = clock.now
    try tx.forgetPasskeyChallenges(at: now)
    try tx.insert(
      PasskeyChallengeRow(
        hash: Digest(of: text), purpose: purpose, binding: binding,
        times: (now, now + PasskeyRules.challengeFor)))
    return text
  }

  enum Verdict: Sendable {
    case right(Passkey, Person)
    case refused(PasskeyRefusal)
  }
  /// What an answer has to fit.
  struct Question: Sendable {
    let purpose: PasskeyPurpose
    let binding: Digest
    /// Nil at sign-in: the passkey says whose it is.
    let person: Person.ID?
  }

  /// Judges an answer and uses its challenge up, right or wrong. A counter that went back is told
  /// to the owner: somebody else has their key.
  func judge(
    _ answer: UseAnswer, to question: Question, _ stamp: Stamp, in tx: Transaction
  ) throws -> Verdict {
    guard
      try tx.takePasskeyChallenge(
        Digest(of: answer.clientData.challenge), for: question.purpose,
        boundTo: question.binding, at: stamp.now)
    else { return .refused(.otherChallenge) }
    guard let stored = try tx.passkeyLocked(named: answer.credential),
      let person = try tx.person(stored.passkey.person),
      question.person.map({ $0 == person.id }) ?? !answer.handle.isEmpty,
      answer.handle.isEmpty || answer.handle == person.passkeyHandle
    else { return .refused(.unknownPasskey) }
    let state: PasskeyState
    do throws(PasskeyRefusal) {
      state = try door.reader.verify(answer.assertion, by: stored.key, for: door.place)
    } catch {
      return .refused(error)
    }
    guard state.mayBackUp == stored.state.mayBackUp else { return .refused(.malformed) }
    guard state.follows(stored.state) else {
      try tx.tell(person, .passkeyCopied(name: stored.passkey.name), letters, stamp)
      return .refused(.counterWentBack)
    }
    try tx.notePasskeyUse(stored.passkey.id, state, at: stamp.now)
    return .right(stored.passkey, person)
  }
}
