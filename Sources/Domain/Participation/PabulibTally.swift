// What each project got, counted from the ballots of a `.pb` file.

/// What one project got.
package struct Tally: Hashable, Sendable {
  /// How many ballots name it.
  package var supporters: Int64 = 0
  /// Votes or points: what a ranking orders by.
  package var score: Int64 = 0
}

extension PabulibFile {
  /// One tally per project, in the file's order. Approval and choose-1 score one a ballot,
  /// cumulative and scoring the points given, ordinal L, L−1, … 1 for a ballot naming L projects
  /// (as Pabulib's `score` column does).
  package func tallies() -> [Tally] {
    Self.tallies(of: ballots, for: projects.count, under: meta)
  }

  static func tallies(of ballots: Ballots, for projects: Int, under meta: Meta) -> [Tally] {
    var tallies = [Tally](repeating: Tally(), count: projects)
    for index in 0..<ballots.count {
      let range = ballots[index]
      for place in range {
        let project = Int(ballots.choices[place])
        tallies[project].supporters += 1
        switch meta.voteType {
        case .approval, .chooseOne: tallies[project].score += 1
        case .cumulative, .scoring: tallies[project].score += Int64(ballots.points[place])
        case .ordinal: tallies[project].score += Int64(range.upperBound - place)
        }
      }
    }
    guard meta.voteType == .scoring, meta.defaultScore != 0 else { return tallies }
    for project in tallies.indices {
      let silent = Int64(ballots.count) - tallies[project].supporters
      tallies[project].score += meta.defaultScore * silent
    }
    return tallies
  }
}
