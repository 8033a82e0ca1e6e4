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
    /// The link was right; a second factor has to follow. The secret is for the cookie of those
    /// who wait, which opens nothing by itself.
    case codeNeeded(token: String, nextPath: String)
    /// Another browser asked for it, and nobody has said here that this is meant: somebody could
    /// have sent their own link, to have others act in their account.
    case otherBrowser
    /// Used before, too old, or never made: the three are told the same.
    case notValid
  }
  /// What the page of a link shows before its button is pressed.
  package struct Look: Hashable, Sendable {
    /// Whose sign-in it is: the address, masked.
    package let account: String
    /// Whether this browser asked for it.
    package let isOwn: Bool
  }

  /// A link that could be used now, for the page with the button, which uses nothing; nil for
  /// every other.
  package func look(_ token: String, in browser: Digest) async throws -> Look? {
    let now = clock.now
    return try await database.read { tx in
      guard let link = try tx.signInLink(Digest(of: token)), link.usedAt == nil,
        link.expiresAt > now, let person = try tx.person(link.person)
      else { return nil }
      return Look(
        account: person.email?.masked ?? person.name, isOwn: link.browserHash == browser)
    }
  }

  package func callAsFunction(_ token: String, _ arrival: Arrival) async throws -> Outcome {
    let (now, entropy) = (clock.now, entropy)
    return try await database.write { tx in
      let hash = Digest(of: token)
      guard let link = try tx.signInLink(hash) else { return .notValid }
      let isOwn = link.browserHash == nil || link.browserHash == arrival.browser
      guard isOwn || arrival.isMeant else {
        return link.usedAt == nil && link.expiresAt > now ? .otherBrowser : .notValid
      }
      guard try tx.useSignInLink(hash, at: now) else { return .notValid }
      var stamp = Stamp(at: now, by: .person(link.person, grants: []), entropy)
      stamp.requestID = arrival.requestID
      let secret = entropy.token(bytes: 32)
      let previous = try arrival.previous.flatMap { try tx.session($0.session) }
      var session = SessionRow.begun(
        by: link.person, after: previous, secret: secret, on: arrival.device, stamp)
      if link.mailedAt != nil { try tx.noteAddressVerified(of: link.person, at: now) }
      if try tx.factorState(of: link.person) != nil {
        session.waitingUntil = now + ProveFactor.waitsFor
        try tx.insert(session)
        return .codeNeeded(token: secret, nextPath: link.nextPath)
      }
      if let previous { _ = try tx.endSession(previous.tokenHash, of: previous.person, at: now) }
      try tx.insert(session)
      try tx.record(.signIn, on: .init("session", session.tokenHash.description), stamp)
      try tx.enqueue(QueuedTask(.bindIdentity, link.person.description), stamp)
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
