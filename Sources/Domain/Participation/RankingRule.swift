// The rule of a pure ranking: most votes first, equal votes share a place, the first k are chosen.

/// The rule by which votes become an order, and how many places it gives away.
package struct RankingRule: Hashable, Sendable {
  /// How many projects are chosen. Nobody is chosen without a single vote.
  package enum Winners: Hashable, Sendable {
    case all
    case first(Int)
  }
  package let measure: VoteResult.Measure
  package let winners: Winners

  /// The rule's name and version as they stand in certified documents. A change of meaning needs a
  /// new version.
  package static let name = "most-votes-shared-places"
  package static let version = 1

  package init(by measure: VoteResult.Measure, winners: Winners) {
    self.measure = measure
    self.winners = winners
  }

  /// Rule and measure in one word, as stored: `most-votes-shared-places/1/votes`.
  package var code: String { "\(Self.name)/\(Self.version)/\(measure.rawValue)" }

  /// The rule that a code names; nil for a rule or version that is not known here.
  package init?(code: String, winners: Winners) {
    for measure in VoteResult.Measure.allCases {
      let rule = RankingRule(by: measure, winners: winners)
      if rule.code == code {
        self = rule
        return
      }
    }
    return nil
  }
}
