// Who a session cookie belongs to, asked at every request that has one.
package import Domain
package import Store

/// Finds who is signed in.
package struct FindSession: Sendable {
  private let database: Database
  private let clock: WallClock

  package init(database: Database, clock: WallClock) {
    self.database = database
    self.clock = clock
  }

  /// Nil for tokens that are unknown, ended, idle for too long or simply too old. Who acts in
  /// somebody's place reaches what both may at this moment, and nothing once they may not help.
  package func callAsFunction(_ token: String) async throws -> SignedIn? {
    guard (40...64).contains(token.utf8.count) else { return nil }
    let now = clock.now
    let hash = Digest(of: token)
    let found = try await database.read { tx -> (SignedIn, SessionRow)? in
      guard let session = try tx.session(hash), session.expiresAt > now,
        session.lastSeenAt > now - SessionRules.idle, let person = try tx.person(session.person)
      else { return nil }
      var grants = try tx.grants(of: person.id)
      var helper: SignedIn.Helper?
      if let standIn = session.standIn {
        let own = try tx.grants(of: standIn.helper)
        guard Actor.person(standIn.helper, grants: own).may(.standIn, on: .platform),
          let someone = try tx.person(standIn.helper)
        else { return nil }
        grants = StandIn.reach(of: grants, within: own)
        helper = SignedIn.Helper(someone, standIn)
      }
      var signedIn = SignedIn(
        person: person, grants: grants, session: hash, formSecret: session.formSecret)
      signedIn.helper = helper
      signedIn.signedInAt = session.createdAt
      signedIn.provedAt = session.provedAt
      return (signedIn, session)
    }
    guard let (signedIn, session) = found else { return nil }
    if session.lastSeenAt < now - SessionRules.touchEvery {
      try await database.write { tx in try tx.touchSession(hash, at: now) }
    }
    return signedIn
  }
}
