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

  /// Ends the sessions that a provider knows by this name; of these indexes, if it names any. Who
  /// acts in somebody's place is signed out of that.
  package func endSamlSessions(
    of subject: SamlSubject, with indexes: [String], at provider: String, now: Instant
  ) throws -> Int {
    let index: SQL = indexes.isEmpty ? "TRUE" : "m.session_index IN (\(list: indexes))"
    let qualifier: SQL =
      subject.nameQualifier.isEmpty ? "TRUE" : "m.name_qualifier = \(subject.nameQualifier)"
    return try execute(
      """
      UPDATE session SET ended_at = \(now)
       WHERE ended_at IS NULL
         AND token_hash IN (SELECT COALESCE(h.token_hash, m.token_hash)
                              FROM saml_session m
                              LEFT JOIN stand_in h ON h.home_hash = m.token_hash
                             WHERE m.provider = \(provider) AND m.name_id = \(subject.nameID)
                               AND \(fragment: index) AND \(fragment: qualifier))
      """)
  }

  /// Ends someone's sessions that came by SPID or CIE, but for one, and those in somebody's place
  /// that began in one of them. Answers how many.
  package func endSamlSessions(
    of person: Person.ID, but kept: Digest, at now: Instant
  ) throws -> Int {
    try execute(
      """
      UPDATE session SET ended_at = \(now)
       WHERE ended_at IS NULL AND token_hash <> \(kept)
         AND token_hash IN (SELECT COALESCE(h.token_hash, m.token_hash)
                              FROM saml_session m
                              JOIN session s ON s.token_hash = m.token_hash
                              LEFT JOIN stand_in h ON h.home_hash = m.token_hash
                             WHERE s.person_id = \(person))
      """)
  }

  /// Ends someone's sessions that no identity provider vouched for, but for one, and those in
  /// somebody's place that began in one of them. Answers how many.
  package func endMailedSessions(
    of person: Person.ID, but kept: Digest, at now: Instant
  ) throws -> Int {
    try execute(
      """
      UPDATE session SET ended_at = \(now)
       WHERE ended_at IS NULL AND token_hash <> \(kept)
         AND token_hash IN (SELECT COALESCE(h.token_hash, s.token_hash)
                              FROM session s
                              LEFT JOIN stand_in h ON h.home_hash = s.token_hash
                             WHERE s.person_id = \(person)
                               AND NOT EXISTS (SELECT 1
                                                 FROM stand_in i
                                                WHERE i.token_hash = s.token_hash)
                               AND NOT EXISTS (SELECT 1
                                                 FROM saml_session m
                                                WHERE m.token_hash = s.token_hash))
      """)
  }
}
