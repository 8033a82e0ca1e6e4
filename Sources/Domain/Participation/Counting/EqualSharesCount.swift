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
    var outcome = try explained(at: found)
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
      .phragmen, .ranking, .votesAndPurchases:
      false
    }
  }

  /// The cities divide in whole units and raise from there; pabutools begins with the fraction.
  private var start: EqualShares.Share {
    EqualShares.Share(isWhole: parameters.rule == .equalSharesAdd1)
  }

  /// The share whose outcome counts. Raising it by one unit at a time would give the same: shares
  /// are only passed over where `follow` proves that they give the outcome of the one before.
  private func share(_ watch: CountWatch) throws(CountRefusal) -> CountShare {
    guard parameters.rule != .equalShares else { return CountShare(start, isLast: false, runs: 1) }
    let supported = profile.candidates.count { $0.supporters > 0 }
    var share = start
    var run = try EqualShares(profile, ranks, at: share)
    var selected = run.run()
    var runs: Int64 = 1
    var leap = Leap()
    while true {
      let cost = cost(of: selected)
      guard watch(CountProgress(outcomes: runs, raisedBy: share.raisedBy, cost: cost)) else {
        throw .stopped
      }
      if selected.count == supported || stopsWhenExhaustive && isExhaustive(selected, cost) {
        return CountShare(share, isLast: false, runs: runs)
      }
      var next = share
      next.raisedBy += leap.length
      var other = try EqualShares(profile, ranks, at: next)
      runs += 1
      // Bounds of runs are compared in the same fixed point; it changes when shares double.
      let isProven = other.bits == run.bits && other.follow(run.trail)
      leap.tried(isProven)
      guard isProven || next.raisedBy == share.raisedBy + 1 else { continue }
      let outcome = other.run()
      if self.cost(of: outcome) > profile.budget {
        return CountShare(share, isLast: true, runs: runs)
      }
      (share, run, selected) = (next, other, outcome)
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
  private func explained(at found: CountShare) throws(CountRefusal) -> CountOutcome {
    let share = EqualShares.Share(isWhole: found.isWhole, raisedBy: found.raisedBy)
    var run = try EqualShares(profile, ranks, at: share)
    run.keepsLog = true
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
        var other = try EqualShares(profile, ranks.preferring(rival), at: share)
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

extension CountShare {
  fileprivate init(_ share: EqualShares.Share, isLast: Bool, runs: Int64) {
    self.init(
      isWhole: share.isWhole, raisedBy: share.raisedBy, nextIsOverBudget: isLast, runs: runs)
  }
}

/// How far the next leap goes: twice as far after a proof, half as far without one, and after a
/// failed leap some single steps first.
private struct Leap {
  private(set) var length: Int64 = 1
  private var rest = 0
  private var pause = 1

  private static let lengthMax: Int64 = 1 << 40
  private static let pauseMax = 16

  mutating func tried(_ isProven: Bool) {
    if isProven {
      if rest > 0 { rest -= 1 } else { length = min(length * 2, Self.lengthMax) }
      if length > 1 { pause = max(1, pause / 2) }
    } else {
      if length > 1 { pause = min(pause * 2, Self.pauseMax) }
      length = max(1, length / 2)
      rest = pause
    }
  }
}
