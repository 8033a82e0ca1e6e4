// The table of second factors and that of the recovery codes that stand in for them.
package import Domain
import Literals

extension SecondFactor {
  init(row: Row) throws {
    self.init(
      of: try row("person_id"), times: (try row("created_at"), try row("confirmed_at")),
      lastStep: try row("last_step"),
      wrong: (try row("wrong_tries"), try row("last_wrong_at")))
  }
}

private let factorColumns: SQL = """
  SELECT f.person_id, f.secret_sealed, f.created_at, f.confirmed_at, f.last_step, f.wrong_tries,
         f.last_wrong_at
    FROM second_factor f
  """

extension Transaction {
  /// Whose factor is this, with its sealed secret?
  package func secondFactor(of person: Person.ID) throws -> (SecondFactor, sealed: [UInt8])? {
    try first("\(fragment: factorColumns) WHERE f.person_id = \(person)") {
      (try SecondFactor(row: $0), try $0("secret_sealed"))
    }
  }

  /// The same, and nobody else looks at it before this transaction ends: guesses come one by one.
  package func secondFactorLocked(of person: Person.ID) throws -> (
    SecondFactor, sealed: [UInt8]
  )? {
    try first(
      """
      \(fragment: factorColumns) WHERE f.person_id = \(person)
      \(sqlite: "", postgres: "FOR NO KEY UPDATE")
      """
    ) { (try SecondFactor(row: $0), try $0("secret_sealed")) }
  }

  /// Begins a factor, in place of one that was never confirmed. False where one is confirmed.
  package func begin(_ factor: SecondFactor, sealed: [UInt8]) throws -> Bool {
    try execute(
      """
      INSERT INTO second_factor (person_id, secret_sealed, created_at, last_step, wrong_tries)
           VALUES (\(factor.person), \(sealed), \(factor.createdAt), 0, 0)
      ON CONFLICT (person_id) DO UPDATE
              SET secret_sealed = excluded.secret_sealed, created_at = excluded.created_at,
                  last_step = 0
            WHERE second_factor.confirmed_at IS NULL
      """) == 1
  }

  /// Takes a code's step: confirms an unconfirmed factor, and forgets wrong tries. False when that
  /// step, or a later one, was taken before.
  package func takeStep(_ step: Int64, of person: Person.ID, at now: Instant) throws -> Bool {
    try execute(
      """
      UPDATE second_factor
         SET last_step = \(step), confirmed_at = COALESCE(confirmed_at, \(now)), wrong_tries = 0
       WHERE person_id = \(person) AND last_step < \(step)
      """) == 1
  }

  /// Notes a wrong code.
  package func noteWrongCode(of person: Person.ID, at now: Instant) throws {
    try execute(
      """
      UPDATE second_factor SET wrong_tries = wrong_tries + 1, last_wrong_at = \(now)
       WHERE person_id = \(person)
      """)
  }

  /// Forgets wrong tries after a recovery code.
  package func forgetWrongCodes(of person: Person.ID) throws {
    try execute("UPDATE second_factor SET wrong_tries = 0 WHERE person_id = \(person)")
  }

  /// Removes a factor with its recovery codes; false when there is none.
  package func removeFactor(of person: Person.ID) throws -> Bool {
    try execute("DELETE FROM recovery_code WHERE person_id = \(person)")
    return try execute("DELETE FROM second_factor WHERE person_id = \(person)") == 1
  }

  /// Gives new recovery codes in place of all earlier ones.
  package func replaceRecoveryCodes(
    of person: Person.ID, with marks: [Digest], at now: Instant
  ) throws {
    try execute("DELETE FROM recovery_code WHERE person_id = \(person)")
    for mark in marks {
      try execute(
        """
        INSERT INTO recovery_code (mark, person_id, created_at)
             VALUES (\(mark), \(person), \(now))
        """)
    }
  }

  /// Uses a recovery code; false when it is not theirs or was used.
  package func useRecoveryCode(_ mark: Digest, of person: Person.ID, at now: Instant) throws -> Bool
  {
    try execute(
      """
      UPDATE recovery_code SET used_at = \(now)
       WHERE mark = \(mark) AND person_id = \(person) AND used_at IS NULL
      """) == 1
  }

  /// What may be known of someone's factor; nil when none is confirmed.
  package func factorState(of person: Person.ID) throws -> FactorState? {
    try first(
      """
      SELECT f.confirmed_at,
             (SELECT COUNT(*) FROM recovery_code c
               WHERE c.person_id = f.person_id AND c.used_at IS NULL) AS codes
        FROM second_factor f
       WHERE f.person_id = \(person) AND f.confirmed_at IS NOT NULL
      """
    ) {
      FactorState(
        confirmedAt: try $0("confirmed_at"), recoveryCodesLeft: try $0("codes"))
    }
  }
}
