// A sponsor's money that is added to what backers give, under a rule that is fixed when it opens.

/// A pool for one campaign or more. Its money lies on the ledger account `match:{fund}`.
package struct MatchFund: Identified, Hashable, Sendable {
  package static let idPrefix = "mfd"

  package let id: MatchFund.ID
  /// What people type and read: `fondazione-puglia`.
  package let code: Slug
  package let sponsor: String
  package let rule: MatchRule
  package var state: State

  package enum State: String, CaseIterable, Hashable, Sendable { case open, closed }

  package init(
    id: MatchFund.ID, code: Slug, sponsor: String, rule: MatchRule, state: State = .open
  ) {
    self.id = id
    self.code = code
    self.sponsor = sponsor
    self.rule = rule
    self.state = state
  }
}

/// What a fund has promised one campaign.
package struct MatchCommitment: Hashable, Sendable {
  package let fund: MatchFund.ID
  package let campaign: Campaign.ID
  /// Moved from the fund to what is held for the campaign, less what went back.
  package var committed: Money
  /// How often money moved: the next movement's key.
  package var movements: Int
  package var state: State

  package enum State: String, CaseIterable, Hashable, Sendable {
    /// Nothing was added yet.
    case offered
    case reserved
    /// The campaign succeeded: it is the project's.
    case due
    /// The campaign came to nothing: it is the fund's again.
    case released
    /// It was due and was taken back by a person.
    case clawedBack
  }

  package init(
    fund: MatchFund.ID, campaign: Campaign.ID, committed: Money = .zero, movements: Int = 0,
    state: State = .offered
  ) {
    (self.fund, self.campaign) = (fund, campaign)
    (self.committed, self.movements, self.state) = (committed, movements, state)
  }

  /// Whether pledges still change it.
  package var isMoving: Bool { state == .offered || state == .reserved }

  /// What has to move now so that it holds what the rule owes: never more than the fund has left.
  /// Negative when something goes back to the fund.
  package func change(to owed: Money, available: Money) -> Money {
    let missing = owed - committed
    return missing.isPositive ? min(missing, max(available, .zero)) : missing
  }
}

/// A fund beside a campaign, as everybody may see it.
package struct MatchOnPage: Hashable, Sendable {
  package let fund: MatchFund
  package let commitment: MatchCommitment
  /// What the fund has left for all its campaigns.
  package let available: Money

  package init(fund: MatchFund, commitment: MatchCommitment, available: Money) {
    (self.fund, self.commitment, self.available) = (fund, commitment, available)
  }
}
