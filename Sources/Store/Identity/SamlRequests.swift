// Requests that wait for their one answer, and the answers that may not come again.
package import Domain
import Literals

extension IdentityScheme: SQLBindable, ColumnReadable {}
extension SamlPurpose: SQLBindable, ColumnReadable {}

/// A request as it is stored.
package struct SamlRequestRow: Hashable, Sendable {
  package let request: SamlRequest
  /// The hash of the mark of the browser that asked.
  package let browserHash: Digest
  package let nextPath: String
  /// The session that this browser had when it asked; it ends when another begins.
  package var previousSession: Digest?
  package var purpose = SamlPurpose.signIn
  /// The whole message, sealed.
  package let sealed: [UInt8]
  package let expiresAt: Instant

  package init(
    _ request: SamlRequest, browserHash: Digest, nextPath: String, sealed: [UInt8],
    expiresAt: Instant
  ) {
    self.request = request
    self.browserHash = browserHash
    self.nextPath = nextPath
    self.sealed = sealed
    self.expiresAt = expiresAt
  }

  init(row: Row) throws {
    guard let level = IdentityLevel(rawValue: try row("level")) else {
      throw Fault("a saml_request has no possible level")
    }
    request = SamlRequest(
      id: try row("id"), provider: try row("provider"), scheme: try row("scheme"), level: level,
      issuedAt: try row("issued_at"))
    browserHash = try row("browser_hash")
    nextPath = try row("next_path")
    previousSession = try row("previous_session")
    purpose = try row("purpose")
    sealed = try row("request_sealed")
    expiresAt = try row("expires_at")
  }
}

extension Transaction {
  package func insert(_ row: SamlRequestRow) throws {
    try execute(
      """
      INSERT INTO saml_request (id, provider, scheme, level, browser_hash, next_path,
                                previous_session, purpose, request_sealed, issued_at,
                                expires_at)
           VALUES (\(row.request.id), \(row.request.provider), \(row.request.scheme),
                   \(row.request.level.rawValue), \(row.browserHash), \(row.nextPath),
                   \(row.previousSession), \(row.purpose), \(row.sealed), \(row.request.issuedAt),
                   \(row.expiresAt))
      """)
  }

  /// What did we ask under this id?
  package func samlRequest(_ id: String) throws -> SamlRequestRow? {
    try first(
      """
      SELECT r.id, r.provider, r.scheme, r.level, r.browser_hash, r.next_path,
             r.previous_session, r.purpose, r.request_sealed, r.issued_at, r.expires_at
        FROM saml_request r
       WHERE r.id = \(id)
      """, as: SamlRequestRow.init(row:))
  }

  /// Does a request of this browser wait for its answer?
  package func hasSamlRequest(of browserHash: Digest, at now: Instant) throws -> Bool {
    try first(
      """
      SELECT COUNT(*) AS n
        FROM saml_request r
       WHERE r.browser_hash = \(browserHash) AND r.answered_at IS NULL AND r.expires_at > \(now)
      """, as: { (try $0("n") as Int) > 0 }) ?? false
  }

  /// Takes the one answer that a request has; false when it had one, in whatever process.
  package func answerSamlRequest(_ id: String, at now: Instant) throws -> Bool {
    try execute(
      "UPDATE saml_request SET answered_at = \(now) WHERE id = \(id) AND answered_at IS NULL") == 1
  }

  /// Forgets requests whose time is over; those that were answered as well, for their exchange is
  /// on record. Answers how many.
  package func forgetSamlRequests(until now: Instant, limit: Int) throws -> Int {
    try execute(
      """
      DELETE FROM saml_request
       WHERE id IN (SELECT r.id FROM saml_request r WHERE r.expires_at <= \(now) LIMIT \(limit))
      """)
  }

  /// Notes an id that may not come again; false when it was seen before.
  package func see(_ mark: Digest, until end: Instant) throws -> Bool {
    try execute(
      """
      INSERT INTO saml_seen (mark, expires_at) VALUES (\(mark), \(end))
      ON CONFLICT (mark) DO NOTHING
      """) == 1
  }

  /// Forgets ids that nobody would believe any more.
  package func forgetSeen(until now: Instant, limit: Int) throws -> Int {
    try execute(
      """
      DELETE FROM saml_seen
       WHERE mark IN (SELECT s.mark FROM saml_seen s WHERE s.expires_at <= \(now) LIMIT \(limit))
      """)
  }
}
