// Which parts of a payment go back: what is bought, what is given and what is posted differ in law.

/// The parts of a refund, or what is left of a payment to refund.
package struct RefundAllocation: Hashable, Sendable {
  /// What paid for the reward.
  package var reward: Money
  /// What was given without anything in return.
  package var gift: Money
  package var shipping: Money

  package init(reward: Money, gift: Money, shipping: Money) {
    (self.reward, self.gift, self.shipping) = (reward, gift, shipping)
  }
  /// All that a pledge consists of.
  package init(allOf split: PriceSplit) {
    self.init(reward: split.consideration, gift: split.gift, shipping: split.shipping)
  }
  package static let nothing = RefundAllocation(reward: .zero, gift: .zero, shipping: .zero)

  package var total: Money { reward + gift + shipping }
  /// The part that was held for the campaign, shipping apart.
  package var goods: Money { reward + gift }

  package static func - (left: RefundAllocation, right: RefundAllocation) -> RefundAllocation {
    RefundAllocation(
      reward: left.reward - right.reward, gift: left.gift - right.gift,
      shipping: left.shipping - right.shipping)
  }

  package static func + (left: RefundAllocation, right: RefundAllocation) -> RefundAllocation {
    RefundAllocation(
      reward: left.reward + right.reward, gift: left.gift + right.gift,
      shipping: left.shipping + right.shipping)
  }

  /// The parts of an amount of these that is taken reward first, then gift, then shipping; at most
  /// all of it. More takes no less of any part.
  package func first(_ amount: Money) -> RefundAllocation {
    let fromReward = min(amount, reward)
    let fromGift = min(amount - fromReward, gift)
    return RefundAllocation(
      reward: fromReward, gift: fromGift,
      shipping: min(amount - fromReward - fromGift, shipping))
  }

  /// An amount that somebody else decided on, in the proportions of what is left: the largest
  /// remainders get the odd cents, reward before gift before shipping. Nil above what is left.
  package static func share(_ amount: Money, of left: RefundAllocation) -> RefundAllocation? {
    guard amount.isPositive, amount <= left.total else { return nil }
    let parts = [left.reward.cents, left.gift.cents, left.shipping.cents]
    let whole = left.total.cents
    var floors: [Int64] = []
    var rests: [Int64] = []
    for part in parts {
      let (quotient, remainder) = whole.dividingFullWidth(
        part.multipliedFullWidth(by: amount.cents))
      floors.append(quotient)
      rests.append(remainder)
    }
    var odd = amount.cents - floors.reduce(0, +)
    let order = parts.indices.sorted { rests[$0] != rests[$1] ? rests[$0] > rests[$1] : $0 < $1 }
    for index in order where odd > 0 && floors[index] < parts[index] {
      floors[index] += 1
      odd -= 1
    }
    let currency = amount.currency
    return RefundAllocation(
      reward: Money(cents: floors[0], currency), gift: Money(cents: floors[1], currency),
      shipping: Money(cents: floors[2], currency))
  }
}

/// A part of a refund, as forms and refusals name it.
package enum RefundPart: String, CaseIterable, Sendable { case reward, gift, shipping }

extension RefundAllocation {
  package subscript(part: RefundPart) -> Money {
    switch part {
    case .reward: reward
    case .gift: gift
    case .shipping: shipping
    }
  }
}
