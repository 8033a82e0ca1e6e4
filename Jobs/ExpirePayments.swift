// What for: asks about payments whose time is over, so that their pledges can be tried again.
// Why it may run twice: it only enqueues look-ups, of which one waits for each payment.
// When it fails: a pledge shows as on its way a little longer; the next run asks again.
import Domain
import Services
import Work

/// Ends payments that nobody finished.
struct ExpirePaymentsJob: Job {
  static let trigger = Trigger.every(.minutes(1))
  static let retries = Retries.never
  static let limits = Limits(perRun: 500, concurrency: .one)

  let expirePayments: ExpirePayments

  func run(_ context: JobContext) async throws -> TaskOutcome {
    try await expirePayments(limit: Self.limits.perRun)
    return .done
  }
}
