// The exact side of Equal Shares: prices and money as fractions of big natural numbers.

extension EqualShares {
  /// The exact price of one vote (point) of a project, and in `poor` who gives all they have;
  /// nil when its supporters together cannot buy it.
  ///
  /// Begins with the division that fixed point suggests. A division's own price never exceeds the
  /// true one; whoever has less than it for their points is poor; repeated until nobody changes
  /// sides. From the second division on, the poor only become more, so it ends.
  mutating func exactPrice(of number: Int) -> Price? {
    dropSpent(number)
    let start = Int(profile.support.starts[number])
    let count = Int(ends[number]) - start
    if poor.count < count { poor = Array(repeating: false, count: count) }
    for offset in 0..<count {
      poor[offset] = isLess(
        money[Int(supporters[start + offset])], than: priceBound[number],
        times: pointsAt(start + offset))
    }
    poorOf = number
    var isFirst = true
    while true {
      guard let price = price(of: number, count: count) else {
        guard isFirst else { return nil }
        // Rounding had called too many poor: begin with nobody.
        for offset in 0..<count { poor[offset] = false }
        isFirst = false
        continue
      }
      var changed = false
      let fixed = fixedPoint(price)
      for offset in 0..<count {
        let isPoor = hasLess(start + offset, than: price, fixed: fixed)
        if isPoor != poor[offset] {
          changed = true
          poor[offset] = isPoor
        }
      }
      if !changed { return price }
    }
  }

  private func pointsAt(_ place: Int) -> Int64 {
    profile.hasPoints ? Int64(points[place]) : 1
  }

  /// What the poor cannot give, divided among the rich; nil when nobody is rich or the poor give
  /// more than it costs.
  private func price(of number: Int, count: Int) -> Price? {
    let start = Int(profile.support.starts[number])
    var paid = [UInt64](repeating: 0, count: rounds.count)
    var poorVoters: UInt64 = 0
    var poorWeight: Int64 = 0
    for offset in 0..<count where poor[offset] {
      let ballot = Int(supporters[start + offset])
      let voters = profile.ballots.weights[ballot]
      poorVoters += UInt64(voters)
      poorWeight += voters * pointsAt(start + offset)
      addPayments(of: ballot, times: UInt64(voters), to: &paid)
    }
    let rich = weight[number] - poorWeight
    guard rich > 0 else { return nil }
    // cost × voters + what the poor have paid − what they began with.
    var numerator = denominator.times(
      UInt128(profile.candidates[number].cost) * UInt128(max(1, profile.voters)))
    numerator.add(sumOfPayments(paid))
    let given = denominator.times(shareTimesVoters).times(poorVoters)
    guard numerator >= given else { return nil }
    numerator.subtract(given)
    return Price(
      project: number, numerator: numerator, weight: UInt64(rich), isPlain: poorVoters == 0)
  }

  /// What a project's supporters have left together: over `denominator`, times the voters.
  mutating func moneyLeft(of number: Int) -> Natural {
    dropSpent(number)
    var paid = [UInt64](repeating: 0, count: rounds.count)
    var voters: UInt64 = 0
    for place in Int(profile.support.starts[number])..<Int(ends[number]) {
      let ballot = Int(supporters[place])
      let weight = UInt64(profile.ballots.weights[ballot])
      voters += weight
      addPayments(of: ballot, times: weight, to: &paid)
    }
    var left = denominator.times(shareTimesVoters).times(voters)
    left.subtract(sumOfPayments(paid))
    return left
  }

  /// Adds, for each round in which a ballot's voters paid, how many votes (points) they paid for.
  /// Whoever has money left paid in every round that took a project of theirs.
  private func addPayments(of ballot: Int, times voters: UInt64, to paid: inout [UInt64]) {
    let ballots = profile.ballots
    for place in Int(ballots.starts[ballot])..<Int(ballots.starts[ballot + 1]) {
      let round = roundOf[Int(ballots.choices[place])]
      guard round >= 0 else { continue }
      paid[Int(round)] += voters * (profile.hasPoints ? UInt64(ballots.points[place]) : 1)
    }
  }

  /// Σ price × paid over the rounds, times the voters, over `denominator`.
  private func sumOfPayments(_ paid: [UInt64]) -> Natural {
    var sum = Natural()
    for (round, amount) in zip(rounds, paid) {
      sum.multiply(by: round.weight)
      sum.add(round.numerator, times: amount)
    }
    return sum
  }

  /// Whether a supporter has less than a price for their points; exact where fixed point is near.
  private func hasLess(_ place: Int, than price: Price, fixed: Int64) -> Bool {
    let ballot = Int(supporters[place])
    let count = pointsAt(place)
    let own = money[ballot]
    let (product, overflow) = fixed.multipliedReportingOverflow(by: count)
    if overflow || own + 1 <= product { return true }
    let slack = paidPoints(of: ballot) + 1
    if own - slack >= product + count { return false }
    var paid = [UInt64](repeating: 0, count: rounds.count)
    addPayments(of: ballot, times: 1, to: &paid)
    var left = denominator.times(shareTimesVoters)
    left.subtract(sumOfPayments(paid))
    return left.times(price.weight) < price.numerator.times(UInt64(count))
  }

  /// An upper bound of the votes (points) that a ballot has paid for: of its rounding error.
  private func paidPoints(of ballot: Int) -> Int64 {
    guard profile.hasPoints else { return Int64(rounds.count) }
    let range = Int(profile.ballots.starts[ballot])..<Int(profile.ballots.starts[ballot + 1])
    return profile.ballots.points[range].reduce(0) { $0 + Int64($1) }
  }
}
