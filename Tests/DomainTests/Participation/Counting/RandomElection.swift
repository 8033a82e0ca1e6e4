// Small elections made up from a seed, full of what makes counting hard.
import Domain

/// A `.pb` text: equal ballots, equal costs, projects nobody wants, others dearer than the budget.
struct RandomElection: Sendable {
  var budget: Int
  var costs: [Int]
  /// Places in `costs`; with points, how many beside them.
  var ballots: [[(project: Int, points: Int)]]
  let hasPoints: Bool

  init(seed: UInt64, hasPoints: Bool = false) {
    var generator = SeededGenerator(state: seed &* 0x9E37_79B9)
    self.hasPoints = hasPoints
    let projects = Int.random(in: 1...8, using: &generator)
    let range = [1...3, 5...30, 10...12, 1...100].randomElement(using: &generator) ?? 1...3
    costs = (0..<projects).map { _ in Int.random(in: range, using: &generator) }
    let total = costs.reduce(0, +)
    // From nothing affordable to everything.
    budget = Int.random(in: 1...max(2, total * 5 / 4), using: &generator)
    let popular = Int.random(in: 1...projects, using: &generator)
    ballots = (0..<Int.random(in: 1...14, using: &generator)).map { _ in
      let length = Int.random(in: 1...min(4, popular), using: &generator)
      return Array((0..<popular).shuffled(using: &generator).prefix(length)).map {
        ($0, Int.random(in: 1...4, using: &generator))
      }
    }
    if Bool.random(using: &generator), let first = ballots.first {
      ballots += Array(repeating: first, count: Int.random(in: 1...5, using: &generator))
    }
  }

  /// Ids of one and two digits, so that order as text and as number differ.
  func id(_ project: Int) -> String { String(project + 5) }

  var text: String {
    let projects = costs.enumerated().map { "\(id($0));\($1);Progetto \($0)" }
    let votes = ballots.enumerated().map { index, ballot in
      let names = ballot.map { id($0.project) }.joined(separator: ",")
      let points = ballot.map { String($0.points) }.joined(separator: ",")
      return "v\(index);\(names)" + (hasPoints ? ";\(points)" : "")
    }
    return VoteFixtures.election(
      meta: ["budget": String(budget), "vote_type": hasPoints ? "cumulative" : "approval"],
      projects: projects.joined(separator: "\n"), votes: votes.joined(separator: "\n"),
      voteColumns: hasPoints ? "voter_id;vote;points" : "voter_id;vote")
  }

  var profile: Profile {
    get throws { Profile(try PabulibFile(Array(text.utf8))) }
  }
}
