// What for: tells providers of refunds that are decided, and books what they answer.
// Why it may run twice: a refund's key is stored before the call; the same key sends money once.
// When it fails: backers wait for their money; a refund that a provider refuses is on the desk.
import Domain
import Logging
import Services
import Work

/// Sends decided refunds on their way, a few a minute.
struct SubmitRefundsJob: Job {
  static let trigger = Trigger.every(.minutes(1))
  static let retries = Retries.never
  static let limits = Limits(perRun: 50, timeout: .minutes(4), concurrency: .one)

  let submitRefunds: SubmitRefunds

  func run(_ context: JobContext) async throws -> TaskOutcome {
    let done = try await submitRefunds(limit: Self.limits.perRun)
    if done.silent > 0 {
      context.logger.warning("no answer about refunds", metadata: ["count": "\(done.silent)"])
    }
    return .done
  }
}
