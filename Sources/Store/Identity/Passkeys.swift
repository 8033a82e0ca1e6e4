// The table of passkeys and that of the challenges that wait for an answer.
package import Domain
import Literals

/// A challenge as it is stored: only its hash.
package struct PasskeyChallengeRow: Hashable, Sendable {
  let hash: Digest
  let purpose: PasskeyPurpose
  let binding: Digest
  let createdAt: Instant
  let expiresAt: Instant

  package init(
    hash: Digest, purpose: PasskeyPurpose, binding: Digest,
    times: (created: Instant, expires: Instant)
  ) {
    (self.hash, self.purpose, self.binding) = (hash, purpose, binding)
    (createdAt, expiresAt) = times
  }
}

/// A passkey with what is needed to verify it.
package struct StoredPasskey: Hashable, Sendable {
  package let passkey: Passkey
  package let key: PasskeyKey
  package let state: PasskeyState
}

extension PasskeyState {
  init(row: Row) throws {
    self.init(
      signCount: try row("sign_count"), mayBackUp: try row("may_back_up"),
      isBackedUp: try row("backed_up"))
  }
}

extension Passkey {
  init(row: Row) throws {
    self.init(
      id: try row("id"), of: try row("person_id"), name: try row("name"),
      times: (try row("created_at"), try row("last_used_at")), state: try PasskeyState(row: row))
  }
}

extension StoredPasskey {
  init(row: Row) throws {
    passkey = try Passkey(row: row)
    let name: String = try row("algorithm")
    guard let algorithm = PasskeyKey.Algorithm(rawValue: name) else {
      throw Fault("a passkey has the algorithm \(name)")
    }
    key = PasskeyKey(algorithm, try row("public_key"))
    state = try PasskeyState(row: row)
  }
}

private let passkeyColumns: SQL = """
  SELECT k.id, k.person_id, k.name, k.algorithm, k.public_key, k.sign_count, k.may_back_up,
         k.backed_up, k.created_at, k.last_used_at
    FROM passkey k
  """

extension Transaction {
  /// Keeps a new passkey; false when the device's credential is known here.
  package func insert(
    _ passkey: Passkey, _ credential: [UInt8], _ key: PasskeyKey, _ state: PasskeyState
  ) throws -> Bool {
    try execute(
      """
      INSERT INTO passkey (id, person_id, credential, algorithm, public_key, name, sign_count,
                           may_back_up, backed_up, created_at)
           VALUES (\(passkey.id), \(passkey.person), \(credential), \(key.algorithm.rawValue),
                   \(key.bytes), \(passkey.name), \(state.signCount), \(state.mayBackUp),
                   \(state.isBackedUp), \(passkey.createdAt))
      ON CONFLICT (credential) DO NOTHING
      """) == 1
  }

  /// Which passkey does an authenticator mean? Nobody else uses it before this transaction ends.
  package func passkeyLocked(named credential: [UInt8]) throws -> StoredPasskey? {
    try first(
      """
      \(fragment: passkeyColumns) WHERE k.credential = \(credential)
      \(sqlite: "", postgres: "FOR NO KEY UPDATE")
      """, as: StoredPasskey.init(row:))
  }

  /// Someone's passkeys, the oldest first.
  package func passkeys(of person: Person.ID) throws -> [Passkey] {
    try rows(
      "\(fragment: passkeyColumns) WHERE k.person_id = \(person) ORDER BY k.id",
      as: Passkey.init(row:))
  }

  /// What someone's authenticators call their passkeys.
  package func passkeyCredentials(of person: Person.ID) throws -> [[UInt8]] {
    try rows("SELECT k.credential FROM passkey k WHERE k.person_id = \(person) ORDER BY k.id") {
      try $0("credential")
    }
  }

  /// Notes what an authenticator said of itself.
  package func notePasskeyUse(_ id: Passkey.ID, _ state: PasskeyState, at now: Instant) throws {
    try execute(
      """
      UPDATE passkey
         SET sign_count = \(state.signCount), backed_up = \(state.isBackedUp),
             last_used_at = \(now)
       WHERE id = \(id)
      """)
  }

  package func renamePasskey(_ id: Passkey.ID, of person: Person.ID, to name: String) throws
    -> Bool
  {
    try execute(
      "UPDATE passkey SET name = \(name) WHERE id = \(id) AND person_id = \(person)") == 1
  }

  package func removePasskey(_ id: Passkey.ID, of person: Person.ID) throws -> Bool {
    try execute("DELETE FROM passkey WHERE id = \(id) AND person_id = \(person)") == 1
  }

  /// Removes all of someone's passkeys. Answers how many.
  package func removePasskeys(of person: Person.ID) throws -> Int {
    try execute("DELETE FROM passkey WHERE person_id = \(person)")
  }

  /// Whether someone can prove who they are here: by a second factor, a passkey, SPID or CIE. Then
  /// no other way is added before they have.
  package func canProve(_ person: Person.ID) throws -> Bool {
    try factorState(of: person) != nil || !passkeyCredentials(of: person).isEmpty
      || fiscalIdentitySince(of: person) != nil
  }

  /// Whether someone could still come in without this passkey: by mail, by SPID or CIE, or by
  /// another one.
  package func hasWayIn(_ person: Person.ID, without passkey: Passkey.ID) throws -> Bool {
    try first(
      """
      SELECT p.id
        FROM person p
       WHERE p.id = \(person)
         AND (p.email <> ''
              OR EXISTS (SELECT 1 FROM fiscal_identity f WHERE f.person_id = p.id)
              OR EXISTS (SELECT 1 FROM passkey k
                          WHERE k.person_id = p.id AND k.id <> \(passkey)))
      """
    ) { try $0("id", as: String.self) } != nil
  }
}

extension Transaction {
  package func insert(_ challenge: PasskeyChallengeRow) throws {
    try execute(
      """
      INSERT INTO passkey_challenge (hash, purpose, bound_to, created_at, expires_at)
           VALUES (\(challenge.hash), \(challenge.purpose.rawValue), \(challenge.binding),
                   \(challenge.createdAt), \(challenge.expiresAt))
      """)
  }

  /// Uses a challenge up; false when it was made for something or somebody else, was answered, or
  /// its time is over.
  package func takePasskeyChallenge(
    _ hash: Digest, for purpose: PasskeyPurpose, boundTo binding: Digest, at now: Instant
  ) throws -> Bool {
    try execute(
      """
      UPDATE passkey_challenge
         SET used_at = \(now)
       WHERE hash = \(hash) AND purpose = \(purpose.rawValue) AND bound_to = \(binding)
         AND used_at IS NULL AND expires_at > \(now)
      """) == 1
  }

  /// Forgets the challenges that nobody can answer any more.
  package func forgetPasskeyChallenges(at now: Instant) throws {
    try execute("DELETE FROM passkey_challenge WHERE expires_at <= \(now)")
  }
}
