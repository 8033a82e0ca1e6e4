// What for: publishes the ledger's last hash of the day and mails it to auditors.
// Why it may run twice: a day has one head, and a person one mail about it.
// When it fails: the next run publishes the days that are missing.
import Domain
import Services
import Work

/// Publishes the head of the day that ended.
struct PublishHeadJob: Job {
  static let trigger = Trigger.daily(hour: 0, minute: 20)
  static let retries = Retries.never
  static let limits = Limits(timeout: .minutes(10), concurrency: .one)

  let publishHead: PublishHead

  func run(_ context: JobContext) async throws -> TaskOutcome {
    try await publishHead()
    return .done
  }
}
