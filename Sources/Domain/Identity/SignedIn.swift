// Someone who is signed in, as every request with a session finds them.

/// A live session: whose it is, what they may do, and what their forms are bound to.
package struct SignedIn: Hashable, Sendable {
  package let person: Person
  /// The grants held at this moment; a revoked role is gone at the next request.
  package let grants: [Grant]
  /// The hash under which the session is stored; it names the session without opening it.
  package let session: Digest
  /// The secret that this session's forms are bound to.
  package let formSecret: String
  /// When this session began.
  package var signedInAt = Instant(milliseconds: 0)
  /// When a second factor was last shown in this session; nil for never.
  package var provedAt: Instant?
  /// Who really acts, where it is not the person: see `StandIn`.
  package var helper: Helper?

  /// Somebody who acts in the person's place.
  package struct Helper: Hashable, Sendable {
    package let person: Person
    package let standIn: StandIn

    package init(_ person: Person, _ standIn: StandIn) {
      (self.person, self.standIn) = (person, standIn)
    }
  }

  package init(person: Person, grants: [Grant], session: Digest, formSecret: String) {
    self.person = person
    self.grants = grants
    self.session = session
    self.formSecret = formSecret
  }
  /// Whether the sign-in itself is fresh enough to set up a first factor or another way in.
  package func isFresh(at now: Instant) -> Bool {
    isOneself && now - signedInAt <= ProofRules.freshSignIn
  }
  /// Whether it is the person, and nobody in their place.
  package var isOneself: Bool { helper == nil }
  /// The same, as whoever acts.
  package var actor: Actor {
    guard let helper else { return .person(person.id, grants: grants, provedAt: provedAt) }
    return .standIn(for: person.id, grants: grants, by: helper.person.id)
  }
}
