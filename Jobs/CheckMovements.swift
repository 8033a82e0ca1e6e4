// What for: reads the providers' accounts with us, books their fees, and puts every difference
// between them and the ledger on the desk.
// Why it may run twice: a line is kept once under the provider's id, a fee is booked under that id.
// When it fails: fees are booked later; run it again when the provider answers.
import Domain
import Logging
import Services
import Work

/// Holds the ledger against the providers' own lines.
struct CheckMovementsJob: Job {
  static let trigger = Trigger.every(.minutes(30))
  static let retries = Retries.never
  static let limits = Limits(timeout: .minutes(20), concurrency: .one)

  let checkMovements: CheckMovements

  func run(_ context: JobContext) async throws -> TaskOutcome {
    let report = try await checkMovements()
    if report.differences > 0 {
      context.logger.warning(
        "ledger and provider differ", metadata: ["count": "\(report.differences)"])
    }
    return .done
  }
}
