// What for: asks about payments whose time is over, so that their pledges can be tried again.
// Why it may run twice: it only enqueues look-ups, of which one waits for each payment.
// When it fails: a pledge shows as on its way a little longer; the next run asks again.
import Domain
import Services
package import Work

/// Ends payments that nobody finished.
package struct ExpirePaymentsJob: Job {
  package static let trigger = Trigger.every(.minutes(1))
  package static let retries = Retries.never
  package static let limits = Limits(perRun: 500, concurrency: .one)

  let expirePayments: ExpirePayments

  package func run(_ context: JobContext) async throws -> TaskOutcome {
    try await expirePayments(limit: Self.limits.perRun)
    return .done
  }
}
