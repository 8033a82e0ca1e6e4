// Rankings without a budget: most votes first, or votes and purchases together.

/// The strongest first; the first so many places are chosen, or everyone with anything.
struct PlainRanking {
  let profile: Profile
  let parameters: CountParameters
  private let totals: [Purchases.Total]
  /// What is compared: votes (points), or the exact score with its denominator left away.
  private let keys: [Int128]
  /// Times which a score of 1 is written in `keys`; 0 for plain votes.
  private let whole: Int128

  init(_ profile: Profile, _ parameters: CountParameters) throws(CountRefusal) {
    self.profile = profile
    self.parameters = parameters
    let candidates = profile.candidates
    guard parameters.rule == .votesAndPurchases else {
      totals = []
      keys = candidates.map { Int128($0.score) }
      whole = 0
      return
    }
    guard let rule = parameters.purchases else { throw .purchaseRuleMissing }
    guard let purchases = profile.purchases else { throw .purchasesMissing }
    let totals = purchases.totals(of: candidates, rule.counting)
    // score = w·v/V + (1−w)·p/P. Votes stay below 2^61, purchases below 2^60, parts below 2^10;
    // where nobody voted (bought) that part is 0 for all.
    let votes = Int128(max(1, candidates.reduce(0) { $0 + $1.score }))
    let bought = Int128(max(1, totals.reduce(0) { $0 + $1.counted }))
    let (voteParts, otherParts) = (Int128(rule.voteParts), Int128(rule.parts - rule.voteParts))
    let bounds = Int128(VoteFileLimits.amountMax) * Int128(VoteFileLimits.amountMax)
    guard votes <= bounds / bought else { throw .numbersTooLarge }
    keys = candidates.indices.map { number in
      voteParts * Int128(candidates[number].score) * bought
        + otherParts * Int128(totals[number].counted) * votes
    }
    whole = Int128(rule.parts) * votes * bought
    self.totals = totals
  }

  func outcome() -> CountOutcome {
    let ranks = TieRanks(profile, parameters)
    let order = keys.indices.sorted {
      keys[$0] == keys[$1] ? ranks[$0] < ranks[$1] : keys[$0] > keys[$1]
    }
    let places = parameters.places ?? order.count
    var outcome = CountOutcome()
    outcome.purchases = totals
    for (place, number) in order.enumerated() {
      let verdict: CountRound.Verdict =
        keys[number] == 0 && !parameters.fundsUnsupported
        ? .unsupported : place < places ? .funded : .afterStop
      if verdict == .funded {
        outcome.selected.append(number)
        outcome.cost += profile.candidates[number].cost
      }
      outcome.rounds.append(
        CountRound(
          project: number, verdict: verdict, strength: strength(number),
          left: profile.budget - outcome.cost))
    }
    outcome.ties = ties(order, places)
    return outcome
  }

  private func strength(_ number: Int) -> CountRound.Strength {
    whole == 0
      ? .score(profile.candidates[number].score)
      : .partsPerMillion(Int64(truncatingIfNeeded: keys[number] * 1_000_000 / whole))
  }

  private func ties(_ order: [Int], _ places: Int) -> [CountTie] {
    var ties: [CountTie] = []
    var start = 0
    while start < order.count {
      let key = keys[order[start]]
      let group = Array(order[start...].prefix { keys[$0] == key })
      if group.count > 1, key > 0 {
        let decides = start < places && places < start + group.count
        ties.append(CountTie(projects: group, decides: decides))
      }
      start += group.count
    }
    return ties
  }
}
