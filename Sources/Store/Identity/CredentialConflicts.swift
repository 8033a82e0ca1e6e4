// Ways in that two people claim. What is claimed is kept sealed, and only as long as it waits.
package import Domain
import Literals

extension CredentialKind: SQLBindable, ColumnReadable {}
extension ConflictRuling: SQLBindable, ColumnReadable {}

/// A conflict that waits, with what is claimed.
package struct WaitingConflict: Sendable {
  package let conflict: CredentialConflict
  /// The keyed mark of what is claimed.
  package let mark: Digest
  /// Sealed for the claimant.
  package let sealed: [UInt8]

  package init(_ conflict: CredentialConflict, mark: Digest, sealed: [UInt8]) {
    self.conflict = conflict
    self.mark = mark
    self.sealed = sealed
  }
}

extension CredentialConflict {
  init(row: Row) throws {
    let provider: String? = try row("provider")
    let scheme: IdentityScheme? = try row("scheme")
    var source: IdentityUse.Source?
    if let provider, let scheme { source = .init(provider: provider, scheme: scheme) }
    self.init(
      id: try row("id"), try row("kind"),
      between: (try row("claimant_id"), try row("holder_id")), vouchedBy: source,
      at: try row("claimed_at"))
  }
}

private let conflictColumns: SQL = """
  c.id, c.kind, c.claimant_id, c.holder_id, c.mark, c.sealed, c.provider, c.scheme, c.claimed_at,
  c.ruling, c.decided_at, c.reason
  """

extension Transaction {
  /// Puts a conflict in the queue; false when the same one waits there.
  package func insert(_ waiting: WaitingConflict) throws -> Bool {
    let conflict = waiting.conflict
    return try execute(
      """
      INSERT INTO credential_conflict (id, kind, claimant_id, holder_id, mark, sealed, provider,
                                       scheme, claimed_at)
           VALUES (\(conflict.id), \(conflict.kind), \(conflict.claimant), \(conflict.holder),
                   \(waiting.mark), \(waiting.sealed), \(conflict.vouchedBy?.provider),
                   \(conflict.vouchedBy?.scheme), \(conflict.claimedAt))
      ON CONFLICT (claimant_id, mark) WHERE ruling IS NULL DO NOTHING
      """) == 1
  }

  /// A conflict that waits; nobody else decides it before this transaction ends.
  package func waitingConflict(_ id: CredentialConflict.ID) throws -> WaitingConflict? {
    try first(
      """
      SELECT \(fragment: conflictColumns)
        FROM credential_conflict c
       WHERE c.id = \(id) AND c.ruling IS NULL
      \(sqlite: "", postgres: "FOR UPDATE")
      """
    ) {
      WaitingConflict(
        try CredentialConflict(row: $0), mark: try $0("mark"), sealed: try $0("sealed"))
    }
  }

  /// Writes the decision and forgets what was claimed.
  package func decide(
    _ id: CredentialConflict.ID, _ ruling: ConflictRuling, because reason: String,
    by decider: Person.ID?, at now: Instant
  ) throws {
    try execute(
      """
      UPDATE credential_conflict
         SET ruling = \(ruling), reason = \(reason), decided_by = \(decider), decided_at = \(now),
             sealed = NULL
       WHERE id = \(id) AND ruling IS NULL
      """)
  }

  /// Conflicts that wait since before an instant, the longest first.
  package func conflicts(waitingSince limit: Instant, most: Int) throws -> [CredentialConflict.ID] {
    try rows(
      """
      SELECT c.id
        FROM credential_conflict c
       WHERE c.ruling IS NULL AND c.claimed_at < \(limit)
       ORDER BY c.claimed_at, c.id
       LIMIT \(most)
      """
    ) { try $0("id") }
  }

  /// How many wait?
  package func waitingConflicts() throws -> Int {
    try first("SELECT COUNT(*) AS n FROM credential_conflict c WHERE c.ruling IS NULL") {
      try $0("n")
    } ?? 0
  }

  /// What two people claim: those that wait first, then the latest decisions; or one of them.
  package func contested(
    only id: CredentialConflict.ID? = nil, limit: Int = 200
  ) throws -> [ContestedCredential] {
    let which: SQL = id.map { "c.id = \($0)" } ?? "TRUE"
    let found = try rows(
      """
      SELECT \(fragment: conflictColumns), COALESCE(d.name, '') AS decider
        FROM credential_conflict c
        LEFT JOIN person d ON d.id = c.decided_by
       WHERE \(fragment: which)
       ORDER BY CASE WHEN c.ruling IS NULL THEN 0 ELSE 1 END, c.claimed_at DESC, c.id
       LIMIT \(limit)
      """
    ) { row in
      let ruling: ConflictRuling? = try row("ruling")
      let decision = try ruling.map {
        ContestedCredential.Decision(
          $0, by: try row("decider"), at: try row("decided_at"), reason: try row("reason"))
      }
      return (try CredentialConflict(row: row), decision)
    }
    return try found.compactMap { conflict, decision in
      guard let claimant = try person(conflict.claimant), let holder = try person(conflict.holder)
      else { return nil }
      return ContestedCredential(
        conflict: conflict, claimant: claimant, holder: holder, decision: decision)
    }
  }
}
