// Takes up an invitation: whoever reads the mail gets the role, once, if it may still be given.
package import Domain
package import Store

/// Takes up an offer.
package struct AcceptInvitation: Sendable {
  private let database: Database
  private let clock: WallClock
  private let entropy: Entropy

  package init(database: Database, clock: WallClock, entropy: Entropy) {
    self.database = database
    self.clock = clock
    self.entropy = entropy
  }

  package enum Outcome: Sendable {
    case accepted(Person, Invitation)
    /// Used, withdrawn, too old, never made, or its host may no longer give that role: all are told
    /// the same.
    case notValid
  }

  /// The offer of a token, if it could be taken up now: for the page with the button.
  package func offer(_ token: String) async throws -> Invitation? {
    let now = clock.now
    return try await database.read { tx in
      guard let found = try tx.invitation(Digest(of: token)), found.state(at: now) == .open,
        try tx.hostMayGive(found)
      else { return nil }
      return found
    }
  }

  /// The person is added if nobody reads mail there yet. They sign in as everybody does.
  package func callAsFunction(_ token: String, requestID: String) async throws -> Outcome {
    let (now, entropy) = (clock.now, entropy)
    return try await database.write { tx in
      guard let found = try tx.invitation(Digest(of: token)), found.state(at: now) == .open,
        try tx.hostMayGive(found)
      else { return .notValid }
      let person = try tx.person(of: found, entropy, at: now)
      guard person.id != found.invitedBy, try tx.accept(found.id, by: person.id, at: now) else {
        return .notValid
      }
      let stamp = Stamp(
        at: now, by: .person(person.id, grants: []), entropy, requestID: requestID)
      let grant = Grant(
        id: entropy.id(at: now), person: person.id, role: found.role, scope: found.scope,
        by: found.invitedBy, at: now)
      if try tx.insert(grant) {
        try tx.record(
          .acceptInvitation, on: .init("person", person.id.description), stamp,
          detail: grant.detail)
      }
      return .accepted(person, found)
    }
  }
}

extension Transaction {
  /// Whether whoever offered this role may still give it: an administrator who was let go leaves no
  /// open doors.
  fileprivate func hostMayGive(_ invitation: Invitation) throws -> Bool {
    Actor.person(invitation.invitedBy, grants: try grants(of: invitation.invitedBy))
      .may(.grantRole, on: Place(of: invitation.scope))
  }

  /// Who reads mail at the invited address; added now if nobody was known there.
  fileprivate func person(
    of invitation: Invitation, _ entropy: Entropy, at now: Instant
  ) throws -> Person {
    if let known = try person(at: invitation.email) { return known }
    let newcomer = Person(
      id: entropy.id(at: now), email: invitation.email, name: invitation.name,
      language: invitation.language, createdAt: now)
    guard try insert(newcomer) else {
      throw Fault("an address was taken meanwhile", retryable: true)
    }
    return newcomer
  }
}
