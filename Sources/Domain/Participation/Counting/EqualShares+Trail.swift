// From one share to a higher one without counting those between: a proof that nothing changes.

/// Give every voter more, and take the same projects in the same order: then no voter has less
/// money in any round, and no price is higher. (Round by round: a price at which supporters pay
/// exactly the cost falls when one of them has more; who has more and pays a lower price keeps
/// more.) So for every share between two shares s < t, the project of a round costs at most what it
/// cost at s, and any rival at least what it costs at t along the same rounds. If in every round
/// each rival at t is dearer than the project at s, and in the end nobody at t can buy anything
/// more, then every share from s to t gives the same outcome: none of them need be counted.
extension EqualShares {
  /// What a run leaves of a round: the project, a price in fixed point that it does not reach, and
  /// the weight of its supporters if all of them could pay the price.
  struct Footstep {
    let project: Int
    let limit: Int64
    let plainWeight: UInt64?
  }

  /// Follows the rounds of a run at a lower share with the same bits. True if the proof holds, and
  /// then this run is complete. False leaves it at the first round without proof: everything up to
  /// there is what this share gives, too, and `run` can go on from it.
  mutating func follow(_ earlier: [Footstep]) -> Bool {
    for step in earlier {
      guard noRivalReaches(step), let price = exactPrice(of: step.project) else { return false }
      take(price, [step.project])
    }
    return cheapest() == nil
  }

  /// Whether every other project is dearer for its utility than the step's was.
  private mutating func noRivalReaches(_ step: Footstep) -> Bool {
    let limit = (price: step.limit, unit: utilityUnit(step.project))
    var place = 0
    while place < queue.count, isBound(queue[place], atMost: limit) {
      let rival = queue[place]
      guard rival != Int32(step.project) else {
        place += 1
        continue
      }
      guard refreshBound(of: rival) else {
        remove(rival)
        continue
      }
      requeue(from: place)
      guard isBound(rival, atMost: limit) else { continue }
      guard let price = exactPrice(of: Int(rival)) else {
        remove(rival)
        continue
      }
      guard isPlainlyDearer(price, than: step) else { return false }
      // Requeuing may have moved it: begin after the place where it stands now.
      place = (queue.firstIndex(of: rival) ?? place) + 1
    }
    return true
  }

  /// Equal votes give equal prices at every share: such a tie must not stop the proof. Cost over
  /// weight on both sides needs no fractions of rounds: at most 40 + 41 + 40 bits.
  private func isPlainlyDearer(_ rival: Price, than step: Footstep) -> Bool {
    guard rival.isPlain, let weight = step.plainWeight else { return false }
    let cost = { (number: Int) in UInt128(profile.candidates[number].cost) }
    let theirs =
      cost(rival.project) * UInt128(weight) * UInt128(utilityUnit(step.project))
    let ours =
      cost(step.project) * UInt128(rival.weight) * UInt128(utilityUnit(rival.project))
    return theirs > ours || theirs == ours && ranks[step.project] < ranks[rival.project]
  }
}
