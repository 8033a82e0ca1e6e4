// What a count gives: who is funded, at what cost, round by round, and where lots would matter.

/// The result of one rule on one profile. Projects are numbers of `Profile.candidates`.
package struct CountOutcome: Hashable, Sendable {
  /// In the order in which the rule took them.
  package internal(set) var selected: [Int] = []
  /// What the selected take of the budget, in whole units of the currency.
  package internal(set) var cost: Int64 = 0
  package internal(set) var rounds: [CountRound] = []
  /// Equals that the rule had to choose among.
  package internal(set) var ties: [CountTie] = []
  /// What each voter could spend in the end; nil for rules without shares.
  package internal(set) var share: CountShare?
  /// The comparison step handed the result to `greedy`.
  package internal(set) var isGreedyInstead = false
  /// What was bought from each candidate; empty where purchases do not count.
  package internal(set) var purchases: [Purchases.Total] = []
}

/// One decision of a rule.
package struct CountRound: Hashable, Sendable {
  package let project: Int
  package let verdict: Verdict
  /// What the rule ordered by at that moment.
  package let strength: Strength
  /// Of the budget, in whole units, after this decision.
  package let left: Int64

  package enum Verdict: Hashable, Sendable {
    case funded
    /// Funded with what was left, by the clause for the last one.
    case fundedWithRest
    case tooExpensive
    case belowMinimum
    case unsupported
    /// Another project of its set was funded.
    case excluded(by: Int)
    case groupFull
    /// The rule had stopped before its turn.
    case afterStop
  }

  package enum Strength: Hashable, Sendable {
    case score(Int64)
    /// Votes (points) for a cost.
    case scorePerCost(Int64, cost: Int64)
    /// Effective votes (points), in hundredths, rounded down: cost divided by what each supporter
    /// who can afford it pays for one vote (point). Less than the votes where supporters have
    /// spent their money already.
    case effectiveHundredths(Int64)
    /// Sequential Phragmén: each supporter's load afterwards, in hundredths, rounded up.
    case loadHundredths(Int64)
    /// Votes and purchases: the score in millionths of everything, rounded down.
    case partsPerMillion(Int64)
  }
}

/// Projects that were equal when one of them had to be taken.
package struct CountTie: Hashable, Sendable {
  /// In the order in which ties were broken.
  package let projects: [Int]
  /// Whether another order among them would fund other projects: then a lot decides money.
  package let decides: Bool
}

/// A voter's share under Equal Shares.
package struct CountShare: Hashable, Sendable {
  /// The budget was divided in whole units only, as the cities do.
  package let isWhole: Bool
  /// Budget divided by voters, and so many whole units more.
  package let raisedBy: Int64
  /// Whether the next unit would have been over budget.
  package let nextIsOverBudget: Bool
  /// How many outcomes were computed; all other shares were proven to change nothing.
  package let runs: Int64
}

/// Why a count was not made.
package enum CountRefusal: Error, Hashable, Sendable {
  /// `greedy-threshold` on a file without `min_project_score_threshold`.
  case minimumMissing
  /// `votes-and-purchases` without the parts that each has, or without a file of purchases.
  case purchaseRuleMissing
  case purchasesMissing
  /// Shares and voters together are beyond 62 bits: no real election comes near.
  case numbersTooLarge
  case unknownProject(ExternalID)
  /// Someone asked to stop.
  case stopped
}

/// How far a long count is.
package struct CountProgress: Hashable, Sendable {
  /// Outcomes computed so far.
  package let outcomes: Int64
  /// How much each voter's share was raised, in whole units.
  package let raisedBy: Int64
  /// What the last outcome costs, to be compared with the budget.
  package let cost: Int64

  package init(outcomes: Int64, raisedBy: Int64, cost: Int64) {
    self.outcomes = outcomes
    self.raisedBy = raisedBy
    self.cost = cost
  }
}

/// Asked between two outcomes of a long count; false stops it.
package typealias CountWatch = (CountProgress) -> Bool
