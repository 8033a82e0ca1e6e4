// The ranking of one constituency: places, ties, who is chosen, who was left out.

/// One project in its place.
package struct RankedProject: Hashable, Sendable {
  package let entry: VoteEntry
  /// Shared by projects with equal scores: 1, 1, 3.
  package let place: Int
  package let outcome: Outcome

  package enum Outcome: String, CaseIterable, Hashable, Sendable {
    case chosen
    case notChosen
    /// Waits for the resolution of a tie.
    case undecided
  }
}

/// A constituency's projects in order.
package struct RankingTable: Hashable, Sendable {
  package let voters: Int64?
  package let winners: RankingRule.Winners
  /// By score; tied projects in the resolved order where there is one, else by id.
  package let rows: [RankedProject]
  /// Withdrawn and merged projects, by id.
  package let leftOut: [VoteEntry]
  package let ties: [TiedGroup]

  package var openTies: [TiedGroup] { ties.filter(\.isOpen) }

  /// Orders a result. Resolutions that fit no deciding tie are not used.
  package init(
    _ result: ConstituencyResult, under rule: RankingRule, resolutions: [TieResolution] = []
  ) {
    voters = result.voters
    winners = rule.winners
    leftOut = result.entries.filter { $0.standing != .voted }.sorted { $0.id < $1.id }
    let voted = result.entries.filter { $0.standing == .voted }.sorted {
      ($1.score, $0.id) < ($0.score, $1.id)
    }
    var rows: [RankedProject] = []
    var ties: [TiedGroup] = []
    var start = 0
    while start < voted.count {
      let score = voted[start].score
      let group = Array(voted[start...].prefix { $0.score == score })
      let tie = TiedGroup(
        score: score, place: start + 1, projects: group.map(\.id),
        seats: Self.seats(for: group.count, score: score, after: start, winners),
        among: resolutions)
      if group.count > 1 { ties.append(tie) }
      rows += Self.rows(group, settledBy: tie)
      start += group.count
    }
    self.rows = rows
    self.ties = ties
  }

  /// How many of a group of equals the rule chooses.
  private static func seats(
    for count: Int, score: Int64, after placesTaken: Int, _ winners: RankingRule.Winners
  ) -> Int {
    guard score > 0 else { return 0 }
    switch winners {
    case .all: return count
    case .first(let places): return min(count, max(0, places - placesTaken))
    }
  }

  private static func rows(_ group: [VoteEntry], settledBy tie: TiedGroup) -> [RankedProject] {
    guard let resolution = tie.resolution else {
      let outcome: RankedProject.Outcome =
        tie.isOpen ? .undecided : tie.seats > 0 ? .chosen : .notChosen
      return group.map { RankedProject(entry: $0, place: tie.place, outcome: outcome) }
    }
    guard resolution.method != .jointWinners else {
      return group.map { RankedProject(entry: $0, place: tie.place, outcome: .chosen) }
    }
    return resolution.order.enumerated().flatMap { index, id in
      group.filter { $0.id == id }.map {
        RankedProject(
          entry: $0, place: tie.place, outcome: index < tie.seats ? .chosen : .notChosen)
      }
    }
  }
}

extension TiedGroup {
  /// The group with the resolution that names exactly its projects, if it decides anything.
  fileprivate init(
    score: Int64, place: Int, projects: [ExternalID], seats: Int,
    among resolutions: [TieResolution]
  ) {
    self.score = score
    self.place = place
    self.projects = projects
    self.seats = seats
    let fitting = resolutions.first { $0.order.sorted() == projects }
    resolution = seats > 0 && seats < projects.count ? fitting : nil
  }
}
