// What for: counts ballots under the rule that was ordered; some rules take minutes.
// Why it may run twice: a count always gives the same, and is kept only while it is under way.
// When it fails: the count stays “counting”; run the task again, or stop the count at the desk.
import Domain
import Logging
import Services
import Work

/// Does one count, telling how far it is.
struct CountVotesJob: Job {
  static let retries = Retries.exponential(attempts: 5, upTo: .hours(1))
  static let limits = Limits(timeout: .hours(1), concurrency: .one)

  let runCount: RunCount

  func run(_ context: JobContext) async throws -> TaskOutcome {
    guard let id = context.subject.flatMap({ VoteCount.ID($0) }) else {
      return .discard("its subject is no count")
    }
    switch try await runCount(id) {
    case .counted(let status), .ended(let status):
      context.logger.info("votes counted", metadata: ["status": "\(status.rawValue)"])
      return .done
    case .nothingToDo: return .done
    case .noSuchCount: return .discard("no such count")
    }
  }
}
