// What for: finds what webhooks missed: events that never came, payments that nobody spoke of.
// Why it may run twice: a known event is kept once, a look-up changes nothing the second time.
// When it fails: money may be at a provider and not yet in the ledger; the next run finds it.
import Domain
import Logging
import Services
import Work

/// Reads the providers' events and asks about quiet payments.
struct PollPaymentsJob: Job {
  static let trigger = Trigger.every(.minutes(5))
  static let retries = Retries.never
  static let limits = Limits(perRun: 500, timeout: .minutes(4), concurrency: .one)

  let pollPayments: PollPayments

  func run(_ context: JobContext) async throws -> TaskOutcome {
    let found = try await pollPayments(limit: Self.limits.perRun)
    if found.events > 0 {
      context.logger.warning("events were missed", metadata: ["count": "\(found.events)"])
    }
    return .done
  }
}
