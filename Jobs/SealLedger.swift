// What for: seals what was written into the ledger, so that nobody can change it unseen.
// Why it may run twice: an entry is sealed once; of two at once, one makes the block.
// When it fails: entries wait and are sealed later; `raccolto ledger verify` says how many wait.
import Domain
import Services
import Work

/// Makes the next block of the ledger's chain.
struct SealLedgerJob: Job {
  static let trigger = Trigger.every(.minutes(1))
  static let retries = Retries.never
  static let limits = Limits(
    perRun: SealLedger.batchMax, timeout: .minutes(10), concurrency: .one)

  let seal: SealLedger

  func run(_ context: JobContext) async throws -> TaskOutcome {
    try await seal()
    return .done
  }
}
