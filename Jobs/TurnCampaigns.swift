// What for: opens approved campaigns on their day, takes pledges no more after their last, decides
// how they ended, and gives back what those hold that came to nothing.
// Why it may run twice: a campaign that has moved on is skipped under its own lock.
// When it fails: campaigns open or close later than they say; run it again from the desk.
import Domain
import Services
import Work

/// Opens and closes campaigns by the calendar.
struct TurnCampaignsJob: Job {
  static let trigger = Trigger.every(.minutes(1))
  static let retries = Retries.never
  static let limits = Limits(perRun: TurnCampaigns.batchMax, concurrency: .one)

  let turnCampaigns: TurnCampaigns
  let settleCampaign: SettleCampaign
  let settleEscrow: SettleEscrow
  let returnFunds: ReturnFunds

  func run(_ context: JobContext) async throws -> TaskOutcome {
    _ = try await turnCampaigns()
    for id in try await settleCampaign.waiting() { _ = try await settleCampaign(id) }
    _ = try await settleEscrow()
    _ = try await returnFunds()
    return .done
  }
}
