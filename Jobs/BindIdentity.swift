// What for: after a sign-in, pledges made without an account become visible to whoever has proved
// the same address by a link.
// Why it may run twice: what is bound is never bound anew, nor to anybody else.
// When it fails: one's pledges are missing from the profile until the next sign-in; run it again.
import Domain
import Logging
import Services
import Work

/// Binds what someone did before they were known.
struct BindIdentityJob: Job {
  static let limits = Limits(timeout: .minutes(1), concurrency: .atMost(4))

  let bindIdentity: BindIdentity

  func run(_ context: JobContext) async throws -> TaskOutcome {
    guard let id = context.subject.flatMap({ Person.ID($0) }) else {
      return .discard("its subject is nobody")
    }
    switch try await bindIdentity(id) {
    case .bound(let backers):
      if backers > 0 {
        context.logger.info("bound a backer", metadata: ["person": "\(id)"])
      }
      return .done
    case .noSuchPerson: return .discard("no such person")
    }
  }
}
