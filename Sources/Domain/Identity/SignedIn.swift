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

  package init(person: Person, grants: [Grant], session: Digest, formSecret: String) {
    self.person = person
    self.grants = grants
    self.session = session
    self.formSecret = formSecret
  }
  /// The same, as whoever acts.
  package var actor: Actor { .person(person.id, grants: grants) }
}
