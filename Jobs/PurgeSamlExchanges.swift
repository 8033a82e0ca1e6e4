// What for: purges the register of SPID and CIE exchanges after the 24 months that the law wants,
// and ends contested ways in that nobody decided for 90 days.
// Why it may run twice: what is purged is gone, and the schema refuses to delete anything younger.
// When it fails: personal data is kept too long; run it again from the desk.
import Domain
import Services
import Work

/// Ends what was kept long enough.
struct PurgeSamlExchangesJob: Job {
  static let trigger = Trigger.daily(hour: 4, minute: 10)
  static let retries = Retries.exponential(attempts: 5, upTo: .hours(6))
  static let limits = Limits(
    perRun: TendFederation.batchMax, timeout: .minutes(10), concurrency: .one)

  let tend: TendFederation

  func run(_ context: JobContext) async throws -> TaskOutcome {
    while try await tend.purgeExchanges() == TendFederation.batchMax {}
    while try await tend.endConflicts() == TendFederation.batchMax {}
    return .done
  }
}
