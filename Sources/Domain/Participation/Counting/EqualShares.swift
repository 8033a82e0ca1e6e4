// The Method of Equal Shares at one given share: who is funded, in which order, computed exactly.

/// One run: every voter begins with `budget/voters + raise`; in each round the project is taken for
/// which its supporters pay least for each unit of utility, those who cannot pay it giving all they
/// have. Utility is the cost of a project (votes) or the points given to it.
///
/// Exactness without slowness. Voters' money is kept twice: as whole multiples of 2^−`bits`, and
/// implicitly as the exact fraction `share − Σ price × points` over the rounds a voter paid in. The
/// first is below the true value by less than the points paid for, and never above it by one: each
/// price is rounded down once. From it come lower bounds of prices, by which most projects are
/// passed over; whatever lies within the bounds' reach is decided with fractions of `Natural`.
/// No decision ever rests on a rounded number.
///
/// Overflow: `bits` is chosen so that share × voters and share × points of one ballot stay below
/// 2^62 in fixed point. Sums over a project's supporters are part of the first product.
struct EqualShares {
  let profile: Profile
  let ranks: TieRanks
  /// The share times the voters: a whole number, since the budget is divided by the voters.
  let shareTimesVoters: UInt128
  let bits: Int

  /// Each ballot's money in fixed point, or `spent`.
  var money: [Int64]
  /// Supporters with money left, by candidate: a prefix of the candidate's range in `support`.
  var supporters: [Int32]
  var points: [Int32]
  var ends: [Int32]
  /// Votes (points) of those supporters together.
  var weight: [Int64]
  /// A lower bound of the price of one vote (point), in fixed point.
  var priceBound: [Int64]
  /// The round a candidate was taken in, or −1.
  var roundOf: [Int32]
  var rounds: [Paid] = []
  /// The product of all rounds' weights.
  var denominator = Natural(1)
  /// Candidates still in the running, by ascending bound.
  var queue: [Int32] = []
  /// The supporters of the candidate decided last who give all they have, beside `supporters`.
  var poor: [Bool] = []
  /// Whose they are.
  var poorOf = -1
  /// What happened, if anyone wants to know.
  var log: [Step] = []
  var keepsLog = false
  /// The rounds as the next share's run may lean on them.
  var trail: [Footstep] = []

  /// Stands for money that is exactly gone.
  static let spent = Int64.min

  /// A round's price of one vote (point), times the voters: numerator over the product of the
  /// weights up to this round.
  struct Paid {
    let project: Int
    let numerator: Natural
    let weight: UInt64
  }

  /// A round for people: the project, its equals, and its effective votes (points) in hundredths.
  struct Step {
    let project: Int
    let tied: [Int]
    let effective: Int64
  }

  /// An exact price: `numerator / (denominator × weight)`.
  struct Price {
    let project: Int
    let numerator: Natural
    let weight: UInt64
    /// Nobody gives all they have: the price is cost over weight, whatever was paid before.
    let isPlain: Bool
  }

  /// What voters begin with: the budget divided among them (or only its whole units), and so many
  /// units more.
  struct Share: Hashable {
    var isWhole = false
    var raisedBy: Int64 = 0

    func timesVoters(of profile: Profile) -> UInt128 {
      let voters = UInt128(max(1, profile.voters))
      let budget = UInt128(profile.budget)
      return (isWhole ? budget / voters * voters : budget) + UInt128(raisedBy) * voters
    }
  }

  init(_ profile: Profile, _ ranks: TieRanks, at share: Share) throws(CountRefusal) {
    self.profile = profile
    self.ranks = ranks
    let voters = UInt128(max(1, profile.voters))
    shareTimesVoters = share.timesVoters(of: profile)
    let ceiling = shareTimesVoters / voters + 1
    let largest = max(voters, UInt128(profile.ballots.points.max() ?? 1))
    guard ceiling < 1 << 62 else { throw .numbersTooLarge }
    let used = 128 - (ceiling * largest).leadingZeroBitCount
    guard used <= 62 else { throw .numbersTooLarge }
    bits = min(62 - used, 40)
    let start = Int64(truncatingIfNeeded: (shareTimesVoters << UInt128(bits)) / voters)
    money = Array(repeating: start, count: profile.ballots.count)
    supporters = profile.support.ballots
    points = profile.support.points
    ends = Array(profile.support.starts.dropFirst())
    weight = profile.candidates.indices.map { number in
      profile.hasPoints
        ? profile.support.range(of: number).reduce(Int64(0)) {
          $0 + profile.ballots.weights[Int(profile.support.ballots[$1])]
            * Int64(profile.support.points[$1])
        } : profile.candidates[number].supporters
    }
    roundOf = Array(repeating: -1, count: profile.candidates.count)
    priceBound = Array(repeating: 0, count: profile.candidates.count)
    for (number, candidate) in profile.candidates.enumerated() where weight[number] > 0 {
      guard candidate.cost > 0 else { continue }
      // Not even all supporters' whole shares reach its cost: it never can be bought.
      guard
        UInt128(candidate.cost) * voters
          <= shareTimesVoters * UInt128(candidate.supporters)
      else { continue }
      priceBound[number] = (candidate.cost << Int64(bits)) / weight[number]
      queue.append(Int32(number))
    }
    sortQueue()
  }

  /// What prices are divided by to be compared: cost utility asks for the price of a unit of cost.
  func utilityUnit(_ number: Int) -> UInt64 {
    profile.hasPoints ? 1 : UInt64(profile.candidates[number].cost)
  }

  func isBoundBelow(_ left: Int32, _ right: Int32) -> Bool {
    let first = priceBound[Int(left)].multipliedFullWidth(by: Int64(utilityUnit(Int(right))))
    let second = priceBound[Int(right)].multipliedFullWidth(by: Int64(utilityUnit(Int(left))))
    return (first.high, first.low) < (second.high, second.low)
  }

  private mutating func sortQueue() {
    queue = queue.sorted { isBoundBelow($0, $1) }
  }

  /// Supported projects without a cost: they are taken first, and nobody pays.
  var free: [Int] {
    profile.candidates.indices.filter { profile.candidates[$0].cost == 0 && weight[$0] > 0 }
      .sorted { ranks[$0] < ranks[$1] }
  }

  /// Takes project after project until nobody can buy any.
  mutating func run() -> [Int] {
    while let (best, tied) = cheapest() { take(best, tied) }
    return selected
  }

  /// What was taken so far, free projects first.
  var selected: [Int] { free + trail.map(\.project) }

  mutating func take(_ price: Price, _ tied: [Int]) {
    if keepsLog {
      log.append(Step(project: price.project, tied: tied, effective: effectiveHundredths(price)))
    }
    trail.append(
      Footstep(
        project: price.project, limit: fixedPoint(price) + 1,
        plainWeight: price.isPlain ? price.weight : nil))
    pay(price)
  }

  /// Cost divided by the price of one vote (point), in hundredths, rounded down.
  private func effectiveHundredths(_ price: Price) -> Int64 {
    let cost = UInt128(profile.candidates[price.project].cost) * 100
    let whole = denominator.times(price.weight).times(cost)
      .times(UInt64(max(1, profile.voters)))
    return Int64(clamping: whole.quotient(by: price.numerator))
  }
}
