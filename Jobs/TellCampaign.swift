// What for: writes the mails about what became of a campaign: to its owners after a review, to its
// backers when it succeeded, failed or was called off.
// Why it may run twice: each mail has a key of its own and is written once.
// When it fails: the mails come later; run it again from the desk, nobody gets two.
import Domain
import Logging
import Services
import Work

/// Tells those whom one change of a campaign concerns.
struct TellCampaignJob: Job {
  static let limits = Limits(timeout: .minutes(10), concurrency: .atMost(2))

  let tellCampaign: TellCampaign

  func run(_ context: JobContext) async throws -> TaskOutcome {
    guard let id = context.subject.flatMap({ TellCampaign.EventID($0) }) else {
      return .discard("its subject is no change of a campaign")
    }
    switch try await tellCampaign(id) {
    case .told(let mails):
      context.logger.info("told of a campaign", metadata: ["mails": "\(mails)"])
      return .done
    case .noSuchEvent: return .discard("no such change of a campaign")
    }
  }
}
