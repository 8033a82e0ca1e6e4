// How a campaign ended: decided once, stored with what it was decided from, never computed again.

/// The result of a campaign at its settlement.
package enum CampaignVerdict: String, CaseIterable, Hashable, Sendable {
  /// The minimum was reached; exactly reaching it counts.
  case reached
  /// The minimum was not reached and the rule lets the campaign keep what it raised.
  case belowTarget
  /// The minimum was not reached (or nothing was raised at all); everybody gets everything back.
  case notReached
}

/// A verdict with its inputs.
package struct CampaignOutcome: Hashable, Sendable {
  package let rule: FundingRule
  package let minimum: Money
  /// Paid and confirmed by the ledger, refunds and lost disputes taken off.
  package let confirmed: Money
  /// Promised in time, not arrived by the end of the horizon: not counted.
  package let pendingIgnored: Money
  package let decidedAt: Instant
  package let verdict: CampaignVerdict
  /// The minimum was reached at the end of a first round: what goes back later changes nothing.
  package let passedMinimum: Bool

  package init(
    rule: FundingRule, minimum: Money, confirmed: Money, pendingIgnored: Money,
    decidedAt: Instant, passedMinimum: Bool = false
  ) {
    self.passedMinimum = passedMinimum
    self.rule = rule
    self.minimum = minimum
    self.confirmed = confirmed
    self.pendingIgnored = pendingIgnored
    self.decidedAt = decidedAt
    if confirmed >= minimum || (passedMinimum && confirmed.isPositive) {
      verdict = .reached
    } else {
      switch rule {
      case .allOrNothing, .minimumThenOptimum: verdict = .notReached
      case .keepWhatYouRaise: verdict = confirmed.isPositive ? .belowTarget : .notReached
      }
    }
  }

  /// The state that this verdict leads to.
  package var state: CampaignState {
    switch verdict {
    case .reached, .belowTarget: .succeeded
    case .notReached: .failed
    }
  }
  /// What the stored digest is made of: anyone can write this line again from the public ledger.
  package func inputs(of campaign: Campaign.ID) -> String {
    [
      "raccolto-outcome-1", campaign.description, rule.rawValue, confirmed.currency.code,
      "minimum=\(minimum.cents)", "confirmed=\(confirmed.cents)",
      "pending=\(pendingIgnored.cents)", "at=\(decidedAt.milliseconds)", verdict.rawValue,
    ].joined(separator: "|") + (passedMinimum ? "|minimum-passed" : "")
  }
}
