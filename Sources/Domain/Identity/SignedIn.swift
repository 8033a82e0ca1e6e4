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

  package init(person: Person, grants: [Grant], session: Digest, formSecret: String) {
    self.person = person
    self.grants = grants
    self.session = session
    self.formSecret = formSecret
  }
  /// Whether the sign-in itself is fresh enough to set up a first factor or another way in.
  package func isFresh(at now: Instant) -> Bool { now - signedInAt <= ProofRules.freshSignIn }
  /// The same, as whoever acts.
  package var actor: Actor { .person(person.id, grants: grants, provedAt: provedAt) }
}
