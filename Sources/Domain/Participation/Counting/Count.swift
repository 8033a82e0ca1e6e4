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
    case .ranking, .votesAndPurchases: try PlainRanking(profile, self).outcome()
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
