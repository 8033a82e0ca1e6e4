// What the public screens of campaigns show, filled by the store and by nobody else.

/// A campaign in a list.
package struct CampaignCard: Hashable, Sendable {
  package let id: Campaign.ID
  package let slug: Slug
  package let state: CampaignState
  package let texts: CampaignTexts
  package let organisation: String
  package let organisationSlug: Slug
  package let meter: Meter
  package let backers: Int
  package let opensAt: Instant?
  package let closesAt: Instant?
  /// How it ended; nil until it is settled.
  package let verdict: CampaignVerdict?

  package init(
    id: Campaign.ID, slug: Slug, state: CampaignState, texts: CampaignTexts,
    owner: (name: String, slug: Slug), progress: (meter: Meter, backers: Int),
    dates: (opensAt: Instant?, closesAt: Instant?), verdict: CampaignVerdict?
  ) {
    self.id = id
    self.slug = slug
    self.state = state
    self.texts = texts
    (organisation, organisationSlug) = owner
    (meter, backers) = progress
    (opensAt, closesAt) = dates
    self.verdict = verdict
  }
}

/// What the visitor asked the list for.
package struct CampaignFilter: Hashable, Sendable {
  /// Groups of states that visitors understand.
  package enum Status: String, CaseIterable, Hashable, Sendable {
    case open, funded, ended

    /// The states that it stands for.
    package var states: [CampaignState] {
      switch self {
      case .open: [.live, .onHold, .settling]
      case .funded: [.succeeded]
      case .ended: [.failed, .cancelled]
      }
    }
  }
  package var status: Status?
  package var organisation: Slug?
  package var delivery: RewardDeliveryKind?
  /// Words that have to be in title, summary or organisation.
  package var words: String

  package static let wordsMax = 80

  package init(
    status: Status? = nil, organisation: Slug? = nil, delivery: RewardDeliveryKind? = nil,
    words: String = ""
  ) {
    self.status = status
    self.organisation = organisation
    self.delivery = delivery
    self.words = words
  }
  /// Whether everything is asked for.
  package var isEverything: Bool { self == CampaignFilter() }
}

/// A reward with what is left of it and where it is collected.
package struct RewardOffer: Hashable, Sendable {
  package let reward: Reward
  package let taken: Int
  package let point: PickUpPoint?

  package init(reward: Reward, taken: Int, point: PickUpPoint?) {
    self.reward = reward
    self.taken = taken
    self.point = point
  }
  /// How many are left; nil when there is no end to them.
  package var left: Int? { reward.stock.map { max(0, $0 - taken) } }
}

/// A voted project that a campaign raises money for, with its place as certified: fixed for ever.
package struct CampaignSource: Hashable, Sendable {
  package let project: Project.ID
  package let title: String
  package let ranking: Ranking.ID
  package let place: Int
  /// Among how many.
  package let ranked: Int
  package let votes: Int
  package let rule: String
  package let digest: Digest
  /// The process it was voted in.
  package let process: Slug

  package init(
    project: (id: Project.ID, title: String), ranking: Ranking.ID,
    result: (place: Int, ranked: Int, votes: Int), rule: String, digest: Digest, process: Slug
  ) {
    (self.project, title) = project
    self.ranking = ranking
    (place, ranked, votes) = result
    self.rule = rule
    self.digest = digest
    self.process = process
  }
}

/// A backer as the public may see one: what they did not allow is not here at all.
package struct RecentBacker: Hashable, Sendable {
  package let name: String?
  package let amount: Money?
  /// Nil for who shows a name and hides an amount.
  package let on: CivilDate?

  package init(name: String?, amount: Money?, on: CivilDate?) {
    self.name = name
    self.amount = amount
    self.on = on
  }
}

/// Everything on a campaign's page.
package struct CampaignPage: Hashable, Sendable {
  package let campaign: Campaign
  package let card: CampaignCard
  package let lines: [BudgetLine]
  package let rewards: [RewardOffer]
  package let sources: [CampaignSource]
  package let recent: [RecentBacker]
  package let outcome: CampaignOutcome?
  /// What saved cards promise, without shipping. It is not raised.
  package var promised = Money.zero
  /// Sponsors who add to it.
  package var matches: [MatchOnPage] = []

  package init(
    campaign: Campaign, card: CampaignCard, lines: [BudgetLine], rewards: [RewardOffer],
    sources: [CampaignSource], recent: [RecentBacker], outcome: CampaignOutcome?
  ) {
    self.campaign = campaign
    self.card = card
    self.lines = lines
    self.rewards = rewards
    self.sources = sources
    self.recent = recent
    self.outcome = outcome
  }
}

/// One posting of a campaign as the public may see it: no names, no pledge.
package struct PublicLedgerRow: Hashable, Sendable {
  /// The day it happened outside.
  package let on: CivilDate
  /// The kind of the journal entry, as the ledger names it.
  package let kind: String
  /// Added to what is held for the campaign; negative when it was taken off.
  package let amount: Money

  package init(on: CivilDate, kind: String, amount: Money) {
    self.on = on
    self.kind = kind
    self.amount = amount
  }
}

/// A campaign's public ledger, newest first.
package struct PublicLedger: Hashable, Sendable {
  package let card: CampaignCard
  package let rows: [PublicLedgerRow]
  /// How many there are in all; more than `rows` on later pages.
  package let count: Int
  /// The sum of all rows, not only of those shown.
  package let total: Money

  package init(card: CampaignCard, rows: [PublicLedgerRow], count: Int, total: Money) {
    self.card = card
    self.rows = rows
    self.count = count
    self.total = total
  }
}
