// Signing out, here or of another device, and the list of one's open sign-ins.
package import Domain
package import Store

/// Ends one of one's own sessions.
package struct EndSession: Sendable {
  private let database: Database
  private let clock: WallClock
  private let entropy: Entropy

  package init(database: Database, clock: WallClock, entropy: Entropy) {
    self.database = database
    self.clock = clock
    self.entropy = entropy
  }

  package enum Outcome: Sendable {
    case ended
    /// Not one's own, or over already.
    case noSuchSession
    /// Somebody acts in the person's place: they leave, and end nothing else.
    case notInPlace
  }

  package func callAsFunction(
    _ session: Digest, by signedIn: SignedIn, requestID: String
  ) async throws -> Outcome {
    // Who acts in somebody's place leaves; the other sign-ins are not theirs to end.
    guard signedIn.isOneself || session == signedIn.session else { return .notInPlace }
    var stamp = Stamp(at: clock.now, by: signedIn.actor, entropy)
    stamp.requestID = requestID
    return try await database.write { [stamp] tx in
      guard try tx.endSession(session, of: signedIn.person.id, at: stamp.now) else {
        return .noSuchSession
      }
      try tx.record(.endSession, on: .init("session", session.description), stamp)
      return .ended
    }
  }

  /// Ends every sign-in of one's own, this one too. Answers how many; none in somebody's place.
  package func everywhere(by signedIn: SignedIn, requestID: String) async throws -> Int {
    guard signedIn.isOneself else { return 0 }
    let stamp = Stamp(at: clock.now, by: signedIn.actor, entropy, requestID: requestID)
    return try await database.write { tx in
      let ended = try tx.endSessions(of: signedIn.person.id, at: stamp.now)
      try tx.record(
        .endSession, on: .init("person", signedIn.person.id.description), stamp,
        detail: ["sessions": "\(ended)"])
      return ended
    }
  }

  /// One's own open sign-ins, the latest first.
  package func list(of signedIn: SignedIn) async throws -> [OpenSession] {
    let now = clock.now
    return try await database.read { tx in
      try tx.openSessions(
        of: signedIn.person.id, at: now, seenSince: now - SessionRules.idle)
    }
  }
}
