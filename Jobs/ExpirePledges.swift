// What for: frees the rewards of pledges that nobody paid in time, and tells their donors.
// Why it may run twice: each pledge is looked at again under the lock that payments take.
// When it fails: rewards stay reserved a little longer; the next minute tries again.
import Domain
import Services
import Work

/// Lets unpaid pledges lapse.
struct ExpirePledgesJob: Job {
  static let trigger = Trigger.every(.minutes(1))
  static let retries = Retries.never
  static let limits = Limits(perRun: ExpirePledges.batchMax, concurrency: .one)

  let expirePledges: ExpirePledges

  func run(_ context: JobContext) async throws -> TaskOutcome {
    // A full batch means that more may wait: the next run would be a minute late.
    while try await expirePledges() == ExpirePledges.batchMax {}
    return .done
  }
}
