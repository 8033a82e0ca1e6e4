// The rules by which votes and a budget become a list of funded projects, and their parameters.

/// A rule of counting, by the name that `raccolto recount --rule` and certificates use.
package enum CountRule: String, CaseIterable, Hashable, Sendable {
  /// Most votes (points) first; what does not fit is skipped.
  case greedy
  /// The same, stopping at the first that does not fit.
  case greedyNoSkip = "greedy-no-skip"
  /// As `greedy`, only for projects with a minimum of votes (points).
  case greedyThreshold = "greedy-threshold"
  /// Most votes (points) for each unit of money first; what does not fit is skipped.
  case votesPerCost = "votes-per-cost"
  /// Method of Equal Shares: budget/voters each, no completion. Utility is cost, or points.
  case equalShares = "equal-shares"
  /// The same from a share in whole units, raised by one at a time until the next outcome is over
  /// budget: the definition of the cities that use it (equalshares.net).
  case equalSharesAdd1 = "equal-shares-add1"
  /// From the exact fraction, stopping also as soon as nothing more fits (pabutools' definition).
  case equalSharesAdd1Exhaustive = "equal-shares-add1-exhaustive"
  /// The exhaustive one, then by votes with what is left.
  case equalSharesAdd1Utilitarian = "equal-shares-add1-utilitarian"
  /// Sequential Phragmén: ends when a project of least load does not fit.
  case phragmen
  /// Most votes (points) first, equal ones sharing a place; no budget.
  case ranking
  /// Votes and purchases in published parts of one score, equal ones sharing a place; no budget.
  case votesAndPurchases = "votes-and-purchases"

  /// The version of the rule's text in certified documents. A change of meaning needs a new one.
  package static let version = 1

  /// Whether voters pay for what they chose from equal shares.
  package var isEqualShares: Bool {
    switch self {
    case .equalShares, .equalSharesAdd1, .equalSharesAdd1Exhaustive, .equalSharesAdd1Utilitarian:
      true
    case .greedy, .greedyNoSkip, .greedyThreshold, .votesPerCost, .phragmen, .ranking,
      .votesAndPurchases:
      false
    }
  }
  /// Whether projects are taken by a fixed order, one after another.
  package var isGreedy: Bool {
    switch self {
    case .greedy, .greedyNoSkip, .greedyThreshold, .votesPerCost: true
    case .equalShares, .equalSharesAdd1, .equalSharesAdd1Exhaustive, .equalSharesAdd1Utilitarian,
      .phragmen, .ranking, .votesAndPurchases:
      false
    }
  }
}

/// Who comes first among equals.
package enum TieOrder: String, CaseIterable, Hashable, Sendable {
  /// The smaller id, compared by its UTF-8 bytes: `10` before `9`.
  case id
  /// Lower cost, then more votes (points), then the smaller id: the cities' order.
  case costVotesID = "cost-votes-id"
}

/// A rule with everything that it needs to know. It is published before the vote is counted.
package struct CountParameters: Hashable, Sendable {
  package var rule: CountRule
  package var ties: TieOrder = .id
  /// Projects without a single vote are funded if money is left: only to compare with pabutools.
  package var fundsUnsupported = false
  /// What `greedy-threshold` asks for; nil takes it from the file.
  package var minimumScore: Int64?
  /// At most so many projects of each group.
  package var groupLimit: GroupLimit?
  /// Of each set at most one is funded.
  package var exclusiveSets: [[ExternalID]] = []
  /// With `greedy-no-skip`: the first that does not fit is funded when at least so many hundredths
  /// of its cost are left (Poznań's 80 % clause). It takes what is left.
  package var lastFromPercent: Int?
  /// Equal Shares yields to `greedy` if more voters have more funded projects of theirs there.
  package var comparesWithGreedy = false
  /// Of a ranking, how many are chosen; nil for all with votes (or purchases).
  package var places: Int?
  /// What `votes-and-purchases` makes its score of.
  package var purchases: PurchaseRule?
  /// The order drawn by lot: it takes the place of ids in `ties`. Empty until a lot was drawn.
  package var drawnOrder: [ExternalID] = []
  /// Whether each tie is tried the other ways round, to say if it decides.
  var looksAtTies = true

  package init(_ rule: CountRule) { self.rule = rule }

  package struct GroupLimit: Hashable, Sendable {
    package let column: Profile.GroupColumn
    package let max: Int

    package init(column: Profile.GroupColumn, max: Int) {
      self.column = column
      self.max = max
    }
  }
}
