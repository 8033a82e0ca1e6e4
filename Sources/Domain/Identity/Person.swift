// People and the roles they were given.

/// Someone who can sign in. Guests who only pledge are not people here.
package struct Person: Identified, Hashable, Sendable {
  package static let idPrefix = "per"

  package let id: Person.ID
  /// Nil for who came by SPID or CIE and gave no address yet.
  package let email: EmailAddress?
  /// What others call them; empty until they say.
  package let name: String
  /// The language of their mail.
  package let language: Language
  package let createdAt: Instant

  package init(
    id: Person.ID, email: EmailAddress?, name: String, language: Language, createdAt: Instant
  ) {
    self.id = id
    self.email = email
    self.name = name
    self.language = language
    self.createdAt = createdAt
  }
}

/// One role, given to one person, somewhere.
package struct Grant: Identified, Hashable, Sendable {
  package static let idPrefix = "grt"

  package let id: Grant.ID
  package let person: Person.ID
  package let role: Role
  package let scope: Scope
  /// Nil when the operator gave it on the command line.
  package let grantedBy: Person.ID?
  package let grantedAt: Instant

  package init(
    id: Grant.ID, person: Person.ID, role: Role, scope: Scope, by grantedBy: Person.ID?,
    at grantedAt: Instant
  ) {
    self.id = id
    self.person = person
    self.role = role
    self.scope = scope
    self.grantedBy = grantedBy
    self.grantedAt = grantedAt
  }
}
