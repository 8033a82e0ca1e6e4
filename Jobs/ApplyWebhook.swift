// What for: turns a provider's event into the state of a payment, its posting and its pledge.
// Why it may run twice: the state is fetched anew, only ever moves forward, and books under a key.
// When it fails: the event waits in the inbox on the desk; replay it when the provider answers.
import Domain
import Services
import Work

/// Applies one event of the webhook inbox.
struct ApplyWebhookJob: Job {
  static let retries = Retries.exponential(attempts: 12, upTo: .hours(6))
  static let limits = Limits(timeout: .minutes(1))

  let applyWebhook: ApplyWebhook

  func run(_ context: JobContext) async throws -> TaskOutcome {
    guard let id = context.subject.flatMap({ WebhookEvent.ID($0) }) else {
      return .discard("its subject is no event")
    }
    switch try await applyWebhook(id, isLastAttempt: context.isLastAttempt) {
    case .applied, .ignored: return .done
    case .deferred: return .retry("about something that is not known yet")
    case .dead: return .discard("about something that nobody knows; see the exceptions")
    case .noSuchEvent: return .discard("no such event, or its provider is not wired any more")
    }
  }
}

extension JobContext {
  /// What the task is about; nil when its arguments are not ours.
  var subject: String? { QueuedTask.subject(of: arguments) }
}
