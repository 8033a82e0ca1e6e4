// What a draft still lacks before a reviewer may look at it.

/// One thing to do before submitting, each on the screen that can mend it.
package enum CampaignGap: Hashable, Sendable {
  case titleMissing
  case summaryMissing
  case storyMissing
  case budgetMissing
  /// A line without words.
  case budgetTitleMissing(line: Int)
  case targetBelow(Money)
  case datesMissing
  case closesInThePast
  case lastsTooLong(days: Int)
  /// A reward that has to be handed over, without the days on which it will be.
  case rewardWithoutSeason(name: String)

  /// The part of the set-up that this belongs to.
  package var step: CampaignStep {
    switch self {
    case .titleMissing, .summaryMissing, .storyMissing: .texts
    case .budgetMissing, .budgetTitleMissing, .targetBelow: .budget
    case .datesMissing, .closesInThePast, .lastsTooLong: .dates
    case .rewardWithoutSeason: .rewards
    }
  }
}

/// The parts of setting up a campaign, in the order of the task list.
package enum CampaignStep: String, CaseIterable, Hashable, Sendable {
  case texts, budget, rewards, dates
}

extension Campaign {
  /// Below this there is nothing to raise.
  package static let targetMin = Money.euro(100)
  /// Longer campaigns tire everyone.
  package static let lengthDaysMax = 120

  /// All that is missing, in the order of the task list.
  package func gaps(
    texts: CampaignTexts, lines: [BudgetLine], rewards: [Reward], at now: Instant
  ) -> [CampaignGap] {
    textGaps(texts) + Self.budgetGaps(lines) + rewards.flatMap(\.gaps) + dateGaps(at: now)
  }

  private func textGaps(_ texts: CampaignTexts) -> [CampaignGap] {
    var gaps: [CampaignGap] = []
    if texts.title.isBlank { gaps.append(.titleMissing) }
    if texts.summary.isBlank { gaps.append(.summaryMissing) }
    if texts.story.isBlank { gaps.append(.storyMissing) }
    return gaps
  }
  private static func budgetGaps(_ lines: [BudgetLine]) -> [CampaignGap] {
    guard !lines.isEmpty else { return [.budgetMissing] }
    var gaps: [CampaignGap] = []
    for (index, line) in lines.enumerated() {
      if line.title.isBlank { gaps.append(.budgetTitleMissing(line: index + 1)) }
    }
    if BudgetTarget(of: lines).minimum < targetMin { gaps.append(.targetBelow(targetMin)) }
    return gaps
  }
  private func dateGaps(at now: Instant) -> [CampaignGap] {
    guard let opensAt, let closesAt else { return [.datesMissing] }
    guard now < closesAt else { return [.closesInThePast] }
    // One hour of slack: a campaign may cross the night on which clocks go back.
    let longest = Instant.Span.days(Self.lengthDaysMax) + .hours(1)
    return closesAt - opensAt > longest ? [.lastsTooLong(days: Self.lengthDaysMax)] : []
  }
}

extension Instant.Span {
  /// One span after the other.
  package static func + (left: Instant.Span, right: Instant.Span) -> Instant.Span {
    .milliseconds(left.milliseconds + right.milliseconds)
  }
}
