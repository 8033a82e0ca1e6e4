// A person's promise of money to a campaign, and the rules by which a campaign accepts it.

/// A pledge: what was promised, by which way of paying, and how far it has come.
package struct Pledge: Identified, Hashable, Sendable {
  package static let idPrefix = "plg"

  package let id: Pledge.ID
  package let campaign: Campaign.ID
  /// Nil for a donation without reward.
  package let reward: Reward.ID?
  package let split: PriceSplit
  package let donor: Donor
  package let keys: PledgeKeys
  package let placedAt: Instant
  package var method: PaymentMethod
  package var state: PledgeState
  /// Until when it is kept without being paid.
  package var expiresAt: Instant?
  package var confirmedAt: Instant?
  /// It was paid after its time, when the reward had gone to somebody else.
  package var rewardLost: Bool

  /// A new pledge, whose reward is reserved for it.
  package init(
    id: Pledge.ID, to campaign: Campaign.ID, for reward: Reward.ID?, _ promise: Promise,
    at now: Instant
  ) {
    self.id = id
    self.campaign = campaign
    self.reward = reward
    (split, donor, keys) = (promise.split, promise.donor, promise.keys)
    method = promise.method
    placedAt = now
    state = .reserved
    expiresAt = now + promise.method.patience
    rewardLost = false
  }

  /// What a new pledge consists of.
  package struct Promise: Hashable, Sendable {
    package let split: PriceSplit
    package let donor: Donor
    package let method: PaymentMethod
    package let keys: PledgeKeys

    package init(split: PriceSplit, donor: Donor, method: PaymentMethod, keys: PledgeKeys) {
      self.split = split
      self.donor = donor
      self.method = method
      self.keys = keys
    }
  }

  /// What the donor pays, shipping included.
  package var total: Money { split.total }
}

/// Why a campaign does not accept a pledge.
package enum PledgeRefusal: Error, Hashable, Sendable {
  /// It has not opened, is on hold, or is over.
  case campaignNotOpen(CampaignState)
  /// Less than the campaign or the reward asks for: the figure.
  case belowMinimum(Money)
  /// More than one pledge may be: the figure.
  case aboveMaximum(Money)
  case wrongCurrency(Currency)
  /// All of the reward are taken.
  case rewardGone
  /// No such reward in this campaign.
  case unknownReward
  /// This donor has as many as one may have.
  case limitPerDonor(Int)
  /// It is sent home, and nobody said where that is.
  case addressMissing
}

/// What a donor asks of a campaign.
package struct PledgeOffer: Sendable {
  /// Shipping not included.
  package let amount: Money
  /// Whether it is known where to send things.
  package let hasAddress: Bool

  package init(amount: Money, hasAddress: Bool = false) {
    self.amount = amount
    self.hasAddress = hasAddress
  }
}

/// A reward with what is known of it under its lock.
package struct RewardOnOffer: Sendable {
  package let reward: Reward
  /// Pledges that hold one of it now.
  package let taken: Int
  /// How many of those are this donor's.
  package let takenByDonor: Int

  package init(reward: Reward, taken: Int, takenByDonor: Int = 0) {
    self.reward = reward
    self.taken = taken
    self.takenByDonor = takenByDonor
  }
  /// How many are left; nil when there is no end to them.
  package var left: Int? { reward.stock.map { max(0, $0 - taken) } }
}

extension Campaign {
  /// Less costs more to take than it brings, and is how stolen cards are tried out.
  package static let pledgeMin = Money.euro(2)
  /// More is arranged by talking to people.
  package static let pledgeMax = Money.euro(50_000)

  /// The parts of an accepted pledge; or why it is not accepted. Changes nothing.
  package func accept(_ offer: PledgeOffer, for choice: RewardOnOffer?, at now: Instant)
    throws(PledgeRefusal) -> PriceSplit
  {
    guard isOpen(at: now) else { throw .campaignNotOpen(state) }
    guard offer.amount.currency == currency else { throw .wrongCurrency(offer.amount.currency) }
    if let choice {
      guard choice.reward.campaign == id else { throw .unknownReward }
      guard choice.left != 0 else { throw .rewardGone }
      if let limit = choice.reward.limitPerDonor, choice.takenByDonor >= limit {
        throw .limitPerDonor(limit)
      }
      let minimum = max(choice.reward.minimum, minimumPledge)
      guard offer.amount >= minimum else { throw .belowMinimum(minimum) }
      guard offer.hasAddress || choice.reward.delivery.kind != .shipping else {
        throw .addressMissing
      }
    } else {
      guard offer.amount >= minimumPledge else { throw .belowMinimum(minimumPledge) }
    }
    guard offer.amount <= Self.pledgeMax else { throw .aboveMaximum(Self.pledgeMax) }
    return PriceSplit(amount: offer.amount, reward: choice?.reward)
  }
}
