// Mail addresses as ways in: those that were proved, those that somebody asks to add.
package import Domain
import Literals

/// An address that someone says is theirs, until a link that was sent there comes back.
package struct AddressClaimRow: Hashable, Sendable {
  package let tokenHash: Digest
  package let person: Person.ID
  /// The hash of what the forms of the session that asked are bound to.
  package let browserHash: Digest
  package let email: EmailAddress
  package let createdAt: Instant
  package let expiresAt: Instant

  package init(
    tokenHash: Digest, by person: Person.ID, in browserHash: Digest, email: EmailAddress,
    times: (created: Instant, expires: Instant)
  ) {
    self.tokenHash = tokenHash
    self.person = person
    self.browserHash = browserHash
    self.email = email
    (createdAt, expiresAt) = times
  }

  init(row: Row) throws {
    self.init(
      tokenHash: try row("token_hash"), by: try row("person_id"), in: try row("browser_hash"),
      email: try row("email"), times: (try row("created_at"), try row("expires_at")))
  }
}

extension Transaction {
  package func insert(_ claim: AddressClaimRow) throws {
    try execute(
      """
      INSERT INTO address_claim (token_hash, person_id, browser_hash, email, created_at,
                                 expires_at)
           VALUES (\(claim.tokenHash), \(claim.person), \(claim.browserHash), \(claim.email),
                   \(claim.createdAt), \(claim.expiresAt))
      """)
  }

  /// Which address is claimed under this hash, if the claim was not used and its time is not over?
  package func addressClaim(_ tokenHash: Digest, at now: Instant) throws -> AddressClaimRow? {
    try first(
      """
      SELECT c.token_hash, c.person_id, c.browser_hash, c.email, c.created_at, c.expires_at
        FROM address_claim c
       WHERE c.token_hash = \(tokenHash) AND c.used_at IS NULL AND c.expires_at > \(now)
      """, as: AddressClaimRow.init(row:))
  }

  /// How many addresses did someone claim since an instant?
  package func addressClaims(of person: Person.ID, since: Instant) throws -> Int {
    try first(
      """
      SELECT COUNT(*) AS n
        FROM address_claim c
       WHERE c.person_id = \(person) AND c.created_at > \(since)
      """, as: { try $0("n") }) ?? 0
  }

  /// Uses a claim; false when it was used before.
  package func useAddressClaim(_ tokenHash: Digest, at now: Instant) throws -> Bool {
    try execute(
      """
      UPDATE address_claim SET used_at = \(now)
       WHERE token_hash = \(tokenHash) AND used_at IS NULL
      """) == 1
  }

  /// When did a link that was sent to someone's address come back? Nil for never.
  package func addressVerifiedAt(of person: Person.ID) throws -> Instant? {
    try first("SELECT p.email_verified_at AS at FROM person p WHERE p.id = \(person)") {
      try $0("at", as: Instant?.self)
    } ?? nil
  }

  /// Notes that someone reads mail at their address.
  package func noteAddressVerified(of person: Person.ID, at now: Instant) throws {
    try execute(
      """
      UPDATE person SET email_verified_at = \(now)
       WHERE id = \(person) AND email <> '' AND email_verified_at IS NULL
      """)
  }

  /// Gives a proved address to who has none; false when they have one, or somebody else has it.
  package func giveAddress(
    _ email: EmailAddress, to person: Person.ID, at now: Instant
  ) throws -> Bool {
    try execute(
      """
      UPDATE person SET email = \(email), email_key = \(email.key), email_verified_at = \(now)
       WHERE id = \(person) AND email = ''
         AND NOT EXISTS (SELECT 1 FROM person o WHERE o.email_key = \(email.key))
      """) == 1
  }

  /// Takes someone's address away, with every link that was sent there.
  package func takeAddress(of person: Person.ID, at now: Instant) throws {
    try execute(
      """
      UPDATE person SET email = '', email_key = \(person.description), email_verified_at = NULL
       WHERE id = \(person)
      """)
    try spendSignInLinks(of: person, at: now)
  }
}
