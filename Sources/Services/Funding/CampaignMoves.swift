// The one way in which a campaign changes state: state, history, and the task that tells of it.
package import Domain
import Store

extension Transaction {
  /// Moves a campaign on and writes it with its event.
  func move(
    _ campaign: inout Campaign, on event: CampaignEvent, to next: CampaignState, _ stamp: Stamp
  ) throws {
    let before = campaign.state
    campaign.state = next
    if event == .deadline, next == before {
      campaign.closesAt = campaign.secondRoundClosesAt
      campaign.secondRoundAt = stamp.now
    }
    if case .extend(let later) = event {
      campaign.closesAt = later
      campaign.wasExtended = true
    }
    try update(campaign, at: stamp.now)
    let id: CampaignEventRow.ID = stamp.entropy.id(at: stamp.now)
    try record(
      CampaignEventRow(
        id: id, campaign: campaign.id, step: (before, next), reason: event.reason ?? "",
        by: stamp.actor, at: stamp.now))
    if CampaignNews(of: next) != nil {
      try enqueue(QueuedTask(.tellCampaign, id.description), stamp)
    }
  }
}

extension Campaign {
  /// Where it lies, for permission.
  package var location: Place {
    .campaign(id.description, organisation: organisation.description)
  }
}
