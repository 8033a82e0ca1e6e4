// Sessions: only the hash of each token is stored.
package import Domain
import Literals

/// A session as it is stored.
package struct SessionRow: Hashable, Sendable {
  package let tokenHash: Digest
  package let person: Person.ID
  package let formSecret: String
  package let createdAt: Instant
  package var lastSeenAt: Instant
  package let expiresAt: Instant
  package var device = Device.unknown
  /// When a second factor was last shown in it.
  package var provedAt: Instant?
  /// Until when it waits for a second factor; nobody is signed in by it before.
  package var waitingUntil: Instant?
  /// Who acts in the person's place in it, if anybody does.
  package private(set) var standIn: StandIn?

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
    device = Device(text: try row("device"))
    provedAt = try row("proved_at")
    waitingUntil = try row("waiting_until")
    let helper: Person.ID? = try row("helper_id")
    standIn = try helper.map { _ in try StandIn(row: row) }
  }
}

let sessionColumns: SQL = """
  SELECT s.token_hash, s.person_id, s.csrf_secret, s.created_at, s.last_seen_at, s.expires_at,
         s.device, s.proved_at, s.waiting_until, h.helper_id, h.helped_id, h.home_hash, h.reason,
         h.started_at
    FROM session s
    LEFT JOIN stand_in h ON h.token_hash = s.token_hash
  """

extension Transaction {
  package func insert(_ session: SessionRow) throws {
    try execute(
      """
      INSERT INTO session (token_hash, person_id, csrf_secret, created_at, last_seen_at,
                           expires_at, device, proved_at, waiting_until)
           VALUES (\(session.tokenHash), \(session.person), \(session.formSecret),
                   \(session.createdAt), \(session.lastSeenAt), \(session.expiresAt),
                   \(session.device.text), \(session.provedAt), \(session.waitingUntil))
      """)
  }

  /// Which session has this hash, if it was not ended and waits for nothing?
  package func session(_ tokenHash: Digest) throws -> SessionRow? {
    try first(
      """
      \(fragment: sessionColumns)
       WHERE s.token_hash = \(tokenHash) AND s.ended_at IS NULL AND s.waiting_until IS NULL
      """, as: SessionRow.init(row:))
  }

  /// Which session has this hash and waits for a second factor?
  package func waitingSession(_ tokenHash: Digest) throws -> SessionRow? {
    try first(
      """
      \(fragment: sessionColumns)
       WHERE s.token_hash = \(tokenHash) AND s.ended_at IS NULL AND s.waiting_until IS NOT NULL
      """, as: SessionRow.init(row:))
  }

  /// Puts a session in the place of the one that waited, with what its provider knows of it. False
  /// when someone was faster.
  package func replace(_ waiting: Digest, with session: SessionRow, at now: Instant) throws -> Bool
  {
    guard try endSession(waiting, of: session.person, at: now) else { return false }
    try insert(session)
    try execute(
      """
      UPDATE saml_session SET token_hash = \(session.tokenHash) WHERE token_hash = \(waiting)
      """)
    return true
  }

  /// Notes that a second factor was shown in a session.
  package func noteProof(_ tokenHash: Digest, at now: Instant) throws {
    try execute("UPDATE session SET proved_at = \(now) WHERE token_hash = \(tokenHash)")
  }

  /// Ends every session of someone, those that wait and those in others' place too. Answers how
  /// many.
  package func endSessions(of person: Person.ID, at now: Instant) throws -> Int {
    try execute(
      """
      UPDATE session SET ended_at = \(now)
       WHERE ended_at IS NULL
         AND (person_id = \(person)
              OR token_hash IN (SELECT h.token_hash
                                  FROM stand_in h
                                 WHERE h.helper_id = \(person)))
      """)
  }

  /// Which sign-ins of someone are open: seen since `idle`, not over at `now`? The latest first.
  package func openSessions(
    of person: Person.ID, at now: Instant, seenSince idle: Instant
  ) throws -> [OpenSession] {
    try rows(
      """
      SELECT s.token_hash, s.created_at, s.last_seen_at, s.device
        FROM session s
       WHERE s.person_id = \(person) AND s.ended_at IS NULL AND s.waiting_until IS NULL
         AND s.expires_at > \(now) AND s.last_seen_at > \(idle)
       ORDER BY s.last_seen_at DESC, s.token_hash
       LIMIT 100
      """
    ) {
      OpenSession(
        hash: try $0("token_hash"), createdAt: try $0("created_at"),
        lastSeenAt: try $0("last_seen_at"), device: Device(text: try $0("device")))
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
