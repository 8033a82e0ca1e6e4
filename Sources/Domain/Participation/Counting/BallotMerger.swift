// Makes one of ballots that say the same, in one pass over all of them.

/// A hash table of distinct ballots, laid out flat: no allocation for a ballot seen before.
struct BallotMerger {
  private var merged = WeightedBallots()
  /// Places in `merged`, plus one; zero is empty. A power of two long.
  private var table: [Int32]
  private let hasPoints: Bool

  private init(expecting ballots: Int, hasPoints: Bool) {
    self.hasPoints = hasPoints
    var size = 64
    while size < ballots * 2 { size *= 2 }
    table = Array(repeating: 0, count: size)
  }

  static func merge(_ file: PabulibFile, numbers: [Int32], candidates: Int) -> WeightedBallots {
    let type = file.meta.voteType
    var merger = BallotMerger(
      expecting: file.ballots.count, hasPoints: type.measure == .points)
    let silentPoints =
      type == .scoring
      ? Int32(clamping: min(file.meta.defaultScore, VoteFileLimits.pointsMax)) : 0
    var choices: [(number: Int32, points: Int32)] = []
    for index in 0..<file.ballots.count {
      choices.removeAll(keepingCapacity: true)
      let range = file.ballots[index]
      for place in range {
        let number = numbers[Int(file.ballots.choices[place])]
        let points: Int32 =
          switch type {
          case .approval, .chooseOne: 1
          case .cumulative, .scoring: file.ballots.points[place]
          case .ordinal: Int32(range.upperBound - place)
          }
        if number >= 0 { choices.append((number, points)) }
      }
      choices.sort { $0.number < $1.number }
      if silentPoints > 0 { fill(&choices, with: silentPoints, upTo: candidates) }
      choices.removeAll { $0.points == 0 }
      merger.add(choices)
    }
    return merger.merged
  }

  /// A scoring ballot gives its default to whatever it does not name.
  private static func fill(
    _ choices: inout [(number: Int32, points: Int32)], with points: Int32, upTo candidates: Int
  ) {
    var named = choices[...]
    choices = (0..<Int32(candidates)).map { number in
      if let next = named.first, next.number == number {
        named.removeFirst()
        return next
      }
      return (number, points)
    }
  }

  private mutating func add(_ choices: [(number: Int32, points: Int32)]) {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    for choice in choices {
      let word =
        UInt64(UInt32(bitPattern: choice.number)) << 32
        | UInt64(UInt32(bitPattern: choice.points))
      hash = (hash ^ word) &* 0xBF58_476D_1CE4_E5B9
      hash ^= hash >> 29
    }
    let mask = table.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while table[slot] != 0 {
      let ballot = Int(table[slot]) - 1
      if isSame(ballot, choices) {
        merged.weights[ballot] += 1
        return
      }
      slot = (slot + 1) & mask
    }
    for choice in choices {
      merged.choices.append(choice.number)
      if hasPoints { merged.points.append(choice.points) }
    }
    merged.starts.append(Int32(merged.choices.count))
    merged.weights.append(1)
    table[slot] = Int32(merged.weights.count)
  }

  private func isSame(_ ballot: Int, _ choices: [(number: Int32, points: Int32)]) -> Bool {
    let start = Int(merged.starts[ballot])
    guard Int(merged.starts[ballot + 1]) - start == choices.count else { return false }
    for (offset, choice) in choices.enumerated() {
      guard merged.choices[start + offset] == choice.number else { return false }
      if hasPoints, merged.points[start + offset] != choice.points { return false }
    }
    return true
  }
}
