// Showing one's second factor: to finish signing in, or once more before an act that matters.
package import Domain
import Store

/// Takes a code.
package struct ProveFactor: Sendable {
  /// Who has signed in so far finishes within this time, or begins again.
  package static let waitsFor = Instant.Span.minutes(10)

  private let parts: FactorParts

  init(_ parts: FactorParts) { self.parts = parts }

  package enum Outcome: Hashable, Sendable {
    case proved(at: Instant)
    case wrong
    case tooSoon(until: Instant)
    case noFactor
  }
  package enum FinishOutcome: Hashable, Sendable {
    /// The secret of the new session, for the cookie.
    case signedIn(token: String)
    case wrong
    case tooSoon(until: Instant)
    /// Nothing waits, or for too long: begin again.
    case notWaiting
  }

  /// Whether someone has a factor that counts.
  package func hasFactor(_ person: Person.ID) async throws -> Bool {
    try await parts.database.read { tx in try tx.factorState(of: person) != nil }
  }

  /// A code in the middle of a session: acts that ask for proof may be done for a while. In
  /// somebody's place there is none to show.
  package func callAsFunction(
    _ typed: String, by signedIn: SignedIn, requestID: String
  ) async throws -> Outcome {
    guard signedIn.isOneself else { return .noFactor }
    let stamp = parts.stamp(signedIn.actor, requestID)
    let (parts, signedIn) = (parts, signedIn)
    return try await parts.database.write { tx in
      switch try parts.judge(typed, of: signedIn.person, stamp, in: tx) {
      case .right:
        try tx.noteProof(signedIn.session, at: stamp.now)
        return .proved(at: stamp.now)
      case .wrong: return .wrong
      case .tooSoon(let until): return .tooSoon(until: until)
      case .noFactor: return .noFactor
      }
    }
  }

  /// A code at the end of signing in. The session that waited ends, and another begins: its secret
  /// was never in a browser before. `previous` is the session that this browser had, if any.
  package func finish(
    _ typed: String, waiting token: String, replacing previous: SignedIn?, requestID: String
  ) async throws -> FinishOutcome {
    let (now, parts) = (parts.clock.now, parts)
    let hash = Digest(of: token)
    return try await parts.database.write { tx in
      guard let waiting = try tx.waitingSession(hash), let until = waiting.waitingUntil,
        until > now,
        let person = try tx.person(waiting.person)
      else { return .notWaiting }
      let stamp = parts.stamp(.person(person.id, grants: []), requestID)
      switch try parts.judge(typed, of: person, stamp, in: tx) {
      case .right: break
      case .wrong: return .wrong
      case .tooSoon(let until): return .tooSoon(until: until)
      case .noFactor: return .notWaiting
      }
      guard
        let secret = try tx.finish(waiting, replacing: previous, by: "secondFactor", stamp)
      else { return .notWaiting }
      return .signedIn(token: secret)
    }
  }

  /// The code that someone's phone would show next, without asking who looks: only for the pages of
  /// a demonstration, where nobody has a phone. Nil until there is one that was not taken.
  package func demonstrationCode(of person: Person.ID) async throws -> String? {
    let step = FactorRules.step(at: parts.clock.now)
    let found = try await parts.database.read { tx in try tx.secondFactor(of: person) }
    guard let (factor, sealed) = found, factor.lastStep <= step else { return nil }
    return try parts.codes(sealed, of: person).code(at: max(step, factor.lastStep + 1))
  }
  /// The same for who has signed in so far.
  package func demonstrationCode(waiting token: String) async throws -> String? {
    let hash = Digest(of: token)
    let waiting = try await parts.database.read { tx in try tx.waitingSession(hash) }
    guard let waiting else { return nil }
    return try await demonstrationCode(of: waiting.person)
  }
}

extension Transaction {
  /// Puts a session that was proved in the place of one that waited for it. Answers its secret; nil
  /// when someone was faster. `step` says in the record how it was proved.
  func finish(
    _ waiting: SessionRow, replacing previous: SignedIn?, by step: String, _ stamp: Stamp
  ) throws -> String? {
    let secret = stamp.entropy.token(bytes: 32)
    var session = SessionRow(
      tokenHash: Digest(of: secret), person: waiting.person, formSecret: waiting.formSecret,
      createdAt: stamp.now, expiresAt: stamp.now + SessionRules.absolute)
    session.device = waiting.device
    session.provedAt = stamp.now
    guard try replace(waiting.tokenHash, with: session, at: stamp.now) else { return nil }
    if let previous {
      _ = try endSession(previous.session, of: previous.person.id, at: stamp.now)
    }
    try record(
      .signIn, on: .init("session", session.tokenHash.description), stamp, detail: ["step": step])
    try enqueue(QueuedTask(.bindIdentity, waiting.person.description), stamp)
    return secret
  }
}
