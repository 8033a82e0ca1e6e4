// Uses a one-time link: the browser gets a new session, and an old one of the same browser ends.
package import Domain
package import Store

/// Signs in with the token of a link.
package struct FollowSignInLink: Sendable {
  private let database: Database
  private let clock: WallClock
  private let entropy: Entropy

  package init(database: Database, clock: WallClock, entropy: Entropy) {
    self.database = database
    self.clock = clock
    self.entropy = entropy
  }

  package enum Outcome: Sendable {
    /// The secret of the new session, for the cookie, and where to go.
    case signedIn(token: String, nextPath: String)
    /// Used before, too old, or never made: the three are told the same.
    case notValid
  }

  /// Whether a link could be used now: for the page with the button, which uses nothing.
  package func isValid(_ token: String) async throws -> Bool {
    let now = clock.now
    return try await database.read { tx in
      guard let link = try tx.signInLink(Digest(of: token)) else { return false }
      return link.usedAt == nil && link.expiresAt > now
    }
  }

  /// `previous` is the session that this browser had, if any.
  package func callAsFunction(
    _ token: String, replacing previous: SignedIn?, requestID: String
  ) async throws -> Outcome {
    let now = clock.now
    let entropy = entropy
    return try await database.write { tx in
      let hash = Digest(of: token)
      guard let link = try tx.signInLink(hash), try tx.useSignInLink(hash, at: now) else {
        return .notValid
      }
      if let previous {
        _ = try tx.endSession(previous.session, of: previous.person.id, at: now)
      }
      let secret = entropy.token(bytes: 32)
      let session = SessionRow(
        tokenHash: Digest(of: secret), person: link.person, formSecret: entropy.token(),
        createdAt: now, expiresAt: now + SessionRules.absolute)
      try tx.insert(session)
      var stamp = Stamp(at: now, by: .person(link.person, grants: []), entropy)
      stamp.requestID = requestID
      try tx.record(.signIn, on: .init("session", session.tokenHash.description), stamp)
      return .signedIn(token: secret, nextPath: link.nextPath)
    }
  }
}

/// How long a session lasts.
package enum SessionRules {
  /// After so long without a request it is over.
  package static let idle = Instant.Span.hours(12)
  /// After so long it is over in any case.
  package static let absolute = Instant.Span.days(7)
  /// How exactly "last seen" is kept, so that not every request writes.
  static let touchEvery = Instant.Span.minutes(5)
}
