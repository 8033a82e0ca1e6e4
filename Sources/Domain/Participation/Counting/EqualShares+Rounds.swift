// One round of Equal Shares: finding the cheapest project by bounds, and letting supporters pay.

extension EqualShares {
  /// The project with the least price for its utility, and all that have exactly the same one;
  /// nil when nobody can buy anything.
  mutating func cheapest() -> (Price, tied: [Int])? {
    while true {
      guard let front = boundedFront() else { return nil }
      guard let first = exactPrice(of: Int(front)) else {
        remove(front)
        continue
      }
      var best = [first]
      var seen: Set<Int32> = [front]
      let limit = upperBound(of: first)
      var place = 0
      while place < queue.count {
        let rival = queue[place]
        guard isBound(rival, atMost: limit) else { break }
        guard !seen.contains(rival) else {
          place += 1
          continue
        }
        seen.insert(rival)
        guard refreshBound(of: rival) else {
          remove(rival)
          continue
        }
        requeue(from: place)
        // With a fresh bound it may have moved back; then another stands here.
        guard isBound(rival, atMost: limit) else { continue }
        place = 0
        guard let price = exactPrice(of: Int(rival)) else {
          remove(rival)
          continue
        }
        switch compare(price, best[0]) {
        case 0: best.append(price)
        case let sign: if sign < 0 { best = [price] }
        }
      }
      best.sort { ranks[$0.project] < ranks[$1.project] }
      return (best[0], best.map(\.project))
    }
  }

  /// Refreshes bounds from the front until the candidate there has a fresh one.
  private mutating func boundedFront() -> Int32? {
    var fresh: Set<Int32> = []
    while let front = queue.first {
      if fresh.contains(front) { return front }
      guard refreshBound(of: front) else {
        queue.removeFirst()
        continue
      }
      fresh.insert(front)
      requeue(from: 0)
    }
    return nil
  }

  mutating func remove(_ candidate: Int32) {
    queue.removeAll { $0 == candidate }
  }

  /// Moves the candidate at a place back to where its bound belongs.
  mutating func requeue(from place: Int) {
    let candidate = queue[place]
    var next = place + 1
    while next < queue.count, isBoundBelow(queue[next], candidate) {
      queue[next - 1] = queue[next]
      next += 1
    }
    queue[next - 1] = candidate
  }

  /// A bound above an exact price: one unit of fixed point more than its whole part.
  private func upperBound(of price: Price) -> (price: Int64, unit: UInt64) {
    (fixedPoint(price) + 1, utilityUnit(price.project))
  }

  func isBound(_ candidate: Int32, atMost limit: (price: Int64, unit: UInt64)) -> Bool {
    let first = priceBound[Int(candidate)].multipliedFullWidth(by: Int64(limit.unit))
    let second = limit.price.multipliedFullWidth(by: Int64(utilityUnit(Int(candidate))))
    return (first.high, first.low) <= (second.high, second.low)
  }

  /// An exact price in fixed point, rounded down.
  func fixedPoint(_ price: Price) -> Int64 {
    var numerator = price.numerator
    numerator.shiftLeft(bits)
    let divisor = denominator.times(price.weight).times(UInt64(max(1, profile.voters)))
    return Int64(clamping: numerator.quotient(by: divisor))
  }

  /// Negative when the left project is cheaper for its utility.
  private func compare(_ left: Price, _ right: Price) -> Int {
    let first = left.numerator.times(
      UInt128(right.weight) * UInt128(utilityUnit(right.project)))
    let second = right.numerator.times(
      UInt128(left.weight) * UInt128(utilityUnit(left.project)))
    return first < second ? -1 : first > second ? 1 : 0
  }

  /// Raises a candidate's bound to what its supporters' money says; false when they cannot buy it.
  ///
  /// For any division of the supporters into poor and rich, the price is at least what the poor
  /// cannot give divided by the weight of the rich. Raising the price makes more of them poor; it
  /// is raised until no more become so.
  mutating func refreshBound(of candidate: Int32) -> Bool {
    let number = Int(candidate)
    dropSpent(number)
    let cost = profile.candidates[number].cost << Int64(bits)
    let range = Int(profile.support.starts[number])..<Int(ends[number])
    var price = max(priceBound[number], cost / max(1, weight[number]))
    while true {
      let poor = poorer(than: price, in: range)
      let rich = weight[number] - poor.weight
      // A voter's true money is less than one unit above what is kept.
      let missing = cost - poor.money - poor.voters
      guard rich > 0 else { return missing < 0 }
      priceBound[number] = max(priceBound[number], missing / rich)
      let next = (cost - poor.money) / rich
      guard next > price else { return true }
      price = next
    }
  }

  /// What those have and weigh who have less than a price for each of their points.
  private func poorer(
    than price: Int64, in range: Range<Int>
  ) -> (money: Int64, weight: Int64, voters: Int64) {
    var sum: (money: Int64, weight: Int64, voters: Int64) = (0, 0, 0)
    let hasPoints = profile.hasPoints
    supporters.withUnsafeBufferPointer { supporters in
      money.withUnsafeBufferPointer { money in
        profile.ballots.weights.withUnsafeBufferPointer { weights in
          for place in range {
            let ballot = Int(supporters[place])
            let voters = weights[ballot]
            let own = money[ballot]
            let count = hasPoints ? Int64(points[place]) : 1
            guard isLess(own, than: price, times: count) else { continue }
            sum.money += own * voters
            sum.weight += voters * count
            sum.voters += voters
          }
        }
      }
    }
    return sum
  }

  /// Whether money is less than a price for some points. A price above every share overflows only
  /// where the answer is yes.
  @inline(__always)
  func isLess(_ own: Int64, than price: Int64, times count: Int64) -> Bool {
    let (product, overflow) = price.multipliedReportingOverflow(by: count)
    return overflow || own < product
  }

  /// Takes supporters without money out of a candidate's list.
  mutating func dropSpent(_ number: Int) {
    let start = Int(profile.support.starts[number])
    let end = Int(ends[number])
    var kept = start
    var lost: Int64 = 0
    let hasPoints = profile.hasPoints
    for place in start..<end {
      let ballot = supporters[place]
      if money[Int(ballot)] == Self.spent {
        lost += profile.ballots.weights[Int(ballot)] * (hasPoints ? Int64(points[place]) : 1)
        continue
      }
      if kept != place {
        supporters[kept] = ballot
        if hasPoints { points[kept] = points[place] }
      }
      kept += 1
    }
    ends[number] = Int32(kept)
    weight[number] -= lost
  }

  /// Lets the supporters of the project just found pay.
  mutating func pay(_ price: Price) {
    let number = price.project
    // The division into poor and rich must be that of this project, not of a rival seen later.
    if poorOf != number { _ = exactPrice(of: number) }
    let each = fixedPoint(price)
    let start = Int(profile.support.starts[number])
    for place in start..<Int(ends[number]) {
      let ballot = Int(supporters[place])
      money[ballot] =
        poor[place - start]
        ? Self.spent : money[ballot] - each * (profile.hasPoints ? Int64(points[place]) : 1)
    }
    rounds.append(Paid(project: number, numerator: price.numerator, weight: price.weight))
    denominator.multiply(by: price.weight)
    roundOf[number] = Int32(rounds.count - 1)
    remove(Int32(number))
  }
}
