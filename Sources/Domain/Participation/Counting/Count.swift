// The door to all rules: a profile and parameters in, an outcome out, always the same.

extension CountParameters {
  /// Counts. Pure: the same profile and parameters give the same outcome, on any machine. Long
  /// counts ask `watch` between two outcomes whether to go on.
  package func count(
    _ profile: Profile, _ watch: CountWatch = { _ in true }
  ) throws(CountRefusal) -> CountOutcome {
    switch rule {
    case .greedy, .greedyNoSkip, .greedyThreshold, .votesPerCost:
      try GreedyCount(profile, self).outcome()
    case .equalShares, .equalSharesAdd1, .equalSharesAdd1Exhaustive, .equalSharesAdd1Utilitarian:
      try EqualSharesCount(profile, self).outcome(watch)
    case .phragmen: PhragmenCount(profile, self).outcome()
    case .ranking: PlainRanking(profile, self).outcome()
    }
  }

  /// The parameters with what the file itself sets: META's minimum of votes.
  package func completed(from file: PabulibFile) -> CountParameters {
    var parameters = self
    if minimumScore == nil, let text = file.meta.values["min_project_score_threshold"] {
      parameters.minimumScore = Int64(text.split(separator: ".").first ?? "")
    }
    return parameters
  }
}

/// Most votes first; the first so many places are chosen, or everyone with votes.
private struct PlainRanking {
  let profile: Profile
  let parameters: CountParameters

  init(_ profile: Profile, _ parameters: CountParameters) {
    self.profile = profile
    self.parameters = parameters
  }

  func outcome() -> CountOutcome {
    let ranks = TieRanks(profile, parameters)
    let candidates = profile.candidates
    let order = candidates.indices.sorted {
      candidates[$0].score == candidates[$1].score
        ? ranks[$0] < ranks[$1] : candidates[$0].score > candidates[$1].score
    }
    let places = parameters.places ?? order.count
    var outcome = CountOutcome()
    for (place, number) in order.enumerated() {
      let score = candidates[number].score
      let verdict: CountRound.Verdict =
        score == 0 && !parameters.fundsUnsupported
        ? .unsupported : place < places ? .funded : .afterStop
      if verdict == .funded {
        outcome.selected.append(number)
        outcome.cost += candidates[number].cost
      }
      outcome.rounds.append(
        CountRound(
          project: number, verdict: verdict, strength: .score(score),
          left: profile.budget - outcome.cost))
    }
    var start = 0
    while start < order.count {
      let score = candidates[order[start]].score
      let group = Array(order[start...].prefix { candidates[$0].score == score })
      if group.count > 1, score > 0 {
        let decides = start < places && places < start + group.count
        outcome.ties.append(CountTie(projects: group, decides: decides))
      }
      start += group.count
    }
    return outcome
  }
}
