// What for: warns well before a certificate ends, ours or an identity provider's.
// Why it may run twice: it only reads.
// When it fails: nothing stops working yet; look at `raccolto spid check`.
import Domain
import Services
import Work

/// Looks for certificates near their end.
struct WatchCertificatesJob: Job {
  static let trigger = Trigger.daily(hour: 7, minute: 30)
  static let retries = Retries.never
  static let limits = Limits(timeout: .minutes(5), concurrency: .one)

  let tend: TendFederation

  func run(_ context: JobContext) async throws -> TaskOutcome {
    let ending = try await tend.endingCertificates()
    guard !ending.isEmpty else { return .done }
    let list = ending.map { "\($0.owner) on \($0.expiresAt.rfc3339)" }.joined(separator: "; ")
    return .discard("certificates that end soon: \(list). Consider raccolto spid check")
  }
}
