// What a job is: the handler of one kind of task, with its trigger, its retries and its limits.
package import Domain
package import Logging
package import Store

/// Handles one kind of task. Its file says what it is for, why it may run twice, and what to do
/// when it fails.
package protocol Job: Sendable {
  static var trigger: Trigger { get }
  static var retries: Retries { get }
  static var limits: Limits { get }

  /// Does the work. An error counts as `.retry` with its description.
  func run(_ context: JobContext) async throws -> TaskOutcome
}

extension Job {
  package static var trigger: Trigger { .task }
  package static var retries: Retries { .exponential(attempts: 20, upTo: .hours(6)) }
  package static var limits: Limits { Limits() }
}

/// How an attempt ended.
package enum TaskOutcome: Hashable, Sendable {
  case done
  /// Try again later, until the attempts are used up.
  case retry(String)
  /// Trying again cannot help: a person looks at it.
  case discard(String)
  /// Put off without counting the attempt: a provider asked to wait, a date has not come.
  case snooze(until: Instant, String)
}

/// What a job knows about its run.
package struct JobContext: Sendable {
  /// Completing it inside the transaction of the job's effect makes that effect happen once.
  package let lease: TaskLease
  /// The task's JSON.
  package let arguments: String
  package let attemptsMax: Int
  package let enqueuedAt: Instant
  /// Carries the task's id, kind and attempt.
  package let logger: Logger

  /// Whether a failure now is final.
  package var isLastAttempt: Bool { lease.attempt >= attemptsMax }
}

/// A job under the name of its tasks, as the runner takes it.
package struct Handler: Sendable {
  package let kind: String
  package let retries: Retries
  package let limits: Limits
  package let run: @Sendable (JobContext) async throws -> TaskOutcome

  package init<J: Job>(_ kind: String, _ job: J) {
    self.kind = kind
    retries = J.retries
    limits = J.limits
    run = { try await job.run($0) }
  }
  /// For a job without a type.
  package init(
    _ kind: String, retries: Retries = .exponential(attempts: 20, upTo: .hours(6)),
    limits: Limits = Limits(),
    run: @escaping @Sendable (JobContext) async throws -> TaskOutcome
  ) {
    self.kind = kind
    self.retries = retries
    self.limits = limits
    self.run = run
  }
}
