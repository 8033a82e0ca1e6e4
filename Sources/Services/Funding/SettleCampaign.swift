// Decides how a campaign ended: once, from the ledger, with the digest of what it was decided from.
package import Domain
package import Store

/// Settles campaigns whose deadline has passed and whose payments are all there, or overdue.
package struct SettleCampaign: Sendable {
  let database: Database
  let clock: WallClock
  let entropy: Entropy

  package static let batchMax = 200

  package init(database: Database, clock: WallClock, entropy: Entropy) {
    self.database = database
    self.clock = clock
    self.entropy = entropy
  }

  package enum Outcome: Hashable, Sendable {
    case settled(CampaignOutcome)
    case refused(CampaignRefusal)
    case noSuchCampaign
  }

  /// Campaigns that wait to be settled.
  package func waiting() async throws -> [Campaign.ID] {
    let now = clock.now
    return try await database.read { tx in
      try tx.dueCampaigns(in: .settling, at: now, limit: Self.batchMax)
    }
  }

  /// Settles one. Never twice: the outcome's row has the campaign as its key.
  package func callAsFunction(_ id: Campaign.ID) async throws -> Outcome {
    let stamp = Stamp(at: clock.now, by: .system, entropy)
    return try await database.write { tx in
      guard var campaign = try tx.campaignLocked(id) else { return .noSuchCampaign }
      let pending = try tx.pending(for: id)
      let outcome = CampaignOutcome(
        rule: campaign.rule, minimum: campaign.target.minimum, confirmed: try tx.raised(by: id),
        pendingIgnored: pending.amount, decidedAt: stamp.now,
        passedMinimum: campaign.secondRoundAt != nil)
      let next: CampaignState
      do throws(CampaignRefusal) {
        next = try campaign.next(
          on: .settle(outcome),
          in: CampaignContext(actor: nil, now: stamp.now, pendingPledges: pending.count))
      } catch { return .refused(error) }
      try tx.insert(
        outcome, of: campaign, backers: try tx.backers(of: id),
        digest: Digest(of: outcome.inputs(of: id)))
      try tx.move(&campaign, on: .settle(outcome), to: next, stamp)
      if next == .succeeded { _ = try tx.settleEscrow(of: campaign, stamp) }
      return .settled(outcome)
    }
  }
}
