// The greedy family: projects in one fixed order, each funded if the rule lets it.

/// Nine in ten participatory budgets are decided by one of these rules.
struct GreedyCount {
  let profile: Profile
  let parameters: CountParameters
  private let exclusive: [Int: [Int]]

  init(_ profile: Profile, _ parameters: CountParameters) throws(CountRefusal) {
    self.profile = profile
    self.parameters = parameters
    var rivals: [Int: [Int]] = [:]
    for set in parameters.exclusiveSets {
      var members: [Int] = []
      for id in set {
        guard let number = profile.candidates.firstIndex(where: { $0.id == id }) else {
          throw .unknownProject(id)
        }
        members.append(number)
      }
      for member in members { rivals[member, default: []] += members.filter { $0 != member } }
    }
    exclusive = rivals
    if parameters.rule == .greedyThreshold, parameters.minimumScore == nil {
      throw .minimumMissing
    }
  }

  func outcome() -> CountOutcome {
    let ranks = TieRanks(profile, parameters)
    var outcome = run(ranks)
    if parameters.looksAtTies { outcome.ties = ties(ranks, outcome) }
    return outcome
  }

  /// Funds what is left of a budget after others were taken.
  func completing(_ first: CountOutcome) -> CountOutcome {
    var outcome = first
    let ranks = TieRanks(profile, parameters)
    let rest = run(ranks, after: first)
    outcome.selected += rest.selected
    outcome.cost += rest.cost
    outcome.rounds += rest.rounds
    let names = Set(first.selected)
    outcome.ties += ties(ranks, rest, after: first).filter {
      $0.projects.allSatisfy { !names.contains($0) }
    }
    return outcome
  }

  private func run(_ ranks: TieRanks, after first: CountOutcome? = nil) -> CountOutcome {
    var outcome = CountOutcome()
    let taken = Set(first?.selected ?? [])
    var left = profile.budget - (first?.cost ?? 0)
    var groupCounts: [String: Int] = [:]
    var isStopped = false
    for number in order(ranks) where !taken.contains(number) {
      let candidate = profile.candidates[number]
      var verdict = CountRound.Verdict.funded
      if isStopped {
        verdict = .afterStop
      } else if let refusal = refusal(of: number, outcome.selected, groupCounts) {
        verdict = refusal
      } else if candidate.cost > left {
        verdict = .tooExpensive
        if parameters.rule == .greedyNoSkip {
          isStopped = true
          if let percent = parameters.lastFromPercent, left > 0,
            Int128(left) * 100 >= Int128(candidate.cost) * Int128(percent)
          {
            verdict = .fundedWithRest
          }
        }
      }
      let spent: Int64
      switch verdict {
      case .funded: spent = candidate.cost
      case .fundedWithRest: spent = left
      case .tooExpensive, .belowMinimum, .unsupported, .excluded, .groupFull, .afterStop:
        spent = -1
      }
      if spent >= 0 {
        left -= spent
        outcome.cost += spent
        outcome.selected.append(number)
        if let group = group(of: candidate) { groupCounts[group, default: 0] += 1 }
      }
      outcome.rounds.append(
        CountRound(
          project: number, verdict: verdict, strength: strength(of: candidate), left: left))
    }
    return outcome
  }

  /// Why a project cannot be funded whatever money is left.
  private func refusal(
    of number: Int, _ selected: [Int], _ groupCounts: [String: Int]
  ) -> CountRound.Verdict? {
    let candidate = profile.candidates[number]
    if candidate.score == 0, !parameters.fundsUnsupported { return .unsupported }
    if parameters.rule == .greedyThreshold, let minimum = parameters.minimumScore,
      candidate.score < minimum
    {
      return .belowMinimum
    }
    if let rival = exclusive[number]?.first(where: selected.contains) {
      return .excluded(by: rival)
    }
    if let limit = parameters.groupLimit, let group = group(of: candidate),
      groupCounts[group, default: 0] >= limit.max
    {
      return .groupFull
    }
    return nil
  }

  private func group(of candidate: Profile.Candidate) -> String? {
    parameters.groupLimit.flatMap { candidate.groups[$0.column] }
  }

  private func order(_ ranks: TieRanks) -> [Int] {
    profile.candidates.indices.sorted { left, right in
      switch compare(left, right) {
      case 0: ranks[left] < ranks[right]
      case let sign: sign > 0
      }
    }
  }

  /// Positive when the left one is stronger; products instead of quotients, in 128 bits: a score
  /// and a cost have less than 63 bits each.
  private func compare(_ left: Int, _ right: Int) -> Int {
    let (first, second) = (profile.candidates[left], profile.candidates[right])
    guard parameters.rule == .votesPerCost else {
      return Int((first.score - second.score).signum())
    }
    switch (first.cost == 0 && first.score > 0, second.cost == 0 && second.score > 0) {
    case (true, true): return 0
    case (true, false): return 1
    case (false, true): return -1
    case (false, false):
      // Unsupported projects without a cost stand with the other unsupported ones.
      let difference =
        Int128(first.score) * Int128(max(1, second.cost))
        - Int128(second.score) * Int128(max(1, first.cost))
      return difference.signum()
    }
  }

  private func strength(of candidate: Profile.Candidate) -> CountRound.Strength {
    parameters.rule == .votesPerCost
      ? .scorePerCost(candidate.score, cost: candidate.cost) : .score(candidate.score)
  }

  /// Groups of equals; one decides when putting another of them first would fund other projects.
  private func ties(
    _ ranks: TieRanks, _ outcome: CountOutcome, after first: CountOutcome? = nil
  ) -> [CountTie] {
    var ties: [CountTie] = []
    let order = outcome.rounds.map(\.project)
    let funded = Set(outcome.selected)
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, compare(order[start], order[end]) == 0 { end += 1 }
      let group = Array(order[start..<end])
      if group.count > 1, profile.candidates[group[0]].score > 0 || parameters.fundsUnsupported {
        let decides = group.dropFirst().contains {
          Set(run(ranks.preferring($0), after: first).selected) != funded
        }
        ties.append(CountTie(projects: group, decides: decides))
      }
      start = end
    }
    return ties
  }
}

extension Int128 {
  fileprivate func signum() -> Int { self > 0 ? 1 : self < 0 ? -1 : 0 }
}
