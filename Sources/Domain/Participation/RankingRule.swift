// The rule of a pure ranking: most votes first, equal votes share a place, the first k are chosen.

/// The rule by which votes become an order, and how many places it gives away.
package struct RankingRule: Hashable, Sendable {
  /// How many projects of a constituency are chosen. Nobody is chosen without a single vote.
  package enum Winners: Hashable, Sendable {
    case all
    case first(Int)
  }
  package let winners: Winners
  /// Constituencies that choose another number, by name.
  package let exceptions: [String: Winners]

  /// The rule's name and version as they stand in certified documents. A change of meaning needs a
  /// new version.
  package static let name = "most-votes-shared-places"
  package static let version = 1

  package init(winners: Winners, exceptions: [String: Winners] = [:]) {
    self.winners = winners
    self.exceptions = exceptions
  }

  /// How many are chosen in a constituency.
  package func winners(in constituency: String) -> Winners {
    exceptions[constituency] ?? winners
  }
}
