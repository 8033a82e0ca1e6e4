// The right to leave a distance contract: which pledges have it, and until when.

/// What the law gives a backer who has paid for a reward (Codice del consumo, art. 52 and 59).
package enum Withdrawal: Hashable, Sendable {
  /// The right, and the instant at which it ends: fourteen days after the last day on which the
  /// reward is handed over, or after it was paid where nothing is; nil where no day is named yet.
  case open(until: Instant?)
  case over(since: Instant)
  /// Nothing was bought: a gift is not a contract of sale.
  case gift
  /// Food and plants are left out (art. 59 d), and the page said so before paying.
  case perishable
  /// Nothing is paid: it is called off, not withdrawn from.
  case notPaid

  /// How long after the goods were handed over, or a service was agreed on (art. 52).
  package static let days = 14
}

extension Pledge {
  /// What right there is at an instant.
  package func withdrawal(of reward: Reward?, at now: Instant) -> Withdrawal {
    guard state == .confirmed else { return .notPaid }
    guard let reward, split.consideration.isPositive else { return .gift }
    guard !reward.isPerishable else { return .perishable }
    let isHandedOver = reward.delivery != .none
    guard let end = reward.season?.to.end ?? (isHandedOver ? nil : confirmedAt) else {
      return .open(until: nil)
    }
    let until = end + .days(Withdrawal.days)
    return now < until ? .open(until: until) : .over(since: until)
  }
}
