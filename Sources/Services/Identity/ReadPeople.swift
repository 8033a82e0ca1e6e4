// What administrators and auditors look at: people with their roles, the record of acts, mail.
package import Domain
package import Store

/// Reads people, acts and mail, for those who may.
package struct ReadPeople: Sendable {
  /// Acts on one page.
  package static let actsPerPage = 50
  /// People on one page.
  package static let peoplePerPage = 200
  /// Places that a form offers at once.
  private static let placesMax = 1000

  private let database: Database

  package init(database: Database) { self.database = database }

  /// The people whom a filter asks for with their roles, one more than fit on a page if there are
  /// more; nil when not allowed.
  package func people(
    _ filter: PeopleFilter = PeopleFilter(), for actor: Actor
  ) async throws -> [PersonWithGrants]? {
    guard actor.may(.readPeople, on: .platform) else { return nil }
    return try await database.read { tx in
      try tx.peopleWithGrants(filter, limit: Self.peoplePerPage + 1)
    }
  }

  /// Every role that someone was given, the latest first; nil when not allowed.
  package func grants(of person: Person.ID, for actor: Actor) async throws -> [GrantLine]? {
    guard actor.may(.readPeople, on: .platform) else { return nil }
    return try await database.read { tx in try tx.grantLines(of: person) }
  }

  /// Every role that is held now; nil when not allowed.
  package func grantsHeld(for actor: Actor) async throws -> [GrantLine]? {
    guard actor.may(.readPeople, on: .platform) else { return nil }
    return try await database.read { tx in try tx.grantsHeld() }
  }

  /// One person with their roles; nil when there is none, or not allowed.
  package func person(_ id: Person.ID, for actor: Actor) async throws -> PersonWithGrants? {
    guard actor.may(.readPeople, on: .platform) else { return nil }
    return try await database.read { tx in
      guard let person = try tx.person(id) else { return nil }
      return PersonWithGrants(person: person, grants: try tx.grants(of: id), lastSeenAt: nil)
    }
  }

  /// Where roles can be held besides the platform; nil when not allowed.
  package func places(for actor: Actor) async throws -> [NamedScope]? {
    guard actor.may(.readPeople, on: .platform) else { return nil }
    return try await database.read { tx in try tx.namedScopes(limit: Self.placesMax) }
  }

  /// Acts on record, the latest first; nil when not allowed.
  package func acts(_ filter: AuditFilter, for actor: Actor) async throws -> [AuditLine]? {
    guard actor.may(.readAudit, on: .platform) else { return nil }
    return try await database.read { tx in
      try tx.auditLines(filter, limit: Self.actsPerPage + 1)
    }
  }

  /// The latest mails, without asking who looks: only for the page of a demonstration, whose
  /// people and addresses are invented.
  package func demonstrationMail(to address: EmailAddress?) async throws -> [StoredMail] {
    try await database.read { tx in try tx.mails(to: address) }
  }
  /// One mail of a demonstration.
  package func demonstrationMail(_ id: StoredMail.ID) async throws -> StoredMail? {
    try await database.read { tx in try tx.mail(id) }
  }
}
