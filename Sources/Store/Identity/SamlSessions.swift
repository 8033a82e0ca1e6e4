// Sessions that an identity provider vouched for: at which level, and by which name it knows them.
package import Domain
import Literals

/// What is known of a session beside the session itself.
package struct SamlSessionRow: Hashable, Sendable {
  package let session: Digest
  package let provider: String
  package let scheme: IdentityScheme
  package let level: IdentityLevel
  package let subject: SamlSubject
  package let authenticatedAt: Instant

  package init(
    session: Digest, provider: String, scheme: IdentityScheme,
    vouched: (level: IdentityLevel, subject: SamlSubject), at authenticatedAt: Instant
  ) {
    self.session = session
    self.provider = provider
    self.scheme = scheme
    (level, subject) = vouched
    self.authenticatedAt = authenticatedAt
  }

  init(row: Row) throws {
    guard let level = IdentityLevel(rawValue: try row("level")) else {
      throw Fault("a saml_session has no possible level")
    }
    self.init(
      session: try row("token_hash"), provider: try row("provider"), scheme: try row("scheme"),
      vouched: (
        level,
        SamlSubject(
          nameID: try row("name_id"), nameQualifier: try row("name_qualifier"),
          sessionIndex: try row("session_index"))
      ), at: try row("authenticated_at"))
  }
}

extension Transaction {
  package func insert(_ row: SamlSessionRow) throws {
    try execute(
      """
      INSERT INTO saml_session (token_hash, provider, scheme, level, name_id, name_qualifier,
                                session_index, authenticated_at)
           VALUES (\(row.session), \(row.provider), \(row.scheme), \(row.level.rawValue),
                   \(row.subject.nameID), \(row.subject.nameQualifier),
                   \(row.subject.sessionIndex), \(row.authenticatedAt))
      """)
  }

  /// What is known of a session that came by SPID or CIE?
  package func samlSession(_ session: Digest) throws -> SamlSessionRow? {
    try first(
      """
      SELECT m.token_hash, m.provider, m.scheme, m.level, m.name_id, m.name_qualifier,
             m.session_index, m.authenticated_at
        FROM saml_session m
       WHERE m.token_hash = \(session)
      """, as: SamlSessionRow.init(row:))
  }

  /// Ends the session that a browser had before it signed in anew.
  package func endReplacedSession(_ session: Digest, at now: Instant) throws {
    try execute(
      "UPDATE session SET ended_at = \(now) WHERE token_hash = \(session) AND ended_at IS NULL")
  }

  /// Ends the sessions that a provider knows by this name; of one index, if it names one. Who acts
  /// in somebody's place is signed out of that.
  package func endSamlSessions(
    of subject: SamlSubject, at provider: String, now: Instant
  ) throws -> Int {
    let index: SQL = subject.sessionIndex.map { "m.session_index = \($0)" } ?? "TRUE"
    return try execute(
      """
      UPDATE session SET ended_at = \(now)
       WHERE ended_at IS NULL
         AND token_hash IN (SELECT COALESCE(h.token_hash, m.token_hash)
                              FROM saml_session m
                              LEFT JOIN stand_in h ON h.home_hash = m.token_hash
                             WHERE m.provider = \(provider) AND m.name_id = \(subject.nameID)
                               AND \(fragment: index))
      """)
  }

  /// Ends someone's sessions that came by SPID or CIE, but for one. Answers how many.
  package func endSamlSessions(
    of person: Person.ID, but kept: Digest, at now: Instant
  ) throws -> Int {
    try execute(
      """
      UPDATE session SET ended_at = \(now)
       WHERE person_id = \(person) AND ended_at IS NULL AND token_hash <> \(kept)
         AND token_hash IN (SELECT m.token_hash FROM saml_session m)
      """)
  }
}
