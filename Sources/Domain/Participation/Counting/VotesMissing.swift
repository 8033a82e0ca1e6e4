// How far each project that lost was from winning, in votes: what its proposers ask first.

/// Counted by asking the rule again, not by a formula of its own.
struct VotesMissing {
  let profile: Profile
  let parameters: CountParameters
  let outcome: CountOutcome

  /// Nobody is told that more votes would do than a large country has voters.
  private static let votesMax: Int64 = 1 << 30

  /// For each project that was not funded, how many more votes (points) would have funded it,
  /// everything else being equal: the least number. Under Equal Shares a number that is enough: so
  /// many more voters, each bringing the share that was counted and naming nothing else, could have
  /// paid what its supporters had not left. Nil where no number would do, or the rule gives none
  /// (Phragmén).
  func byProject() throws(CountRefusal) -> [Int: Int64] {
    let funded = Set(outcome.selected)
    let lost = profile.candidates.indices.filter { !funded.contains($0) }
    if parameters.rule.isEqualShares {
      return outcome.isGreedyInstead ? [:] : try fromShares(lost)
    }
    guard parameters.rule != .phragmen else { return [:] }
    var missing: [Int: Int64] = [:]
    for number in lost { missing[number] = try byAsking(number) }
    return missing
  }

  /// The least number of votes more with which the rule funds a project. More votes never unfund
  /// it under these rules, so halving finds it.
  private func byAsking(_ number: Int) throws(CountRefusal) -> Int64? {
    let score = profile.candidates[number].score
    let first = profile.candidates.map(\.score).max() ?? 0
    let minimum = parameters.rule == .greedyThreshold ? parameters.minimumScore ?? 0 : 0
    var enough = max(1, max(first + 1, minimum) - score)
    if parameters.rule == .votesPerCost || parameters.rule == .votesAndPurchases {
      while try !isFunded(number, with: enough) {
        enough *= 2
        guard enough < Self.votesMax else { return nil }
      }
    } else if try !isFunded(number, with: enough) {
      return nil
    }
    var tooFew: Int64 = 0
    while enough - tooFew > 1 {
      let middle = tooFew + (enough - tooFew) / 2
      if try isFunded(number, with: middle) { enough = middle } else { tooFew = middle }
    }
    return enough
  }

  private func isFunded(_ number: Int, with votes: Int64) throws(CountRefusal) -> Bool {
    let other = profile.giving(votes, to: number)
    return try parameters.quickly.count(other).selected.contains(number)
  }

  private func fromShares(_ lost: [Int]) throws(CountRefusal) -> [Int: Int64] {
    guard let found = outcome.share else { return [:] }
    let ranks = TieRanks(profile, parameters)
    var run = try EqualShares(
      profile, ranks, at: .init(isWhole: found.isWhole, raisedBy: found.raisedBy))
    _ = run.run()
    var missing: [Int: Int64] = [:]
    for number in lost { missing[number] = run.votersMissing(for: number) }
    return missing
  }
}

extension CountParameters {
  /// The same decisions without looking what ties would change.
  fileprivate var quickly: CountParameters {
    var parameters = self
    parameters.looksAtTies = false
    return parameters
  }
}

extension Profile {
  /// The same election with some votes (points) more for one project.
  fileprivate func giving(_ votes: Int64, to number: Int) -> Profile {
    Profile(self, giving: votes, to: number)
  }
}

extension EqualShares {
  /// How many shares are between what a project's supporters have left and its cost, rounded up.
  fileprivate mutating func votersMissing(for number: Int) -> Int64? {
    guard shareTimesVoters > 0 else { return nil }
    let voters = UInt128(max(1, profile.voters))
    var wanted = denominator.times(UInt128(profile.candidates[number].cost) * voters)
    let left = moneyLeft(of: number)
    guard wanted > left else { return 0 }
    wanted.subtract(left)
    let share = denominator.times(shareTimesVoters)
    guard wanted.bitWidth - share.bitWidth < 62 else { return nil }
    let whole = wanted.quotient(by: share)
    return Int64(clamping: share.times(whole) == wanted ? whole : whole + 1)
  }
}
