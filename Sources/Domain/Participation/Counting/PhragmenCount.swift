// Sequential Phragmén: costs are loads that supporters carry as evenly as they can.

/// In each round the project is taken whose supporters end with the least load each, all of them
/// then carrying the same. Ends when any project of least load does not fit the budget. On ballots
/// with points, whoever gives a point supports.
///
/// A voter's load is always that of the last round which took a project of theirs, so the loads of
/// a project's supporters are a sum of at most as many exact fractions as there were rounds. They
/// are compared as `Natural` products; nothing is rounded.
struct PhragmenCount {
  let profile: Profile
  let parameters: CountParameters

  /// A round's load of each supporter: numerator over the product of all supporters up to it.
  private struct Load {
    let numerator: Natural
    let supporters: UInt64
  }
  private struct Offer {
    let project: Int
    let numerator: Natural
    let supporters: UInt64
  }

  init(_ profile: Profile, _ parameters: CountParameters) {
    self.profile = profile
    self.parameters = parameters
  }

  func outcome() -> CountOutcome {
    let ranks = TieRanks(profile, parameters)
    var outcome = run(ranks, keepsTies: true)
    let funded = Set(outcome.selected)
    outcome.ties = outcome.ties.map { tie in
      let decides = tie.projects.dropFirst().contains {
        Set(run(ranks.preferring($0), keepsTies: false).selected) != funded
      }
      return CountTie(projects: tie.projects, decides: decides)
    }
    return outcome
  }

  private func run(_ ranks: TieRanks, keepsTies: Bool) -> CountOutcome {
    var outcome = CountOutcome()
    var left = profile.budget
    var loads: [Load] = []
    var denominator = Natural(1)
    var lastRound = [Int32](repeating: -1, count: profile.ballots.count)
    /// For each candidate, how many supporters carry each round's load.
    var carried = [[UInt64]](repeating: [], count: profile.candidates.count)
    var open = profile.candidates.indices.filter { profile.candidates[$0].cost <= profile.budget }
    while true {
      let best =
        leastLoaded(open, carried, loads, denominator)
        ?? (parameters.fundsUnsupported ? unsupported(open) : [])
      guard !best.isEmpty else { break }
      let tied = best.sorted { ranks[$0.project] < ranks[$1.project] }
      if tied.contains(where: { profile.candidates[$0.project].cost > left }) {
        outcome.rounds += tied.map {
          CountRound(
            project: $0.project, verdict: .tooExpensive,
            strength: .loadHundredths(hundredths($0, denominator)), left: left)
        }
        break
      }
      let taken = tied[0]
      left -= profile.candidates[taken.project].cost
      outcome.selected.append(taken.project)
      outcome.rounds.append(
        CountRound(
          project: taken.project, verdict: .funded,
          strength: .loadHundredths(hundredths(taken, denominator)), left: left))
      if keepsTies, tied.count > 1, taken.supporters > 0 {
        outcome.ties.append(CountTie(projects: tied.map(\.project), decides: false))
      }
      open.removeAll { $0 == taken.project }
      guard taken.supporters > 0 else { continue }
      loads.append(Load(numerator: taken.numerator, supporters: taken.supporters))
      denominator.multiply(by: taken.supporters)
      carry(taken.project, round: loads.count - 1, &lastRound, &carried)
    }
    outcome.cost = profile.budget - left
    return outcome
  }

  /// Supporters of the project taken now carry the load of this round.
  private func carry(
    _ project: Int, round: Int, _ lastRound: inout [Int32], _ carried: inout [[UInt64]]
  ) {
    let ballots = profile.ballots
    for slot in profile.support.range(of: project) {
      let ballot = Int(profile.support.ballots[slot])
      let before = Int(lastRound[ballot])
      let voters = UInt64(ballots.weights[ballot])
      lastRound[ballot] = Int32(round)
      for place in Int(ballots.starts[ballot])..<Int(ballots.starts[ballot + 1]) {
        let choice = Int(ballots.choices[place])
        while carried[choice].count <= round { carried[choice].append(0) }
        if before >= 0 { carried[choice][before] -= voters }
        carried[choice][round] += voters
      }
    }
  }

  /// The projects that would leave their supporters with the least load; nil if none is supported.
  private func leastLoaded(
    _ open: [Int], _ carried: [[UInt64]], _ loads: [Load], _ denominator: Natural
  ) -> [Offer]? {
    var best: [Offer] = []
    for number in open where profile.candidates[number].supporters > 0 {
      var numerator = Natural()
      for (round, load) in loads.enumerated() {
        numerator.multiply(by: load.supporters)
        let carriers = round < carried[number].count ? carried[number][round] : 0
        numerator.add(load.numerator, times: carriers)
      }
      numerator.add(denominator, times: UInt64(profile.candidates[number].cost))
      let offer = Offer(
        project: number, numerator: numerator,
        supporters: UInt64(profile.candidates[number].supporters))
      guard let first = best.first else {
        best = [offer]
        continue
      }
      let left = offer.numerator.times(first.supporters)
      let right = first.numerator.times(offer.supporters)
      if left < right { best = [offer] } else if left == right { best.append(offer) }
    }
    return best.isEmpty ? nil : best
  }

  private func unsupported(_ open: [Int]) -> [Offer] {
    open.map { Offer(project: $0, numerator: Natural(), supporters: 0) }
  }

  private func hundredths(_ offer: Offer, _ denominator: Natural) -> Int64 {
    guard offer.supporters > 0 else { return 0 }
    let divisor = denominator.times(offer.supporters)
    let whole = offer.numerator.times(100 as UInt64)
    let down = whole.quotient(by: divisor)
    return Int64(clamping: divisor.times(down) == whole ? down : down + 1)
  }
}
