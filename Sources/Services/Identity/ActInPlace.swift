// Acting in somebody's place to help them: begins with proof and a reason, ends by itself.
package import Domain
package import Store

/// Begins and ends it, and says who did.
package struct ActInPlace: Sendable {
  private let database: Database
  private let clock: WallClock
  private let entropy: Entropy
  private let letters: SecurityLetters

  package init(
    database: Database, clock: WallClock, entropy: Entropy, letters: SecurityLetters
  ) {
    self.database = database
    self.clock = clock
    self.entropy = entropy
    self.letters = letters
  }

  package struct Request: Sendable {
    package let person: Person.ID
    package let reason: String
    package init(_ person: Person.ID, because reason: String) {
      (self.person, self.reason) = (person, reason)
    }
  }
  package enum StartOutcome: Hashable, Sendable {
    /// The secret of the session in the other's place, for the cookie.
    case started(token: String)
    case reasonTooShort
    case notOneself
    /// They hold a role that the helper does not.
    case moreRights
    /// A second factor has to be shown first.
    case notProved
    case notAllowed
    case noSuchPerson
  }
  package enum StopOutcome: Hashable, Sendable {
    /// The secret of the helper's own session, for the cookie; nil where that is over as well.
    case stopped(token: String?, helped: Person.ID)
    /// Nobody is in anybody's place here.
    case notActing
  }

  /// The helper's session ends and another begins, under another secret, in the other's name. They
  /// are told by mail, with the reason.
  package func start(
    _ request: Request, by signedIn: SignedIn, on device: Device, requestID: String
  ) async throws -> StartOutcome {
    let actor = signedIn.actor
    guard signedIn.isOneself, actor.may(.standIn, on: .platform) else { return .notAllowed }
    guard signedIn.person.id != request.person else { return .notOneself }
    guard (StandIn.reasonMin...StandIn.reasonMax).contains(request.reason.count) else {
      return .reasonTooShort
    }
    let stamp = Stamp(at: clock.now, by: actor, entropy, requestID: requestID)
    let (letters, secret) = (letters, entropy.token(bytes: 32))
    return try await database.write { tx in
      guard let helped = try tx.person(request.person) else { return .noSuchPerson }
      let theirs = try tx.grants(of: helped.id)
      let own = try tx.grants(of: signedIn.person.id)
      guard StandIn.reach(of: theirs, within: own) == theirs else { return .moreRights }
      guard actor.hasProved(at: stamp.now) else { return .notProved }
      guard try tx.endSession(signedIn.session, of: signedIn.person.id, at: stamp.now) else {
        return .notAllowed
      }
      let standIn = StandIn(
        of: signedIn.person.id, for: helped.id, because: request.reason, at: stamp.now,
        from: signedIn.session)
      var session = SessionRow(
        tokenHash: Digest(of: secret), person: helped.id, formSecret: stamp.entropy.token(),
        createdAt: stamp.now, expiresAt: standIn.expiresAt)
      session.device = device
      try tx.insert(session)
      try tx.insert(standIn, in: session.tokenHash)
      try tx.record(
        .standIn, on: .init("person", helped.id.description), stamp,
        detail: ["reason": request.reason])
      let notice = SecurityNotice.stoodIn(
        helper: signedIn.person.name, reason: request.reason, until: standIn.expiresAt)
      try tx.tell(helped, notice, letters, stamp)
      return .started(token: secret)
    }
  }

  /// The helper is themselves again, in a session that lasts as long as the one before would have,
  /// with nothing proved.
  package func stop(by signedIn: SignedIn, requestID: String) async throws -> StopOutcome {
    guard let helper = signedIn.helper else { return .notActing }
    let stamp = Stamp(at: clock.now, by: signedIn.actor, entropy, requestID: requestID)
    let secret = entropy.token(bytes: 32)
    return try await database.write { tx in
      guard try tx.endSession(signedIn.session, of: signedIn.person.id, at: stamp.now) else {
        return .notActing
      }
      try tx.record(
        .endStandIn, on: .init("person", signedIn.person.id.description), stamp)
      guard let before = try tx.sessionBefore(helper.standIn), before.expiresAt > stamp.now else {
        return .stopped(token: nil, helped: signedIn.person.id)
      }
      var session = SessionRow(
        tokenHash: Digest(of: secret), person: before.person, formSecret: stamp.entropy.token(),
        createdAt: before.createdAt, expiresAt: before.expiresAt)
      session.device = before.device
      session.lastSeenAt = stamp.now
      try tx.insert(session)
      try tx.moveVouching(from: before.tokenHash, to: session.tokenHash)
      return .stopped(token: secret, helped: signedIn.person.id)
    }
  }

  /// Who acted in one's place, the latest first.
  package func list(of signedIn: SignedIn) async throws -> [StandInLine] {
    try await database.read { tx in try tx.standIns(for: signedIn.person.id) }
  }
}
