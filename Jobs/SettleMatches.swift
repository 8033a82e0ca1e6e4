// What for: ends sponsors' promises with their campaigns: back to the fund, or due to the project.
// Why it may run twice: a promise that has ended is left alone, under its fund's lock.
// When it fails: a failed campaign's match stays held for it; run it again from the desk.
import Domain
import Services
import Work

/// Settles match commitments.
struct SettleMatchesJob: Job {
  static let trigger = Trigger.every(.minutes(1))
  static let retries = Retries.never
  static let limits = Limits(perRun: SettleMatches.batchMax, concurrency: .one)

  let settleMatches: SettleMatches

  func run(_ context: JobContext) async throws -> TaskOutcome {
    try await settleMatches()
    return .done
  }
}
