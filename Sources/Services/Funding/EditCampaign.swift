// Saves one part of a draft at a time; what is unfinished is kept, and said on the task list.
package import Domain
package import Store

/// Changes a draft, by whoever answers for it.
package struct EditCampaign: Sendable {
  let database: Database
  let clock: WallClock
  let entropy: Entropy

  package init(database: Database, clock: WallClock, entropy: Entropy) {
    self.database = database
    self.clock = clock
    self.entropy = entropy
  }

  /// One part, as its form sends it.
  package enum Part: Sendable {
    case texts(CampaignTexts)
    case budget([Line])
    case saveReward(RewardForm)
    case removeReward(Reward.ID)
    case dates(
      opensOn: CivilDate, closesOn: CivilDate, rule: FundingRule, charging: CardCharging = .atOnce)
  }
  /// A budget line before it has an id.
  package struct Line: Hashable, Sendable {
    package let title: LocalText
    package let minimum: Money
    package let optimum: Money

    package init(title: LocalText, minimum: Money, optimum: Money) {
      self.title = title
      self.minimum = minimum
      self.optimum = optimum
    }
  }
  /// A reward as its form sends it; without an id it is a new one.
  package struct RewardForm: Sendable {
    package let id: Reward.ID?
    package let words: RewardWords
    package let price: RewardPrice
    package var stock: Int?
    package var limitPerDonor: Int?
    package var delivery: RewardDelivery = .none
    package var season: Season?
    package var isPerishable = false

    package init(id: Reward.ID?, words: RewardWords, price: RewardPrice) {
      self.id = id
      self.words = words
      self.price = price
    }
  }

  package enum Outcome: Hashable, Sendable {
    case saved
    /// It is with a reviewer, or public: its promises do not change any more.
    case notEditable(CampaignState)
    case notAllowed
    case noSuchCampaign
    case noSuchReward
    case tooManyRewards
  }

  package func callAsFunction(_ part: Part, of slug: Slug, by actor: Actor) async throws -> Outcome
  {
    let stamp = Stamp(at: clock.now, by: actor, entropy)
    return try await database.write { tx in
      guard let campaign = try tx.campaign(slug) else { return .noSuchCampaign }
      guard actor.may(.editCampaign, on: campaign.location) else { return .notAllowed }
      guard campaign.state.isEditable else { return .notEditable(campaign.state) }
      return try save(part, of: campaign, tx, stamp)
    }
  }

  private func save(_ part: Part, of campaign: Campaign, _ tx: Transaction, _ stamp: Stamp) throws
    -> Outcome
  {
    switch part {
    case .texts(let texts): try tx.update(texts, of: campaign.id, at: stamp.now)
    case .budget(let lines):
      let numbered = lines.prefix(BudgetLine.countMax).enumerated().map { index, line in
        BudgetLine(
          id: entropy.id(at: stamp.now), position: index + 1, title: line.title,
          minimum: line.minimum, optimum: max(line.minimum, line.optimum))
      }
      try tx.replaceBudget(of: campaign.id, with: numbered)
      try tx.update(campaign, at: stamp.now)
    case .saveReward(let form): return try save(form, of: campaign, tx, stamp)
    case .removeReward(let id): try tx.delete(id, of: campaign.id)
    case .dates(let opensOn, let closesOn, let rule, let charging):
      var changed = campaign
      changed.opensAt = opensOn.start
      changed.closesAt = closesOn.end
      changed.rule = rule
      changed.charging = charging
      try tx.update(changed, at: stamp.now)
    }
    return .saved
  }

  private func save(
    _ form: RewardForm, of campaign: Campaign, _ tx: Transaction, _ stamp: Stamp
  ) throws -> Outcome {
    let rewards = try tx.rewards(of: campaign.id).map(\.reward)
    let earlier = rewards.first { $0.id == form.id }
    if form.id != nil, earlier == nil { return .noSuchReward }
    if earlier == nil, rewards.count >= Reward.countMax { return .tooManyRewards }
    var reward = Reward(
      id: earlier?.id ?? entropy.id(at: stamp.now), campaign: campaign.id,
      position: earlier?.position ?? (rewards.map(\.position).max() ?? 0) + 1, words: form.words,
      price: form.price)
    reward.stock = form.stock
    reward.limitPerDonor = form.limitPerDonor
    reward.delivery = form.delivery
    reward.season = form.season
    reward.isPerishable = form.isPerishable
    try tx.save(reward)
    return .saved
  }
}
