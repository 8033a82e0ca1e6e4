// Showing a passkey: to sign in, to finish signing in, or once more before an act that matters.
package import Domain
import Store

/// Asks for a passkey and takes the answer.
package struct UsePasskey: Sendable {
  private let parts: PasskeyParts

  init(_ parts: PasskeyParts) { self.parts = parts }

  package enum SignInOutcome: Hashable, Sendable {
    /// The secret of the new session, for the cookie.
    case signedIn(token: String)
    case refused(PasskeyRefusal)
    /// No sign-in waits for its second step.
    case notWaiting
  }
  package enum ProveOutcome: Hashable, Sendable {
    case proved(at: Instant)
    case refused(PasskeyRefusal)
  }

  /// What the sign-in page asks the browser: the same of everybody, as nobody is known yet.
  package func askToSignIn(boundTo binding: Digest) async throws -> String {
    let parts = parts
    return try await parts.database.write { tx in
      let challenge = try parts.challenge(for: .signIn, boundTo: binding, in: tx)
      return try RequestOptions(challenge, at: parts.door.place, among: []).optionsText()
    }
  }

  /// What is asked of who is signed in; nil for who has no passkey.
  package func askToProve(_ signedIn: SignedIn) async throws -> String? {
    guard signedIn.isOneself else { return nil }
    return try await ask(signedIn.person.id, boundTo: signedIn.session)
  }
  /// What is asked of who has signed in so far; nil for who has no passkey.
  package func askToFinish(waiting token: String) async throws -> String? {
    let hash = Digest(of: token)
    let waiting = try await parts.database.read { tx in try tx.waitingSession(hash) }
    guard let waiting else { return nil }
    return try await ask(waiting.person, boundTo: hash)
  }

  private func ask(_ person: Person.ID, boundTo binding: Digest) async throws -> String? {
    let parts = parts
    let having = try await parts.database.read { tx in try tx.passkeyCredentials(of: person) }
    guard !having.isEmpty else { return nil }
    return try await parts.database.write { tx in
      let challenge = try parts.challenge(for: .prove, boundTo: binding, in: tx)
      return try RequestOptions(challenge, at: parts.door.place, among: having).optionsText()
    }
  }

  /// Signs in whoever the passkey belongs to. Their device has recognised them: that is both
  /// factors at once, and the session counts as proved.
  package func signIn(
    _ field: String, boundTo binding: Digest, _ arrival: Arrival
  ) async throws -> SignInOutcome {
    guard let answer = try? UseAnswer(field, at: parts.door.place) else {
      return .refused(.malformed)
    }
    let (now, parts) = (parts.clock.now, parts)
    return try await parts.database.write { tx in
      let before = parts.stamp(.visitor, arrival.requestID)
      let question = PasskeyParts.Question(purpose: .signIn, binding: binding, person: nil)
      let (passkey, person): (Passkey, Person)
      switch try parts.judge(answer, to: question, before, in: tx) {
      case .right(let used, let owner): (passkey, person) = (used, owner)
      case .refused(let refusal): return .refused(refusal)
      }
      let stamp = parts.stamp(.person(person.id, grants: []), arrival.requestID)
      let previous = try arrival.previous.flatMap { try tx.session($0.session) }
      let secret = parts.entropy.token(bytes: 32)
      var session = SessionRow.begun(
        by: person.id, after: previous, secret: secret, on: arrival.device, stamp)
      session.provedAt = now
      if let previous { _ = try tx.endSession(previous.tokenHash, of: previous.person, at: now) }
      try tx.insert(session)
      try tx.record(
        .signIn, on: .init("session", session.tokenHash.description), stamp,
        detail: ["passkey": passkey.id.description])
      try tx.enqueue(QueuedTask(.bindIdentity, person.id.description), stamp)
      return .signedIn(token: secret)
    }
  }

  /// In the middle of a session: acts that ask for proof may be done for a while. In somebody's
  /// place there is none to show.
  package func prove(
    _ field: String, by signedIn: SignedIn, requestID: String
  ) async throws -> ProveOutcome {
    guard signedIn.isOneself else { return .refused(.unknownPasskey) }
    guard let answer = try? UseAnswer(field, at: parts.door.place) else {
      return .refused(.malformed)
    }
    let (stamp, parts) = (parts.stamp(signedIn.actor, requestID), parts)
    let question = PasskeyParts.Question(
      purpose: .prove, binding: signedIn.session, person: signedIn.person.id)
    return try await parts.database.write { tx in
      switch try parts.judge(answer, to: question, stamp, in: tx) {
      case .right:
        try tx.noteProof(signedIn.session, at: stamp.now)
        return .proved(at: stamp.now)
      case .refused(let refusal): return .refused(refusal)
      }
    }
  }

  /// In place of the code at the end of signing in.
  package func finish(
    _ field: String, waiting token: String, replacing previous: SignedIn?, requestID: String
  ) async throws -> SignInOutcome {
    guard let answer = try? UseAnswer(field, at: parts.door.place) else {
      return .refused(.malformed)
    }
    let (now, parts, hash) = (parts.clock.now, parts, Digest(of: token))
    return try await parts.database.write { tx in
      guard let waiting = try tx.waitingSession(hash), let until = waiting.waitingUntil,
        until > now
      else { return .notWaiting }
      let stamp = parts.stamp(.person(waiting.person, grants: []), requestID)
      let question = PasskeyParts.Question(
        purpose: .prove, binding: hash, person: waiting.person)
      switch try parts.judge(answer, to: question, stamp, in: tx) {
      case .right: break
      case .refused(let refusal): return .refused(refusal)
      }
      guard
        let secret = try tx.finish(waiting, replacing: previous, by: "passkey", stamp)
      else { return .notWaiting }
      return .signedIn(token: secret)
    }
  }
}
