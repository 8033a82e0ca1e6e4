// What for: tells when many answers of identity providers are refused: an attack, or a broken key.
// Why it may run twice: it only reads.
// When it fails: refused answers are refused all the same; only the alarm is late.
import Domain
import Services
import Work

/// Looks for bursts of refused answers.
struct WatchRefusalsJob: Job {
  static let trigger = Trigger.every(.minutes(5))
  static let retries = Retries.never
  static let limits = Limits(timeout: .minutes(1), concurrency: .one)

  let tend: TendFederation

  func run(_ context: JobContext) async throws -> TaskOutcome {
    guard let reasons = try await tend.burst() else { return .done }
    let list = reasons.map { "\($0.reason) \($0.count)" }.joined(separator: ", ")
    return .discard("many refused SPID or CIE answers: \(list). Consider raccolto spid check")
  }
}
