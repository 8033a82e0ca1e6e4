// What the screens of people and roles read.
package import Domain
import Literals

extension Transaction {
  /// The people whom a filter asks for, by name, with their roles and when they were last here.
  package func peopleWithGrants(
    _ filter: PeopleFilter = PeopleFilter(), limit: Int = 500
  ) throws -> [PersonWithGrants] {
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
      SELECT f.id, f.email, f.name, f.language, f.created_at,
             (SELECT MAX(s.last_seen_at)
                FROM session s
               WHERE s.person_id = f.id
                 AND NOT EXISTS (SELECT 1 FROM stand_in h WHERE h.token_hash = s.token_hash))
             AS last_seen_at
        FROM (SELECT p.id, p.email, p.name, p.language, p.created_at
                FROM person p
               WHERE \(fragment: condition(filter))
               ORDER BY p.name, p.id
               LIMIT \(limit)) f
       ORDER BY f.name, f.id
      """
    ) { row in
      let person = try Person(row: row)
      return PersonWithGrants(
        person: person, grants: held[person.id] ?? [], lastSeenAt: try row("last_seen_at"))
    }
  }

  /// Every role that someone was given, with the names of who gave it and took it back, the latest
  /// first.
  package func grantLines(of person: Person.ID, limit: Int = 200) throws -> [GrantLine] {
    try rows(
      """
      \(fragment: grantLineColumns)
       WHERE g.person_id = \(person)
       ORDER BY g.id DESC
       LIMIT \(limit)
      """, as: GrantLine.init(row:))
  }

  /// Every role that is held now, by whom, in the order of their names.
  package func grantsHeld(limit: Int = 2000) throws -> [GrantLine] {
    try rows(
      """
      \(fragment: grantLineColumns)
       WHERE g.revoked_at IS NULL
       ORDER BY p.name, g.id
       LIMIT \(limit)
      """, as: GrantLine.init(row:))
  }

  private func condition(_ filter: PeopleFilter) -> SQL {
    var condition: SQL = "TRUE"
    if filter.role != nil || filter.scope != nil {
      let role: SQL = filter.role.map { "g.role = \($0)" } ?? "TRUE"
      let scope: SQL =
        filter.scope.map { "g.scope_kind = \($0.kind) AND g.scope_id = \($0.id)" } ?? "TRUE"
      condition = """
        EXISTS (SELECT 1 FROM role_grant g
                 WHERE g.person_id = p.id AND g.revoked_at IS NULL
                   AND \(fragment: role) AND \(fragment: scope))
        """
    }
    for word in filter.words.split(whereSeparator: \.isWhitespace).prefix(8) {
      let pattern = "%\(word.filter { $0 != "%" && $0 != "_" && $0 != "\\" })%"
      condition = """
        \(fragment: condition)
        AND (LOWER(p.name || ' ' || p.email_key) LIKE \(pattern.lowercased())
             OR p.name LIKE \(pattern))
        """
    }
    return condition
  }
}

private let grantLineColumns: SQL = """
  SELECT g.id, g.person_id, g.role, g.scope_kind, g.scope_id, g.granted_by, g.granted_at,
         g.revoked_at, p.name AS holder, v.name AS giver, r.name AS taker
    FROM role_grant g
    JOIN person p ON p.id = g.person_id
    LEFT JOIN person v ON v.id = g.granted_by
    LEFT JOIN person r ON r.id = g.revoked_by
  """

extension GrantLine {
  init(row: Row) throws {
    self.init(
      grant: try Grant(row: row), holder: try row("holder"), giver: try row("giver"),
      revokedAt: try row("revoked_at"), taker: try row("taker"))
  }
}
