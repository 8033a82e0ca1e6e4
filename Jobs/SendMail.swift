// What for: hands one mail that was queued with its cause to the mail server.
// Why it may run twice: a mail that went out is not sent again; its Message-ID is its own.
// When it fails: the queue tries for three days; then it is red on the desk with the reason.
import Domain
import Services
import Work

/// Sends one mail.
struct SendMailJob: Job {
  static let limits = Limits(timeout: .minutes(2), concurrency: .atMost(4))

  let sendMail: SendMail

  func run(_ context: JobContext) async throws -> TaskOutcome {
    guard let id = context.subject.flatMap({ StoredMail.ID($0) }) else {
      return .discard("not a mail's id")
    }
    do {
      switch try await sendMail(id) {
      case .sent, .sentBefore: return .done
      case .noSuchMail: return .discard("there is no such mail")
      }
    } catch let fault as Fault where !fault.retryable {
      return .discard(fault.what)
    }
  }
}
