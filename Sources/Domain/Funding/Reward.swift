// What a backer gets for a pledge: from which amount, how many there are, how it reaches them.

/// A reward of a campaign.
package struct Reward: Identified, Hashable, Sendable {
  package static let idPrefix = "rwd"

  package let id: Reward.ID
  package let campaign: Campaign.ID
  package var position: Int
  package var title: LocalText
  /// What it is, in a few sentences.
  package var description: LocalText
  /// What has to be known before paying: allergens, that it is perishable, that it may be late.
  package var notice: LocalText
  /// The least that has to be given, shipping not included.
  package var minimum: Money
  /// What the thing itself is worth; the rest of the pledge is a gift. At most the minimum.
  package var fairValue: Money
  /// How many there are in all; nil when there is no end to them.
  package var stock: Int?
  /// How many one donor may have; nil for no limit.
  package var limitPerDonor: Int?
  package var delivery: RewardDelivery
  package var season: Season?
  /// Food and plants: the right of withdrawal does not apply, and the page says so before paying
  /// (Codice del consumo, art. 59 d).
  package var isPerishable: Bool

  package init(
    id: Reward.ID, campaign: Campaign.ID, position: Int, words: RewardWords, price: RewardPrice
  ) {
    self.id = id
    self.campaign = campaign
    self.position = position
    (title, description, notice) = (words.title, words.description, words.notice)
    (minimum, fairValue) = (price.minimum, price.fairValue)
    delivery = .none
    isPerishable = false
  }

  package static let countMax = 40
  package static let stockMax = 1_000_000

  /// What has to be mended before a reviewer may see it.
  package var gaps: [CampaignGap] {
    let name = title.shown(in: .italian).text
    return delivery != .none && season == nil ? [.rewardWithoutSeason(name: name)] : []
  }
}

/// What a reward says of itself.
package struct RewardWords: Hashable, Sendable {
  package var title: LocalText
  package var description: LocalText
  package var notice: LocalText

  package static let titleMax = 90
  package static let descriptionMax = 1_000
  package static let noticeMax = 500

  package init(title: LocalText, description: LocalText = .none, notice: LocalText = .none) {
    self.title = title
    self.description = description
    self.notice = notice
  }
}

/// From which amount a reward is given, and what it is worth.
package struct RewardPrice: Hashable, Sendable {
  package var minimum: Money
  /// Never more than the minimum.
  package var fairValue: Money

  package init(minimum: Money, fairValue: Money) {
    self.minimum = minimum
    self.fairValue = fairValue
  }
}

/// How a reward reaches its backer.
package enum RewardDelivery: Hashable, Sendable {
  /// Nothing moves: a thank-you, a visit, a name on the wall.
  case none
  /// Collected at a place.
  case pickUp(PickUpPoint.ID)
  /// Sent home, for this much on top of the pledge.
  case shipping(cost: Money)

  /// The kind without what it carries, as a column keeps it.
  package var kind: RewardDeliveryKind {
    switch self {
    case .none: .none
    case .pickUp: .pickUp
    case .shipping: .shipping
    }
  }
  /// What is added to the pledge.
  package var cost: Money {
    switch self {
    case .shipping(let cost): cost
    case .none, .pickUp: .zero
    }
  }
}

/// The kinds of delivery.
package enum RewardDeliveryKind: String, CaseIterable, Hashable, Sendable {
  case none, pickUp, shipping
}
