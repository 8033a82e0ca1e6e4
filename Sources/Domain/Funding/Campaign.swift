// A fundraising effort: who, what for, until when, by which rule.

/// A campaign as decisions need it; its texts and pictures are read apart.
package struct Campaign: Identified, Hashable, Sendable {
  package static let idPrefix = "cmp"

  package let id: Campaign.ID
  package let organisation: Organisation.ID
  package let slug: Slug
  /// Who drafted it, and so cannot review it.
  package let author: Person.ID
  package var state: CampaignState
  package var rule: FundingRule
  package let currency: Currency
  /// The least that a pledge may be. Less costs more to take than it brings.
  package var minimumPledge: Money
  /// What must be reached, and what would do everything: both sums of the budget lines.
  package var target: BudgetTarget
  package var opensAt: Instant?
  /// The end of its last day in Rome.
  package var closesAt: Instant?
  package var wasExtended: Bool
  /// When the second round began: the minimum was reached, once and for all.
  package var secondRoundAt: Instant?
  package var charging = CardCharging.atOnce
  /// What stays on the way to the project.
  package var fees = FeeRule.standard

  package init(
    id: Campaign.ID, organisation: Organisation.ID, slug: Slug, author: Person.ID,
    state: CampaignState = .draft, rule: FundingRule = .allOrNothing,
    minimumPledge: Money = Campaign.pledgeMin, target: BudgetTarget = .zero,
    opensAt: Instant? = nil, closesAt: Instant? = nil, wasExtended: Bool = false
  ) {
    self.id = id
    self.organisation = organisation
    self.slug = slug
    self.author = author
    self.state = state
    self.rule = rule
    self.minimumPledge = minimumPledge
    currency = minimumPledge.currency
    self.target = target
    self.opensAt = opensAt
    self.closesAt = closesAt
    self.wasExtended = wasExtended
  }

  /// Whether a pledge can be placed at an instant.
  package func isOpen(at now: Instant) -> Bool {
    guard state == .live, let opensAt, let closesAt else { return false }
    return now >= opensAt && now < closesAt
  }
}

/// What a campaign says of itself.
package struct CampaignTexts: Hashable, Sendable {
  /// One line, up to `titleMax` characters.
  package var title: LocalText
  /// What it is in one or two sentences.
  package var summary: LocalText
  /// The story, in Markdown.
  package var story: LocalText
  /// Where it happens, as people say it.
  package var place: String
  /// The picture's address; empty for none.
  package var picture: String

  package static let titleMax = 90
  package static let summaryMax = 280
  package static let storyMax = 20_000
  package static let placeMax = 80
  package static let pictureMax = 300

  package init(
    title: LocalText, summary: LocalText = .none, story: LocalText = .none, place: String = "",
    picture: String = ""
  ) {
    self.title = title
    self.summary = summary
    self.story = story
    self.place = place
    self.picture = picture
  }
}
