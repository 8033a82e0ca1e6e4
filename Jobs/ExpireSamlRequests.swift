// What for: forgets requests to identity providers that nobody answered, minors' after a day, and
// keeps what was refused within its bounds.
// Why it may run twice: what is forgotten is gone.
// When it fails: old requests stay in the table; they are refused all the same.
import Domain
import Services
import Work

/// Clears what waits for no answer any more.
struct ExpireSamlRequestsJob: Job {
  static let trigger = Trigger.every(.minutes(10))
  static let retries = Retries.never
  static let limits = Limits(perRun: TendFederation.batchMax, concurrency: .one)

  let tend: TendFederation

  func run(_ context: JobContext) async throws -> TaskOutcome {
    while try await tend.expireRequests() {}
    return .done
  }
}
