// The ballots of an election as a count reads them: projects by number, equal ballots as one.

/// What a count is made of. Ballots that say the same are kept once, with how many said it: where
/// people choose one project, a hundred thousand ballots become a few hundred.
package struct Profile: Sendable {
  /// In whole units of the currency.
  package let budget: Int64
  /// All ballots cast, blank ones too: whom Equal Shares divides the budget among.
  package let voters: Int64
  /// By id, in the order of its UTF-8 bytes; every list of a count is in this order.
  package let candidates: [Candidate]
  /// Whether ballots carry points (cumulative, scoring, ordinal) or plain choices.
  package let hasPoints: Bool
  /// How many different ballots were cast.
  package var distinctBallots: Int { ballots.count }
  /// What was bought from the candidates, where that counts.
  package var purchases: Purchases?
  let ballots: WeightedBallots
  let support: Support

  /// What can be funded.
  package struct Candidate: Hashable, Sendable {
    package let id: ExternalID
    package let name: String
    /// In whole units of the currency.
    package let cost: Int64
    /// How many ballots give it something.
    package let supporters: Int64
    /// Votes or points.
    package let score: Int64
    /// Where it stands in groups that may be limited: by column of the file.
    package let groups: [GroupColumn: String]

    init(
      id: ExternalID, described: (name: String, groups: [GroupColumn: String]), cost: Int64,
      supporters: Int64, score: Int64
    ) {
      self.id = id
      (name, groups) = described
      self.cost = cost
      self.supporters = supporters
      self.score = score
    }
    init(_ other: Candidate, score: Int64) {
      self.init(
        id: other.id, described: (other.name, other.groups), cost: other.cost,
        supporters: other.supporters, score: score)
    }
  }

  /// Columns of a `.pb` file by which projects may be grouped.
  package enum GroupColumn: String, CaseIterable, Hashable, Sendable {
    case category, neighborhood, district, subunit
  }
}

/// Distinct ballots, one after another in flat arrays.
struct WeightedBallots: Sendable {
  /// Where each ballot's choices begin, and the end of the last.
  var starts: [Int32] = [0]
  /// Numbers of candidates, ascending within a ballot.
  var choices: [Int32] = []
  /// Points beside the choices; empty for plain choices.
  var points: [Int32] = []
  /// How many voters cast each.
  var weights: [Int64] = []

  var count: Int { weights.count }
}

/// The same from the other side: for each candidate, the ballots that support it.
struct Support: Sendable {
  var starts: [Int32]
  /// Numbers of ballots, ascending within a candidate.
  var ballots: [Int32]
  /// Points beside them; empty for plain choices.
  var points: [Int32]

  init(_ weighted: WeightedBallots, candidates: Int) {
    var counts = [Int32](repeating: 0, count: candidates + 1)
    for choice in weighted.choices { counts[Int(choice) + 1] += 1 }
    for index in 0..<candidates { counts[index + 1] += counts[index] }
    starts = counts
    ballots = Array(repeating: 0, count: weighted.choices.count)
    points = Array(repeating: 0, count: weighted.points.count)
    for ballot in 0..<weighted.count {
      for place in Int(weighted.starts[ballot])..<Int(weighted.starts[ballot + 1]) {
        let candidate = Int(weighted.choices[place])
        let slot = Int(counts[candidate])
        counts[candidate] += 1
        ballots[slot] = Int32(ballot)
        if !points.isEmpty { points[slot] = weighted.points[place] }
      }
    }
  }

  func range(of candidate: Int) -> Range<Int> {
    Int(starts[candidate])..<Int(starts[candidate + 1])
  }
}

extension Profile {
  /// Another profile in which one project has more votes (points), by nobody's ballot.
  init(_ other: Profile, giving votes: Int64, to number: Int) {
    (budget, voters, hasPoints) = (other.budget, other.voters, other.hasPoints)
    (ballots, support, purchases) = (other.ballots, other.support, other.purchases)
    var candidates = other.candidates
    candidates[number] = Candidate(candidates[number], score: candidates[number].score + votes)
    self.candidates = candidates
  }

  /// The ballots of a file. Withdrawn projects are left out. An ordinal ballot of L names gives
  /// L, L−1, … 1 points; choices with no points support nothing.
  package init(_ file: PabulibFile) {
    let order = file.projects.indices.filter { !file.projects[$0].isWithdrawn }
      .sorted { file.projects[$0].id < file.projects[$1].id }
    var numbers = [Int32](repeating: -1, count: file.projects.count)
    for (number, index) in order.enumerated() { numbers[index] = Int32(number) }
    budget = file.meta.budget
    voters = Int64(file.ballots.count)
    hasPoints = file.meta.voteType.measure == .points
    let merged = BallotMerger.merge(file, numbers: numbers, candidates: order.count)
    ballots = merged
    support = Support(merged, candidates: order.count)
    let tallies = file.tallies()
    candidates = order.enumerated().map { [support] number, index in
      let project = file.projects[index]
      let supporters = support.ballots[support.range(of: number)]
        .reduce(Int64(0)) { $0 + merged.weights[Int($1)] }
      return Candidate(
        id: project.id, described: (project.name, project.groups), cost: project.cost,
        supporters: supporters, score: tallies[index].score)
    }
  }
}
