// What for: reads the providers' accounts with us, books their fees, puts every difference between
// them and the ledger on the desk, and books the bank's lines that waited for what was read now.
// Why it may run twice: a line is kept once under the provider's id, a fee is booked under that id,
// a line of a statement is booked once.
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
  let bookWaitingLines: BookWaitingLines

  func run(_ context: JobContext) async throws -> TaskOutcome {
    let report: CheckMovements.Report
    do { report = try await checkMovements() } catch {
      // A provider that is silent keeps none of the bank's lines waiting.
      try await bookWaitingLines()
      throw error
    }
    try await bookWaitingLines()
    if report.differences > 0 {
      context.logger.warning(
        "ledger and provider differ", metadata: ["count": "\(report.differences)"])
    }
    return .done
  }
}
