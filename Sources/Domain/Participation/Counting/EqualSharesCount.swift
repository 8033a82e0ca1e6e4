// Equal Shares with its completions: none, the share raised unit by unit, then by votes.

/// Runs `EqualShares` at one share after another and says where it stopped, and why.
struct EqualSharesCount {
  let profile: Profile
  let parameters: CountParameters
  private let ranks: TieRanks

  init(_ profile: Profile, _ parameters: CountParameters) {
    self.profile = profile
    self.parameters = parameters
    ranks = TieRanks(profile, parameters)
  }

  func outcome(_ watch: CountWatch) throws(CountRefusal) -> CountOutcome {
    guard profile.voters > 0 else { return CountOutcome() }
    let found = try share(watch)
    var outcome = try explained(at: found.raisedBy)
    outcome.share = found
    if parameters.rule == .equalSharesAdd1Utilitarian {
      outcome = try GreedyCount(profile, parameters).completing(outcome)
    }
    return parameters.comparesWithGreedy ? try compared(outcome) : outcome
  }

  private var stopsWhenExhaustive: Bool {
    switch parameters.rule {
    case .equalSharesAdd1Exhaustive, .equalSharesAdd1Utilitarian: true
    case .equalShares, .equalSharesAdd1, .greedy, .greedyNoSkip, .greedyThreshold, .votesPerCost,
      .phragmen, .ranking:
      false
    }
  }

  /// The share whose outcome counts.
  private func share(_ watch: CountWatch) throws(CountRefusal) -> CountShare {
    guard parameters.rule != .equalShares else {
      return CountShare(raisedBy: 0, steps: 1, nextIsOverBudget: false)
    }
    let supported = profile.candidates.count { $0.supporters > 0 }
    var raise: Int64 = 0
    var outcomes: Int64 = 0
    while true {
      var run = try EqualShares(profile, ranks, raisedBy: raise)
      let selected = run.run()
      outcomes += 1
      let cost = cost(of: selected)
      guard watch(CountProgress(outcomes: outcomes, raisedBy: raise, cost: cost)) else {
        throw .stopped
      }
      if cost > profile.budget {
        return CountShare(raisedBy: max(0, raise - 1), steps: raise + 1, nextIsOverBudget: true)
      }
      if selected.count == supported || stopsWhenExhaustive && isExhaustive(selected, cost) {
        return CountShare(raisedBy: raise, steps: raise + 1, nextIsOverBudget: false)
      }
      raise += 1
    }
  }

  private func cost(of selected: [Int]) -> Int64 {
    selected.reduce(0) { $0 + profile.candidates[$1].cost }
  }

  /// Whether no other supported project fits what is left.
  private func isExhaustive(_ selected: [Int], _ cost: Int64) -> Bool {
    let taken = Set(selected)
    return profile.candidates.indices.allSatisfy {
      taken.contains($0) || profile.candidates[$0].supporters == 0
        || profile.candidates[$0].cost > profile.budget - cost
    }
  }

  /// The outcome at a share with its rounds and ties.
  private func explained(at raise: Int64) throws(CountRefusal) -> CountOutcome {
    var run = try EqualShares(profile, ranks, raisedBy: raise, keepsLog: true)
    var outcome = CountOutcome()
    let selected = run.run()
    outcome.selected = selected
    outcome.cost = cost(of: selected)
    var left = profile.budget
    for number in run.free {
      outcome.rounds.append(
        CountRound(
          project: number, verdict: .funded, strength: .score(profile.candidates[number].score),
          left: left))
    }
    let funded = Set(selected)
    for step in run.log {
      left -= profile.candidates[step.project].cost
      outcome.rounds.append(
        CountRound(
          project: step.project, verdict: .funded,
          strength: .effectiveHundredths(step.effective), left: left))
      guard step.tied.count > 1 else { continue }
      var decides = false
      for rival in step.tied.dropFirst() {
        var other = try EqualShares(profile, ranks.preferring(rival), raisedBy: raise)
        if Set(other.run()) != funded { decides = true }
      }
      outcome.ties.append(CountTie(projects: step.tied, decides: decides))
    }
    return outcome
  }

  /// The comparison step: greedy instead, if more voters have more funded projects of theirs there.
  private func compared(_ outcome: CountOutcome) throws(CountRefusal) -> CountOutcome {
    var byVotes = parameters
    byVotes.rule = .greedy
    byVotes.comparesWithGreedy = false
    var greedy = try GreedyCount(profile, byVotes).outcome()
    let shared = Set(outcome.selected)
    let voted = Set(greedy.selected)
    var balance: Int64 = 0
    let ballots = profile.ballots
    for ballot in 0..<ballots.count {
      var difference = 0
      for place in Int(ballots.starts[ballot])..<Int(ballots.starts[ballot + 1]) {
        let choice = Int(ballots.choices[place])
        if voted.contains(choice) { difference += 1 }
        if shared.contains(choice) { difference -= 1 }
      }
      balance += Int64(difference.signum()) * ballots.weights[ballot]
    }
    guard balance > 0 else { return outcome }
    greedy.isGreedyInstead = true
    greedy.share = outcome.share
    return greedy
  }
}
