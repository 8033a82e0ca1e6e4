// What the screen of people and roles reads.
package import Domain
import Literals

extension Transaction {
  /// Everyone who can sign in, by name, with their roles and when they were last here.
  package func peopleWithGrants(limit: Int = 500) throws -> [PersonWithGrants] {
    let grants = try rows(
      """
      SELECT g.id, g.person_id, g.role, g.scope_kind, g.scope_id, g.granted_by, g.granted_at
        FROM role_grant g
       WHERE g.revoked_at IS NULL
       ORDER BY g.id
      """, as: Grant.init(row:))
    let held = Dictionary(grouping: grants, by: \.person)
    return try rows(
      """
      SELECT p.id, p.email, p.name, p.language, p.created_at, MAX(s.last_seen_at) AS last_seen_at
        FROM person p
        LEFT JOIN session s ON s.person_id = p.id
       GROUP BY p.id, p.email, p.name, p.language, p.created_at
       ORDER BY p.name, p.id
       LIMIT \(limit)
      """
    ) { row in
      let person = try Person(row: row)
      return PersonWithGrants(
        person: person, grants: held[person.id] ?? [], lastSeenAt: try row("last_seen_at"))
    }
  }
}
