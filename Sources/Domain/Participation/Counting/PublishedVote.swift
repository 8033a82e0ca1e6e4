// The ballots as everyone may have them: enough to count again, nothing that points at a person.

/// An anonymised `.pb` file of a counted election. Its ballots are sorted by what they say and
/// numbered in that order, so that neither ids nor order remember who voted when; the same ballots
/// always give the same bytes. Beside them stand only traits that `VoterTrait` lets through.
package struct PublishedVote: Hashable, Sendable {
  package let bytes: [UInt8]
  /// What stands beside the ballots.
  package let traits: Set<VoterTrait>

  /// What stands beside the ballots of a published file.
  package static func traits(of published: [UInt8]) -> Set<VoterTrait> {
    let lines = published.split(separator: 10)
    guard let title = lines.firstIndex(where: { $0.elementsEqual("VOTES".utf8) }),
      title + 1 < lines.count
    else { return [] }
    let columns = lines[title + 1].text.split(separator: ";")
    return Set(VoterTrait.allCases.filter { trait in columns.contains { $0 == trait.rawValue } })
  }

  /// `original` is the file that was counted under `parameters`. `names` gives META what the file
  /// itself leaves out: `description`, `unit`, `instance`, ….
  package init(
    _ original: [UInt8], counted outcome: CountOutcome, under parameters: CountParameters,
    names: [String: String] = [:]
  ) throws(VoteFileRefusal) {
    let file = try PabulibFile(original)
    let profile = Profile(file)
    let voters = try VoterTraits.read(original)
    traits = VoterTrait.publishable(voters)
    var text = PabulibText()
    text.meta(
      file, names: names, rule: parameters.pabulibRule(profile, outcome),
      minimum: parameters.rule == .greedyThreshold ? parameters.minimumScore : nil)
    text.projects(
      file, profile, parameters.rule == .ranking ? nil : outcome, TieRanks(profile, parameters))
    text.votes(file, voters.map { [traits] in $0.keeping(traits) }, traits)
    bytes = Array(text.text.utf8)
  }
}

extension CountParameters {
  /// Pabulib's word for the rule, `unknown` where it has none or means another definition.
  fileprivate func pabulibRule(_ profile: Profile, _ outcome: CountOutcome) -> String {
    // Pabulib's greedy also funds whom nobody voted for.
    let isPlain =
      exclusiveSets.isEmpty && groupLimit == nil && lastFromPercent == nil
      && (fundsUnsupported || !outcome.rounds.contains { $0.verdict == .unsupported })
    switch rule {
    case .greedy: return isPlain ? "greedy" : "greedy-custom"
    case .greedyNoSkip: return isPlain ? "greedy-no-skip" : "greedy-custom"
    case .greedyThreshold: return isPlain ? "greedy-threshold" : "greedy-custom"
    case .equalShares, .equalSharesAdd1:
      // Their checker raises the share for ever where everything is funded already, and where no
      // raise is taken it keeps what the first share, not cut to whole units, funded.
      let ends =
        rule == .equalShares
        || outcome.share.map { $0.nextIsOverBudget && $0.raisedBy > 0 } ?? false
      let isTheirs = !profile.hasPoints && ties == .costVotesID && drawnOrder.isEmpty && ends
      guard isTheirs, !profile.hasTwins else { return "unknown" }
      return "equalshares" + (rule == .equalSharesAdd1 ? "/add1" : "")
        + (comparesWithGreedy ? "-comparison" : "")
    case .equalSharesAdd1Exhaustive, .equalSharesAdd1Utilitarian, .votesPerCost, .phragmen,
      .ranking, .votesAndPurchases:
      return "unknown"
    }
  }
}

extension Profile {
  /// Whether cost and votes leave two projects equal: at some share a lot might be needed, which
  /// Pabulib's definition does not know.
  fileprivate var hasTwins: Bool {
    let supported = candidates.filter { $0.supporters > 0 }
    return Set(supported.map { [$0.cost, $0.score] }).count < supported.count
  }
}

extension CountOutcome {
  /// Pabulib's word for what became of a project: 1 funded, 2 funded with what was left, 0 not.
  fileprivate func mark(of project: Int) -> String {
    guard selected.contains(project) else { return "0" }
    let hasRest = rounds.contains { $0.project == project && $0.verdict == .fundedWithRest }
    return hasRest ? "2" : "1"
  }
}

extension PabulibFile {
  /// The points of the ballot that gives most.
  fileprivate var largestSum: Int64 {
    let sums = (0..<ballots.count).map { ballot in
      ballots[ballot].reduce(Int64(0)) { $0 + Int64(ballots.points[$1]) }
    }
    return sums.max() ?? 0
  }
}

/// A `.pb` file being written.
private struct PabulibText {
  private(set) var text = ""

  /// In the format's own order. Comments and labels of single groups are left out.
  private static let metaKeys = [
    "description", "country", "unit", "district", "subunit", "instance", "num_projects",
    "num_votes", "budget", "vote_type", "rule", "date_begin", "date_end", "min_length",
    "max_length", "min_sum_cost", "max_sum_cost", "min_points", "max_points", "min_sum_points",
    "max_sum_points", "default_score", "min_project_score_threshold", "edition", "language",
    "currency", "fully_funded",
  ]

  mutating func meta(
    _ file: PabulibFile, names: [String: String], rule: String, minimum: Int64?
  ) {
    var values = names.merging(file.meta.values.filter { !$0.value.isEmpty }) { $1 }
    values["num_projects"] = String(file.projects.count)
    values["num_votes"] = String(file.ballots.count)
    values["budget"] = String(file.meta.budget)
    values["rule"] = rule
    // The format asks for it; a file without one allowed what its ballots have.
    if file.meta.voteType == .cumulative, values["max_sum_points"] == nil {
      values["max_sum_points"] = String(file.largestSum)
    }
    values["min_project_score_threshold"] = minimum.map { String($0) }
    let all = file.projects.reduce(Int64(0)) { $0 + $1.cost }
    values["fully_funded"] = all <= file.meta.budget ? "1" : nil
    text += "META\nkey;value\n"
    for key in Self.metaKeys {
      if let value = values[key] { row([key, value]) }
    }
  }

  /// Most votes first, equals in the order of the count. Without an outcome, where the rule puts
  /// projects in order and funds none, nothing is said of who is selected.
  mutating func projects(
    _ file: PabulibFile, _ profile: Profile, _ outcome: CountOutcome?, _ ranks: TieRanks
  ) {
    var numbers: [ExternalID: Int] = [:]
    for (number, candidate) in profile.candidates.enumerated() { numbers[candidate.id] = number }
    let tallies = file.tallies()
    let order = file.projects.indices.sorted { left, right in
      let (first, second) = (tallies[left].score, tallies[right].score)
      guard first == second else { return first > second }
      let places = [left, right].map { numbers[file.projects[$0].id].map { ranks[$0] } ?? Int.max }
      return places[0] == places[1]
        ? file.projects[left].id < file.projects[right].id : places[0] < places[1]
    }
    let groups = Profile.GroupColumn.allCases.filter { column in
      file.projects.contains { $0.groups[column] != nil }
    }
    let hasPoints = file.meta.voteType.measure == .points
    text += "PROJECTS\n"
    row(
      ["project_id", "cost", "votes"] + (hasPoints ? ["score"] : []) + ["name"]
        + groups.map(\.rawValue) + (outcome == nil ? [] : ["selected"]))
    for index in order {
      let project = file.projects[index]
      let number = numbers[project.id] ?? -1
      row(
        [project.id.text, String(project.cost), String(tallies[index].supporters)]
          + (hasPoints ? [String(tallies[index].score)] : []) + [project.name]
          + groups.map { project.groups[$0] ?? "" } + (outcome.map { [$0.mark(of: number)] } ?? []))
    }
  }

  mutating func votes(
    _ file: PabulibFile, _ voters: [VoterTraits], _ traits: Set<VoterTrait>
  ) {
    let shown = VoterTrait.allCases.filter(traits.contains)
    let hasPoints = file.meta.voteType.hasPoints
    text += "VOTES\n"
    row(["voter_id", "vote"] + (hasPoints ? ["points"] : []) + shown.map(\.rawValue))
    let rows = voters.indices.map { ballot -> [String] in
      let choices = Self.choices(file, ballot)
      return [choices.map { file.projects[Int($0.project)].id.text }.joined(separator: ",")]
        + (hasPoints ? [choices.map { String($0.points) }.joined(separator: ",")] : [])
        + shown.map { voters[ballot][$0] ?? "" }
    }
    let sorted = rows.sorted { left, right in
      for (first, second) in zip(left, right) where !first.utf8.elementsEqual(second.utf8) {
        return first.utf8.lexicographicallyPrecedes(second.utf8)
      }
      return false
    }
    for (index, cells) in sorted.enumerated() { row([String(index + 1)] + cells) }
  }

  /// By id, except where their order is the vote.
  private static func choices(
    _ file: PabulibFile, _ ballot: Int
  ) -> [(project: Int32, points: Int32)] {
    let places = file.ballots[ballot]
    let choices = places.map {
      (
        project: file.ballots.choices[$0],
        points: file.meta.voteType.hasPoints ? file.ballots.points[$0] : 0
      )
    }
    guard file.meta.voteType != .ordinal else { return choices }
    return choices.sorted {
      file.projects[Int($0.project)].id < file.projects[Int($1.project)].id
    }
  }

  private mutating func row(_ cells: [String]) {
    text += cells.map(DelimitedText.cell).joined(separator: ";") + "\n"
  }
}
