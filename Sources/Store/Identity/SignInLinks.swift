// One-time sign-in links: only the hash of each token is stored.
package import Domain
import Literals

/// A link as it is stored.
package struct SignInLinkRow: Hashable, Sendable {
  package let tokenHash: Digest
  package let person: Person.ID
  /// Where to go after signing in.
  package let nextPath: String
  package let createdAt: Instant
  package let expiresAt: Instant
  package let usedAt: Instant?
  /// When it was sent to the person's address; nil for one that the operator printed.
  package var mailedAt: Instant?
  /// The hash of the mark of the browser that asked; nil for one that the operator printed.
  package var browserHash: Digest?

  package init(
    tokenHash: Digest, person: Person.ID, nextPath: String, createdAt: Instant, expiresAt: Instant
  ) {
    self.tokenHash = tokenHash
    self.person = person
    self.nextPath = nextPath
    self.createdAt = createdAt
    self.expiresAt = expiresAt
    usedAt = nil
  }

  init(row: Row) throws {
    tokenHash = try row("token_hash")
    person = try row("person_id")
    nextPath = try row("next_path")
    createdAt = try row("created_at")
    expiresAt = try row("expires_at")
    usedAt = try row("used_at")
    mailedAt = try row("mailed_at")
    browserHash = try row("browser_hash")
  }
}

extension Transaction {
  package func insert(_ link: SignInLinkRow) throws {
    try execute(
      """
      INSERT INTO sign_in_link (token_hash, person_id, next_path, created_at, expires_at,
                                mailed_at, browser_hash)
           VALUES (\(link.tokenHash), \(link.person), \(link.nextPath), \(link.createdAt),
                   \(link.expiresAt), \(link.mailedAt), \(link.browserHash))
      """)
  }

  /// Which link has this hash?
  package func signInLink(_ tokenHash: Digest) throws -> SignInLinkRow? {
    try first(
      """
      SELECT l.token_hash, l.person_id, l.next_path, l.created_at, l.expires_at, l.used_at,
             l.mailed_at, l.browser_hash
        FROM sign_in_link l
       WHERE l.token_hash = \(tokenHash)
      """, as: SignInLinkRow.init(row:))
  }

  /// Uses a link. False when someone was faster or its time is over.
  package func useSignInLink(_ tokenHash: Digest, at now: Instant) throws -> Bool {
    try execute(
      """
      UPDATE sign_in_link
         SET used_at = \(now)
       WHERE token_hash = \(tokenHash) AND used_at IS NULL AND expires_at > \(now)
      """) == 1
  }

  /// How many links were made for someone since an instant?
  package func signInLinks(of person: Person.ID, since: Instant) throws -> Int {
    try first(
      """
      SELECT COUNT(*) AS n
        FROM sign_in_link l
       WHERE l.person_id = \(person) AND l.created_at > \(since)
      """, as: { try $0("n") }) ?? 0
  }

  /// No link that was made for someone opens anything from now on.
  package func spendSignInLinks(of person: Person.ID, at now: Instant) throws {
    try execute(
      """
      UPDATE sign_in_link SET used_at = \(now) WHERE person_id = \(person) AND used_at IS NULL
      """)
  }
}
