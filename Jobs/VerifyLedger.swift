// What for: checks every invariant of the ledger each night.
// Why it may run twice: it only reads.
// When it fails: `raccolto ledger verify` names the entries; nothing is mended by itself.
import Domain
import Services
import Work

/// Looks for what may not be.
struct VerifyLedgerJob: Job {
  static let trigger = Trigger.daily(hour: 3, minute: 15)
  static let retries = Retries.never
  static let limits = Limits(timeout: .hours(1), concurrency: .one)

  let verifyLedger: VerifyLedger

  func run(_ context: JobContext) async throws -> TaskOutcome {
    let report = try await verifyLedger()
    guard let first = report.findings.first else { return .done }
    let place = [first.entry, first.account].compactMap { $0 }.joined(separator: " ")
    return .discard(
      "\(report.findings.count) findings; the first: \(first.invariant) \(place)."
        + " Consider raccolto ledger verify")
  }
}
