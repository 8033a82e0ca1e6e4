// The declared order among equals, as one number for each project.

/// Smaller ranks come first. The order is total: no two candidates have the same rank, so that
/// nothing ever depends on the order of rows, of memory or of a hash.
struct TieRanks: Sendable {
  private let ranks: [Int]

  init(_ profile: Profile, _ parameters: CountParameters) {
    let candidates = profile.candidates
    var drawn: [ExternalID: Int] = [:]
    for (place, id) in parameters.drawnOrder.enumerated() where drawn[id] == nil {
      drawn[id] = place
    }
    // Candidates are sorted by id already, so their number is their place among ids.
    let lot = candidates.indices.map { drawn[candidates[$0].id] ?? drawn.count + $0 }
    let order = candidates.indices.sorted { left, right in
      let (first, second) = (candidates[left], candidates[right])
      switch parameters.ties {
      case .id: break
      case .costVotesID:
        if first.cost != second.cost { return first.cost < second.cost }
        if first.score != second.score { return first.score > second.score }
      }
      return lot[left] < lot[right]
    }
    var ranks = [Int](repeating: 0, count: candidates.count)
    for (rank, candidate) in order.enumerated() { ranks[candidate] = rank }
    self.ranks = ranks
  }

  subscript(candidate: Int) -> Int { ranks[candidate] }

  /// A copy in which one candidate comes before all others: to see what a lot would change.
  func preferring(_ candidate: Int) -> TieRanks { TieRanks(self, first: candidate) }

  private init(_ other: TieRanks, first candidate: Int) {
    var ranks = other.ranks
    ranks[candidate] = -1
    self.ranks = ranks
  }
}
