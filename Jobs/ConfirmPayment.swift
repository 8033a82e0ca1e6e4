// What for: asks the provider how far a payment has come: after the donor's return, and for what
// webhooks missed.
// Why it may run twice: as a webhook's job; both end in the same function under the same lock.
// When it fails: the payment stays open on the desk; run it again when the provider answers.
import Domain
import Services
import Work

/// Brings one payment up to date.
struct ConfirmPaymentJob: Job {
  static let retries = Retries.exponential(attempts: 12, upTo: .hours(6))
  static let limits = Limits(timeout: .minutes(1))

  let confirmPayment: ConfirmPayment

  func run(_ context: JobContext) async throws -> TaskOutcome {
    guard let id = context.subject.flatMap({ Payment.ID($0) }) else {
      return .discard("its subject is no payment")
    }
    switch try await confirmPayment(id) {
    case .moved, .nothingNew, .mismatch: return .done
    case .noSuchPayment: return .discard("no such payment, or its provider is not wired any more")
    }
  }
}
