// How much a sponsor adds: four rules, each a pure function of what the crowd gave, in whole cents.

/// What a sponsor adds to a campaign. Rounded down: a promise is never exceeded by a cent.
package enum MatchRule: Hashable, Sendable {
  /// So many hundredths of the whole, the crowd giving the rest: 50 is a euro for a euro.
  case share(percent: Int, cap: Money)
  /// Everything at once when the crowd has given so many hundredths of the minimum.
  case bonus(atPercent: Int, amount: Money)
  /// So many hundredths of each pledge: 100 doubles it.
  case multiply(percent: Int, perPledge: Money, cap: Money)
  /// The same for every person who gave.
  case perDonor(amount: Money, cap: Money)

  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case share, bonus, multiply, perDonor
  }
  package var kind: Kind {
    switch self {
    case .share: .share
    case .bonus: .bonus
    case .multiply: .multiply
    case .perDonor: .perDonor
    }
  }
  /// The most that it adds to one campaign.
  package var cap: Money {
    switch self {
    case .share(_, let cap), .multiply(_, _, let cap), .perDonor(_, let cap): cap
    case .bonus(_, let amount): amount
    }
  }

  /// What the crowd gave: gifts and rewards without shipping, what went back taken off.
  package struct Basis: Hashable, Sendable {
    package let crowd: Money
    package let minimum: Money
    package let donors: Int
    /// Of each pledge what the rule multiplies it to, at most its cap a pledge, added up.
    package let multiplied: Money

    package init(crowd: Money, minimum: Money, donors: Int, multiplied: Money = .zero) {
      (self.crowd, self.minimum) = (crowd, minimum)
      (self.donors, self.multiplied) = (donors, multiplied)
    }
  }

  /// What the sponsor owes the campaign now.
  package func owed(_ basis: Basis) -> Money {
    let crowd = max(basis.crowd, .zero)
    switch self {
    case .share(let percent, let cap):
      return min(cap, crowd.times(percent, over: 100 - percent))
    case .bonus(let percent, let amount):
      let isReached = Int128(crowd.cents) * 100 >= Int128(basis.minimum.cents) * Int128(percent)
      return isReached && basis.minimum.isPositive ? amount : .zero
    case .multiply(_, _, let cap): return min(cap, max(basis.multiplied, .zero))
    case .perDonor(let amount, let cap): return min(cap, amount.times(basis.donors, over: 1))
    }
  }

  /// What one pledge of this amount is multiplied to; nothing under the other rules.
  package func multiplied(_ pledge: Money) -> Money {
    guard case .multiply(let percent, let perPledge, _) = self else { return .zero }
    return min(perPledge, max(pledge, .zero).times(percent, over: 100))
  }

  /// Whether its numbers make sense: positive, shares below the whole.
  package var isSound: Bool {
    switch self {
    case .share(let percent, let cap): (1...90).contains(percent) && cap.isPositive
    case .bonus(let percent, let amount): (1...100).contains(percent) && amount.isPositive
    case .multiply(let percent, let perPledge, let cap):
      (1...1_000).contains(percent) && perPledge.isPositive && cap >= perPledge
    case .perDonor(let amount, let cap): amount.isPositive && cap >= amount
    }
  }
}

extension Money {
  /// This much times a fraction, rounded down; the widest amount where it would be more.
  fileprivate func times(_ factor: Int, over divisor: Int) -> Money {
    let exact = Int128(cents) * Int128(factor) / Int128(max(1, divisor))
    return Money(cents: Int64(clamping: exact), currency)
  }
}
