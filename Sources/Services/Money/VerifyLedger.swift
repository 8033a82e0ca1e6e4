// Whether the ledger can be trusted: the operator's `ledger verify`, and the nightly job.
package import Domain
package import Store

/// Checks every invariant of the ledger in one snapshot. For operators and the timetable only.
package struct VerifyLedger: Sendable {
  let database: Database

  package init(database: Database) { self.database = database }

  /// `known` is the hash of a block that somebody kept outside, from a mail or the public page.
  package func callAsFunction(known: Digest? = nil) async throws -> LedgerReport {
    try await database.read { tx in try tx.verifyLedger(known: known) }
  }
}
