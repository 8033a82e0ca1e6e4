// People, dates and values that the funding tests share.
import Domain

enum Sample {
  static let opensAt = Instant(rfc3339: "2026-11-01T00:00:00Z") ?? Instant(milliseconds: 0)
  static let closesAt = opensAt + .days(30)
  static let author = Person.ID(at: opensAt, random: Array(repeating: 1, count: 10))
  static let reviewer = Person.ID(at: opensAt, random: Array(repeating: 2, count: 10))
  static let campaignID = Campaign.ID(at: opensAt, random: Array(repeating: 3, count: 10))

  static func campaign(_ state: CampaignState = .live) -> Campaign {
    Campaign(
      id: campaignID, organisation: Organisation.ID(at: opensAt, random: Array(1...10)),
      slug: Slug(title: "Pane e libertà"), author: author, state: state,
      target: BudgetTarget(minimum: .euro(1000), optimum: .euro(1500)), opensAt: opensAt,
      closesAt: closesAt)
  }
  static func reward(
    minimum: Money = .euro(25), fairValue: Money = .euro(15), stock: Int? = nil,
    limitPerDonor: Int? = nil, delivery: RewardDelivery = .none, of campaign: Campaign.ID? = nil
  ) -> Reward {
    var reward = Reward(
      id: Reward.ID(at: opensAt, random: Array(repeating: 4, count: 10)),
      campaign: campaign ?? campaignID, position: 1,
      words: RewardWords(title: LocalText(italian: "Cassetta di ortaggi")),
      price: RewardPrice(minimum: minimum, fairValue: fairValue))
    reward.stock = stock
    reward.limitPerDonor = limitPerDonor
    reward.delivery = delivery
    return reward
  }
  static func event(_ name: CampaignEventName) -> CampaignEvent {
    switch name {
    case .submit: .submit
    case .requestChanges: .requestChanges(reason: "Manca la foto")
    case .reject: .reject(reason: "Non è nostro")
    case .approve: .approve
    case .open: .open
    case .hold: .hold(reason: "Verifica in corso")
    case .release: .release
    case .extend: .extend(to: closesAt + .days(7))
    case .deadline: .deadline
    case .settle:
      .settle(
        CampaignOutcome(
          rule: .allOrNothing, minimum: .euro(1000), confirmed: .euro(1000),
          pendingIgnored: .zero, decidedAt: closesAt))
    case .cancel: .cancel(reason: "Il campo è allagato")
    }
  }
}
