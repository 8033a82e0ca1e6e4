// Who has which fiscal code: found by its keyed mark, read only when it is needed.
package import Domain
import Literals

extension Transaction {
  /// Whose fiscal code has this mark?
  package func person(markedBy mark: Digest) throws -> Person? {
    try first(
      """
      SELECT p.id, p.email, p.name, p.language, p.created_at
        FROM fiscal_identity f
        JOIN person p ON p.id = f.person_id
       WHERE f.fiscal_mark = \(mark)
      """, as: Person.init(row:))
  }

  /// Binds a fiscal code to a person; false when either is bound already.
  package func bind(
    _ person: Person.ID, mark: Digest, sealed: [UInt8], at now: Instant
  ) throws -> Bool {
    try execute(
      """
      INSERT INTO fiscal_identity (person_id, fiscal_mark, fiscal_sealed, first_seen_at,
                                   last_seen_at)
           VALUES (\(person), \(mark), \(sealed), \(now), \(now))
      ON CONFLICT DO NOTHING
      """) == 1
  }

  /// Notes that someone proved their fiscal code again.
  package func touchFiscalIdentity(_ person: Person.ID, at now: Instant) throws {
    try execute(
      "UPDATE fiscal_identity SET last_seen_at = \(now) WHERE person_id = \(person)")
  }

  /// The sealed fiscal code of whoever has this session, if the session came by SPID or CIE.
  package func sealedFiscalCode(of session: Digest) throws -> (SamlSessionRow, [UInt8])? {
    try first(
      """
      SELECT m.token_hash, m.provider, m.scheme, m.level, m.name_id, m.name_qualifier,
             m.session_index, m.authenticated_at, f.fiscal_sealed
        FROM saml_session m
        JOIN session s ON s.token_hash = m.token_hash
        JOIN fiscal_identity f ON f.person_id = s.person_id
       WHERE m.token_hash = \(session) AND s.ended_at IS NULL
      """
    ) { (try SamlSessionRow(row: $0), try $0("fiscal_sealed")) }
  }

  /// Since when is someone known by a fiscal code? Nil for who is not.
  package func fiscalIdentitySince(of person: Person.ID) throws -> Instant? {
    try first("SELECT f.first_seen_at FROM fiscal_identity f WHERE f.person_id = \(person)") {
      try $0("first_seen_at")
    }
  }

  /// Takes a fiscal code from a person; false when they have none.
  package func unbindFiscalCode(of person: Person.ID) throws -> Bool {
    try execute("DELETE FROM fiscal_identity WHERE person_id = \(person)") == 1
  }

  /// Which providers vouched for someone since their fiscal code is known? The latest first.
  package func identityUses(of person: Person.ID) throws -> [IdentityUse] {
    try rows(
      """
      SELECT m.provider, m.scheme, MAX(m.authenticated_at) AS last_at
        FROM session s
        JOIN saml_session m ON m.token_hash = s.token_hash
        JOIN fiscal_identity f ON f.person_id = s.person_id
       WHERE s.person_id = \(person) AND m.authenticated_at >= f.first_seen_at
       GROUP BY m.provider, m.scheme
       ORDER BY last_at DESC, m.provider
       LIMIT 20
      """
    ) {
      IdentityUse(
        source: .init(provider: try $0("provider"), scheme: try $0("scheme")),
        lastAt: try $0("last_at"))
    }
  }
}
