// Hands a finished draft to the reviewers.
package import Domain
package import Store

/// Submits a draft, by whoever answers for it.
package struct SubmitCampaign: Sendable {
  let database: Database
  let clock: WallClock
  let entropy: Entropy

  package init(database: Database, clock: WallClock, entropy: Entropy) {
    self.database = database
    self.clock = clock
    self.entropy = entropy
  }

  package enum Outcome: Hashable, Sendable {
    case submitted
    case refused(CampaignRefusal)
    case notAllowed
    case noSuchCampaign
  }

  package func callAsFunction(_ slug: Slug, by actor: Actor) async throws -> Outcome {
    let stamp = Stamp(at: clock.now, by: actor, entropy)
    return try await database.write { tx in
      guard let draft = try tx.campaignDraft(slug),
        var campaign = try tx.campaignLocked(draft.campaign.id)
      else { return .noSuchCampaign }
      guard actor.may(.submitCampaign, on: campaign.location) else { return .notAllowed }
      let next: CampaignState
      do throws(CampaignRefusal) {
        next = try campaign.next(
          on: .submit,
          in: CampaignContext(
            actor: actor.person, now: stamp.now, gaps: draft.gaps(at: stamp.now)))
      } catch { return .refused(error) }
      try tx.move(&campaign, on: .submit, to: next, stamp)
      try tx.record(
        .submitCampaign, on: AuditRecord.Object("campaign", campaign.id.description), stamp)
      return .submitted
    }
  }
}
