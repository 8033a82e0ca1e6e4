// What for: adds the ledger's waiting changes to the totals of accounts, so that balances stay
// cheap to read. On SQLite nothing ever waits.
// Why it may run twice: a change is taken and added in one statement.
// When it fails: balances stay right and become slower to read; look at the log of the database.
import Domain
import Services
import Work

/// Folds changes into totals.
struct FoldTotalsJob: Job {
  static let trigger = Trigger.every(.seconds(10))
  static let retries = Retries.never
  static let limits = Limits(timeout: .minutes(2), concurrency: .one)

  let foldTotals: FoldTotals

  func run(_ context: JobContext) async throws -> TaskOutcome {
    try await foldTotals()
    return .done
  }
}
