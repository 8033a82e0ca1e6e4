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

  /// Why an offer cannot be taken up. Who has the token may know: it came by mail.
  package enum Refusal: Hashable, Sendable, CaseIterable {
    /// No such token was ever made, or it is not whole.
    case unknown
    case used, withdrawn, expired
    /// Whoever made the offer may no longer give that role.
    case hostMayNot
    /// Somebody else is signed in here than the one who was invited.
    case notYours
  }
  /// An offer as its page shows it.
  package struct Offer: Sendable {
    package let invitation: Invitation
    package let host: String
    package let place: NamedScope?
  }
  package enum Look: Sendable {
    case open(Offer)
    case refused(Refusal)
  }
  package enum Outcome: Sendable {
    case accepted(Person, Invitation)
    case refused(Refusal)
  }

  /// What the page of the link shows to whoever looks; it uses nothing.
  package func look(_ token: String, by actor: Actor) async throws -> Look {
    let now = clock.now
    return try await database.read { tx in
      let found = try tx.invitation(Digest(of: token))
      if let refusal = try tx.refusal(of: found, to: actor, at: now) { return .refused(refusal) }
      guard let found, let host = try tx.person(found.invitedBy) else { return .refused(.unknown) }
      return .open(
        Offer(invitation: found, host: host.name, place: try tx.namedScope(found.scope)))
    }
  }

  /// The role goes to who reads mail at the invited address, whether they are signed in here or
  /// come in afterwards as everybody does; they are added if nobody was known there.
  package func callAsFunction(
    _ token: String, by actor: Actor, requestID: String
  ) async throws -> Outcome {
    let (now, entropy) = (clock.now, entropy)
    return try await database.write { tx in
      let offer = try tx.invitationLocked(Digest(of: token))
      if let refusal = try tx.refusal(of: offer, to: actor, at: now) { return .refused(refusal) }
      guard let offer else { return .refused(.unknown) }
      let person = try tx.person(of: offer, entropy, at: now)
      guard person.id != offer.invitedBy else { return .refused(.hostMayNot) }
      guard try tx.accept(offer.id, by: person.id, at: now) else { return .refused(.used) }
      let stamp = Stamp(at: now, by: .person(person.id, grants: []), entropy, requestID: requestID)
      let grant = Grant(
        id: entropy.id(at: now), person: person.id, role: offer.role, scope: offer.scope,
        by: offer.invitedBy, at: now)
      let isNew = try tx.insert(grant)
      try tx.record(
        .acceptInvitation, on: .init("person", person.id.description), stamp,
        detail: (isNew ? grant.detail : [:]).merging(["invitation": "\(offer.id)"]) { $1 })
      return .accepted(person, offer)
    }
  }
}

extension Transaction {
  fileprivate func refusal(
    of invitation: Invitation?, to actor: Actor, at now: Instant
  ) throws -> AcceptInvitation.Refusal? {
    guard let invitation else { return .unknown }
    switch invitation.state(at: now) {
    case .accepted: return .used
    case .withdrawn: return .withdrawn
    case .expired: return .expired
    case .open: break
    }
    guard try hostMayGive(invitation) else { return .hostMayNot }
    if actor.helped != nil { return .notYours }
    guard let someone = actor.person else { return nil }
    return try person(at: invitation.email)?.id == someone ? nil : .notYours
  }

  /// Whether whoever offered this role may still give it: an administrator who was let go leaves no
  /// open doors.
  private func hostMayGive(_ invitation: Invitation) throws -> Bool {
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
