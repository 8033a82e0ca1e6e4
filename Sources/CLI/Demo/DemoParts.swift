// The parts of a campaign as its set-up saves them, one form after the other.
import Domain
import Services

struct DemoParts {
  private let content: DemoCampaign
  private let points: [PickUpPoint]
  private let place: String
  private let today: CivilDate

  init(_ content: DemoCampaign, _ points: [PickUpPoint], at place: String, today: CivilDate) {
    self.content = content
    self.points = points
    self.place = place
    self.today = today
  }

  func parts(_ days: (opens: CivilDate, closes: CivilDate)) -> [EditCampaign.Part] {
    let texts = CampaignTexts(
      title: content.title.text, summary: content.summary.text, story: content.story.text,
      place: place, picture: content.picture)
    let lines = content.lines.map {
      EditCampaign.Line(
        title: $0.label.text, minimum: .euro($0.minimumEuros), optimum: .euro($0.optimumEuros))
    }
    return [.texts(texts), .budget(lines)] + content.rewards.map { .saveReward(form($0)) }
      + [
        .dates(
          opensOn: days.opens, closesOn: days.closes, rule: content.rule,
          charging: content.charging)
      ]
  }

  private func form(_ reward: DemoReward) -> EditCampaign.RewardForm {
    var form = EditCampaign.RewardForm(
      id: nil,
      words: RewardWords(
        title: reward.name.text, description: reward.description.text,
        notice: reward.notice.text),
      price: RewardPrice(
        minimum: .euro(reward.minimumEuros), fairValue: .euro(reward.fairValueEuros)))
    form.stock = reward.stock
    form.limitPerDonor = reward.limit
    form.isPerishable = reward.isPerishable
    form.season = reward.season.flatMap {
      Season(from: today.adding(days: $0.lowerBound), to: today.adding(days: $0.upperBound))
    }
    form.delivery =
      switch reward.delivery {
      case .none: .none
      case .pickUp(let index): .pickUp(points[index].id)
      case .shipping(let euros): .shipping(cost: .euro(euros))
      }
    return form
  }
}
