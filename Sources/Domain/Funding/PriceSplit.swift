// What of a pledge pays for the thing and what is a gift; they are taxed differently.

/// The parts of a pledge. Their sum is what the donor pays.
package struct PriceSplit: Hashable, Sendable {
  /// What the reward is worth.
  package let consideration: Money
  /// Given without anything in return; only this can be on a donation receipt.
  package let gift: Money
  package let shipping: Money

  /// Splits an amount (shipping not included) by the reward's fair value.
  package init(amount: Money, reward: Reward?) {
    let worth = reward?.fairValue ?? Money(cents: 0, amount.currency)
    consideration = min(worth, amount)
    gift = amount - consideration
    shipping = reward?.delivery.cost ?? Money(cents: 0, amount.currency)
  }
  /// The parts as they were stored.
  package init(consideration: Money, gift: Money, shipping: Money) {
    self.consideration = consideration
    self.gift = gift
    self.shipping = shipping
  }
  /// What is paid in all.
  package var total: Money { consideration + gift + shipping }
}
