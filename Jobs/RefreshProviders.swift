// What for: reads the identity providers' metadata anew, so that their new keys are known in time.
// Why it may run twice: a source that says the same changes nothing.
// When it fails: the last good copy stays in use; mend the file that the desk names.
import Domain
import Services
import Work

/// Keeps what we know of identity providers fresh.
struct RefreshProvidersJob: Job {
  static let trigger = Trigger.every(.minutes(15))
  static let retries = Retries.never
  static let limits = Limits(timeout: .minutes(5), concurrency: .one)

  let tend: TendFederation

  func run(_ context: JobContext) async throws -> TaskOutcome {
    let problems = try await tend.refreshProviders()
    guard !problems.isEmpty else { return .done }
    return .discard(
      "metadata that cannot be read (the last good copy stays): "
        + problems.joined(separator: "; "))
  }
}
