// The table of invitations: only the hash of each token is stored.
package import Domain
import Literals

extension Invitation {
  init(row: Row) throws {
    guard let scope = Scope(try row("scope_kind"), id: try row("scope_id")) else {
      throw Fault("an invitation lies in no possible scope")
    }
    self.init(
      id: try row("id"), to: (try row("email"), try row("name"), try row("language")),
      as: try row("role"), in: scope, invited: (try row("invited_by"), try row("invited_at")))
    acceptedAt = try row("accepted_at")
    withdrawnAt = try row("withdrawn_at")
  }
}

private let invitationColumns: SQL = """
  SELECT i.id, i.email, i.name, i.language, i.role, i.scope_kind, i.scope_id, i.invited_by,
         i.invited_at, i.accepted_at, i.withdrawn_at
    FROM invitation i
  """

extension Transaction {
  /// Offers a role; an earlier open offer of the same to the same address is withdrawn.
  package func insert(_ invitation: Invitation, tokenHash: Digest) throws {
    let key = invitation.email.text.lowercased()
    try execute(
      """
      UPDATE invitation SET withdrawn_at = \(invitation.invitedAt)
       WHERE email_key = \(key) AND role = \(invitation.role)
         AND scope_kind = \(invitation.scope.kind) AND scope_id = \(invitation.scope.id)
         AND accepted_at IS NULL AND withdrawn_at IS NULL
      """)
    try execute(
      """
      INSERT INTO invitation (id, token_hash, email, email_key, name, language, role, scope_kind,
                              scope_id, invited_by, invited_at)
           VALUES (\(invitation.id), \(tokenHash), \(invitation.email.text), \(key),
                   \(invitation.name), \(invitation.language), \(invitation.role),
                   \(invitation.scope.kind), \(invitation.scope.id), \(invitation.invitedBy),
                   \(invitation.invitedAt))
      """)
  }

  /// Which invitation has this token's hash?
  package func invitation(_ tokenHash: Digest) throws -> Invitation? {
    try first(
      "\(fragment: invitationColumns) WHERE i.token_hash = \(tokenHash)",
      as: Invitation.init(row:))
  }
  /// The same, and nobody else takes it up before this transaction ends.
  package func invitationLocked(_ tokenHash: Digest) throws -> Invitation? {
    try first(
      """
      \(fragment: invitationColumns) WHERE i.token_hash = \(tokenHash)
      \(sqlite: "", postgres: "FOR NO KEY UPDATE")
      """, as: Invitation.init(row:))
  }

  /// Takes an offer up; false when someone was faster or it was withdrawn.
  package func accept(_ id: Invitation.ID, by person: Person.ID, at now: Instant) throws -> Bool {
    try execute(
      """
      UPDATE invitation SET accepted_at = \(now), accepted_by = \(person)
       WHERE id = \(id) AND accepted_at IS NULL AND withdrawn_at IS NULL
      """) == 1
  }

  /// Withdraws an offer; false when it was taken up or withdrawn before.
  package func withdraw(_ id: Invitation.ID, at now: Instant) throws -> Bool {
    try execute(
      """
      UPDATE invitation SET withdrawn_at = \(now)
       WHERE id = \(id) AND accepted_at IS NULL AND withdrawn_at IS NULL
      """) == 1
  }

  /// The latest invitations with the names of who made them, the newest first.
  package func invitationLines(limit: Int = 100) throws -> [InvitationLine] {
    try rows(
      """
      SELECT i.id, i.email, i.name, i.language, i.role, i.scope_kind, i.scope_id, i.invited_by,
             i.invited_at, i.accepted_at, i.withdrawn_at, p.name AS host
        FROM invitation i
        JOIN person p ON p.id = i.invited_by
       ORDER BY i.id DESC
       LIMIT \(limit)
      """
    ) { InvitationLine(invitation: try Invitation(row: $0), host: try $0("host")) }
  }
}
