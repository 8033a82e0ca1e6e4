// Sessions: only the hash of each token is stored.
package import Domain
import Literals

/// A session as it is stored.
package struct SessionRow: Hashable, Sendable {
  package let tokenHash: Digest
  package let person: Person.ID
  package let formSecret: String
  package let createdAt: Instant
  package let lastSeenAt: Instant
  package let expiresAt: Instant

  package init(
    tokenHash: Digest, person: Person.ID, formSecret: String, createdAt: Instant,
    expiresAt: Instant
  ) {
    self.tokenHash = tokenHash
    self.person = person
    self.formSecret = formSecret
    self.createdAt = createdAt
    lastSeenAt = createdAt
    self.expiresAt = expiresAt
  }

  init(row: Row) throws {
    tokenHash = try row("token_hash")
    person = try row("person_id")
    formSecret = try row("csrf_secret")
    createdAt = try row("created_at")
    lastSeenAt = try row("last_seen_at")
    expiresAt = try row("expires_at")
  }
}

extension Transaction {
  package func insert(_ session: SessionRow) throws {
    try execute(
      """
      INSERT INTO session (token_hash, person_id, csrf_secret, created_at, last_seen_at,
                           expires_at)
           VALUES (\(session.tokenHash), \(session.person), \(session.formSecret),
                   \(session.createdAt), \(session.lastSeenAt), \(session.expiresAt))
      """)
  }

  /// Which session has this hash, if it was not ended?
  package func session(_ tokenHash: Digest) throws -> SessionRow? {
    try first(
      """
      SELECT s.token_hash, s.person_id, s.csrf_secret, s.created_at, s.last_seen_at, s.expires_at
        FROM session s
       WHERE s.token_hash = \(tokenHash) AND s.ended_at IS NULL
      """, as: SessionRow.init(row:))
  }

  /// Which sign-ins of someone are open: seen since `idle`, not over at `now`? The latest first.
  package func openSessions(
    of person: Person.ID, at now: Instant, seenSince idle: Instant
  ) throws -> [OpenSession] {
    try rows(
      """
      SELECT s.token_hash, s.created_at, s.last_seen_at
        FROM session s
       WHERE s.person_id = \(person) AND s.ended_at IS NULL
         AND s.expires_at > \(now) AND s.last_seen_at > \(idle)
       ORDER BY s.last_seen_at DESC, s.token_hash
       LIMIT 100
      """
    ) {
      OpenSession(
        hash: try $0("token_hash"), createdAt: try $0("created_at"),
        lastSeenAt: try $0("last_seen_at"))
    }
  }

  /// Notes that a session was used.
  package func touchSession(_ tokenHash: Digest, at now: Instant) throws {
    try execute(
      """
      UPDATE session SET last_seen_at = \(now)
       WHERE token_hash = \(tokenHash) AND last_seen_at < \(now)
      """)
  }

  /// Ends someone's session; false when it is not theirs or was ended before.
  package func endSession(_ tokenHash: Digest, of person: Person.ID, at now: Instant) throws
    -> Bool
  {
    try execute(
      """
      UPDATE session SET ended_at = \(now)
       WHERE token_hash = \(tokenHash) AND person_id = \(person) AND ended_at IS NULL
      """) == 1
  }
}
