// Roles that were given and taken back: a row is never deleted.
package import Domain
import Literals

extension Grant {
  init(row: Row) throws {
    guard let scope = Scope(try row("scope_kind"), id: try row("scope_id")) else {
      throw Fault("a role_grant lies in no possible scope")
    }
    self.init(
      id: try row("id"), person: try row("person_id"), role: try row("role"), scope: scope,
      by: try row("granted_by"), at: try row("granted_at"))
  }
}
extension Role: SQLBindable, ColumnReadable {}
extension Scope.Kind: SQLBindable, ColumnReadable {}
extension Act: SQLBindable, ColumnReadable {}
extension Actor.Kind: SQLBindable, ColumnReadable {}

extension Transaction {
  /// Which roles does someone hold now?
  package func grants(of person: Person.ID) throws -> [Grant] {
    try rows(
      """
      SELECT g.id, g.person_id, g.role, g.scope_kind, g.scope_id, g.granted_by, g.granted_at
        FROM role_grant g
       WHERE g.person_id = \(person) AND g.revoked_at IS NULL
       ORDER BY g.id
      """, as: Grant.init(row:))
  }

  /// Who answers for a campaign now?
  package func owners(of campaign: Campaign.ID) throws -> [Person] {
    try rows(
      """
      SELECT p.id, p.email, p.name, p.language, p.created_at
        FROM role_grant g
        JOIN person p ON p.id = g.person_id
       WHERE g.role = \(Role.campaignOwner)
         AND g.scope_kind = \(Scope.Kind.campaign)
         AND g.scope_id = \(campaign.description)
         AND g.revoked_at IS NULL
       ORDER BY p.id
      """, as: Person.init(row:))
  }

  /// Gives a role; false when the person holds it there already.
  package func insert(_ grant: Grant) throws -> Bool {
    try execute(
      """
      INSERT INTO role_grant (id, person_id, role, scope_kind, scope_id, granted_by, granted_at)
           VALUES (\(grant.id), \(grant.person), \(grant.role), \(grant.scope.kind),
                   \(grant.scope.id), \(grant.grantedBy), \(grant.grantedAt))
      ON CONFLICT (person_id, role, scope_kind, scope_id) WHERE revoked_at IS NULL DO NOTHING
      """) == 1
  }

  /// Takes a role back; false when it was taken back before.
  package func revoke(_ grant: Grant.ID, by person: Person.ID?, at now: Instant) throws -> Bool {
    try execute(
      """
      UPDATE role_grant SET revoked_by = \(person), revoked_at = \(now)
       WHERE id = \(grant) AND revoked_at IS NULL
      """) == 1
  }
}
