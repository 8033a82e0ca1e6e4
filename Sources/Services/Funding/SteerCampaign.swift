// What may be done to a public campaign: hold it, release it, give it more time, call it off.
package import Domain
package import Store

/// Steers a campaign, by those whose role allows that act on it.
package struct SteerCampaign: Sendable {
  let database: Database
  let clock: WallClock
  let entropy: Entropy

  package init(database: Database, clock: WallClock, entropy: Entropy) {
    self.database = database
    self.clock = clock
    self.entropy = entropy
  }

  package enum Step: Hashable, Sendable {
    case hold(reason: String)
    case release
    /// To the end of a later day.
    case extend(to: CivilDate)
    case cancel(reason: String)

    var event: CampaignEvent {
      switch self {
      case .hold(let reason): .hold(reason: reason)
      case .release: .release
      case .extend(let day): .extend(to: day.end)
      case .cancel(let reason): .cancel(reason: reason)
      }
    }
    var act: Act {
      switch self {
      case .hold, .release: .pauseCampaign
      case .extend: .closeCampaign
      case .cancel: .cancelCampaign
      }
    }
  }
  package enum Outcome: Hashable, Sendable {
    case done(CampaignState)
    case refused(CampaignRefusal)
    case notAllowed
    case noSuchCampaign
  }

  package func callAsFunction(_ step: Step, on slug: Slug, by actor: Actor) async throws
    -> Outcome
  {
    let stamp = Stamp(at: clock.now, by: actor, entropy)
    return try await database.write { tx in
      guard let found = try tx.campaign(slug), var campaign = try tx.campaignLocked(found.id)
      else { return .noSuchCampaign }
      guard actor.may(step.act, on: campaign.location) else { return .notAllowed }
      let next: CampaignState
      do throws(CampaignRefusal) {
        next = try campaign.next(
          on: step.event, in: CampaignContext(actor: actor.person, now: stamp.now))
      } catch { return .refused(error) }
      try tx.move(&campaign, on: step.event, to: next, stamp)
      try tx.record(
        step.act, on: AuditRecord.Object("campaign", campaign.id.description), stamp,
        detail: ["event": step.event.name.rawValue])
      return .done(next)
    }
  }
}
