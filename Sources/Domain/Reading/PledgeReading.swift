// What donors see of their own pledge, and owners of the pledges to their campaign.

/// One change of a pledge, for its timeline.
package struct PledgeChange: Hashable, Sendable {
  package let state: PledgeState
  package let at: Instant

  package init(state: PledgeState, at: Instant) {
    self.state = state
    self.at = at
  }
}

/// A pledge's own page, for whoever has its address.
package struct PledgePage: Hashable, Sendable {
  package let pledge: Pledge
  package let campaign: Campaign
  package let title: LocalText
  package let organisation: String
  package let reward: RewardOffer?
  package let changes: [PledgeChange]
  /// The words of the mandate that was agreed to, where a card is saved.
  package var agreed: String?

  package init(
    pledge: Pledge, campaign: Campaign, title: LocalText, organisation: String,
    reward: RewardOffer?, changes: [PledgeChange]
  ) {
    self.pledge = pledge
    self.campaign = campaign
    self.title = title
    self.organisation = organisation
    self.reward = reward
    self.changes = changes
  }
}

/// A pledge as the campaign's owner may see it.
package struct OwnedPledge: Hashable, Sendable {
  package let id: Pledge.ID
  package let reference: PersonReference
  package let state: PledgeState
  package let amount: Money
  package let reward: LocalText?
  /// Nil when the donor did not want the organisation to know, and nothing has to be handed over.
  package let name: String?
  package let address: PostalAddress?
  package let placedAt: Instant

  package init(
    id: Pledge.ID, reference: PersonReference, state: PledgeState, amount: Money,
    reward: LocalText?, who: (name: String?, address: PostalAddress?), placedAt: Instant
  ) {
    self.id = id
    self.reference = reference
    self.state = state
    self.amount = amount
    self.reward = reward
    (name, address) = who
    self.placedAt = placedAt
  }
}

/// A campaign on the desk, in whatever state.
package struct DeskCampaign: Hashable, Sendable {
  package let campaign: Campaign
  package let texts: CampaignTexts
  package let organisation: String
  package let meter: Meter
  package let updatedAt: Instant

  package init(
    campaign: Campaign, texts: CampaignTexts, organisation: String, meter: Meter,
    updatedAt: Instant
  ) {
    self.campaign = campaign
    self.texts = texts
    self.organisation = organisation
    self.meter = meter
    self.updatedAt = updatedAt
  }
}

/// One change of a campaign, for its history.
package struct CampaignChange: Hashable, Sendable {
  package let from: CampaignState?
  package let to: CampaignState
  package let reason: String
  /// Empty when the timetable did it.
  package let actor: String
  package let at: Instant

  package init(
    from: CampaignState?, to: CampaignState, reason: String, actor: String, at: Instant
  ) {
    self.from = from
    self.to = to
    self.reason = reason
    self.actor = actor
    self.at = at
  }
}

/// A draft with all its parts, for setting up and reviewing.
package struct CampaignDraft: Hashable, Sendable {
  package let campaign: Campaign
  package let texts: CampaignTexts
  package let organisation: String
  package let lines: [BudgetLine]
  package let rewards: [RewardOffer]
  package let points: [PickUpPoint]
  package let sources: [CampaignSource]
  package let changes: [CampaignChange]

  package init(
    campaign: Campaign, texts: CampaignTexts, organisation: String,
    parts: (lines: [BudgetLine], rewards: [RewardOffer], points: [PickUpPoint]),
    sources: [CampaignSource], changes: [CampaignChange]
  ) {
    self.campaign = campaign
    self.texts = texts
    self.organisation = organisation
    (lines, rewards, points) = parts
    self.sources = sources
    self.changes = changes
  }
  /// What it still lacks at an instant.
  package func gaps(at now: Instant) -> [CampaignGap] {
    campaign.gaps(texts: texts, lines: lines, rewards: rewards.map(\.reward), at: now)
  }
}
