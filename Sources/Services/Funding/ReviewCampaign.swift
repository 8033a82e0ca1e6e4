// A second person decides whether a campaign may go to the public.
package import Domain
package import Store

/// Reviews a submitted campaign, by a reviewer who did not write it.
package struct ReviewCampaign: Sendable {
  let database: Database
  let clock: WallClock
  let entropy: Entropy

  package init(database: Database, clock: WallClock, entropy: Entropy) {
    self.database = database
    self.clock = clock
    self.entropy = entropy
  }

  package enum Decision: Hashable, Sendable {
    case approve
    case requestChanges(reason: String)
    case reject(reason: String)

    var event: CampaignEvent {
      switch self {
      case .approve: .approve
      case .requestChanges(let reason): .requestChanges(reason: reason)
      case .reject(let reason): .reject(reason: reason)
      }
    }
  }
  package enum Outcome: Hashable, Sendable {
    case decided(CampaignState)
    case refused(CampaignRefusal)
    case notAllowed
    case noSuchCampaign
  }

  package func callAsFunction(_ decision: Decision, on slug: Slug, by actor: Actor) async throws
    -> Outcome
  {
    let stamp = Stamp(at: clock.now, by: actor, entropy)
    return try await database.write { tx in
      guard let found = try tx.campaign(slug), var campaign = try tx.campaignLocked(found.id)
      else { return .noSuchCampaign }
      guard actor.may(.reviewCampaign, on: campaign.location), let reviewer = actor.person else {
        return .notAllowed
      }
      let next: CampaignState
      do throws(CampaignRefusal) {
        next = try campaign.next(
          on: decision.event, in: CampaignContext(actor: reviewer, now: stamp.now))
      } catch { return .refused(error) }
      try tx.set(reviewer: reviewer, of: campaign.id)
      try tx.move(&campaign, on: decision.event, to: next, stamp)
      // What is approved after its opening date opens at once.
      if next == .approved, let opensAt = campaign.opensAt, opensAt <= stamp.now {
        // A moment later, so that its history has an order.
        let after = Stamp(at: stamp.now + .milliseconds(1), by: actor, entropy)
        try tx.move(&campaign, on: .open, to: .live, after)
      }
      try tx.record(
        .reviewCampaign, on: AuditRecord.Object("campaign", campaign.id.description), stamp,
        detail: ["decision": decision.event.name.rawValue])
      return .decided(campaign.state)
    }
  }
}
