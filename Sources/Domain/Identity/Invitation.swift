// An invitation to work here: to one address, for one role in one place, good once and for a while.

/// What was offered to whom.
package struct Invitation: Identified, Hashable, Sendable {
  package static let idPrefix = "inv"
  /// A week: people are away, and a mailbox is no safe.
  package static let validFor = Instant.Span.days(7)

  package let id: Invitation.ID
  package let email: EmailAddress
  package let name: String
  package let language: Language
  package let role: Role
  package let scope: Scope
  package let invitedBy: Person.ID
  package let invitedAt: Instant
  package var acceptedAt: Instant?
  package var withdrawnAt: Instant?

  package init(
    id: Invitation.ID, to who: (email: EmailAddress, name: String, language: Language),
    as role: Role, in scope: Scope, invited: (by: Person.ID, at: Instant)
  ) {
    self.id = id
    (email, name, language) = who
    self.role = role
    self.scope = scope
    (invitedBy, invitedAt) = invited
  }

  package var expiresAt: Instant { invitedAt + Self.validFor }

  package enum State: String, CaseIterable, Sendable { case open, accepted, withdrawn, expired }
  package func state(at now: Instant) -> State {
    if acceptedAt != nil { return .accepted }
    if withdrawnAt != nil { return .withdrawn }
    return expiresAt <= now ? .expired : .open
  }
}
