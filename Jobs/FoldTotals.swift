// What for: adds the ledger's waiting changes to the totals of accounts, so that balances stay
// cheap to read. On SQLite nothing ever waits.
// Why it may run twice: a change is taken and added in one statement.
// When it fails: balances stay right and become slower to read; look at the log of the database.
import Domain
import Services
package import Work

/// Folds changes into totals.
package struct FoldTotalsJob: Job {
  package static let trigger = Trigger.every(.seconds(10))
  package static let retries = Retries.never
  package static let limits = Limits(timeout: .minutes(2), concurrency: .one)

  let foldTotals: FoldTotals

  package func run(_ context: JobContext) async throws -> TaskOutcome {
    try await foldTotals()
    return .done
  }
}
