// Where money that goes back comes from: what is held, then what is due, then what is owed to us.

/// From which accounts a campaign's money is taken. Shipping is taken from shipping, and from the
/// goods where it was used up.
package struct MoneyCover: Hashable, Sendable {
  package let shipping: Money
  package let escrow: Money
  package let project: Money
  /// What the project has received already and owes back.
  package let receivable: Money

  /// What the accounts of a campaign hold.
  package struct Held: Hashable, Sendable {
    package let shipping: Money
    package let escrow: Money
    package let project: Money
    /// Once a campaign has succeeded, what it no longer holds is owed by its project.
    package let mayOwe: Bool

    package init(shipping: Money, escrow: Money, project: Money, mayOwe: Bool) {
      (self.shipping, self.escrow, self.project) = (shipping, escrow, project)
      self.mayOwe = mayOwe
    }
  }

  /// Nil when it cannot be covered.
  package init?(goods: Money, shipping wanted: Money, from held: Held) {
    shipping = min(wanted, held.shipping)
    var rest = goods + (wanted - shipping)
    escrow = min(rest, held.escrow)
    rest = rest - escrow
    project = min(rest, held.project)
    receivable = rest - project
    guard held.mayOwe || receivable.isZero else { return nil }
  }

  /// As much of it as is held.
  package init(goods: Money, shipping wanted: Money, upTo held: Held) {
    shipping = min(wanted, held.shipping)
    let rest = goods + (wanted - shipping)
    escrow = min(rest, held.escrow)
    project = min(rest - escrow, held.project)
    receivable = Money(cents: 0, goods.currency)
  }
  private init() { (shipping, escrow, project, receivable) = (.zero, .zero, .zero, .zero) }
  package static let none = MoneyCover()

  package var total: Money { shipping + escrow + project + receivable }

  /// The debits that take it.
  func debits(of campaign: Campaign.ID, _ subject: Posting.Subject) -> [Posting] {
    let currency = total.currency
    return [
      Posting.debit(.escrow(campaign, currency), escrow, subject),
      Posting.debit(.project(campaign, currency), project, subject),
      Posting.debit(.projectReceivable(campaign, currency), receivable, subject),
      Posting.debit(.shipping(campaign, currency), shipping, subject),
    ].filter { !$0.amount.isZero }
  }
}

extension Account {
  /// What the project of a campaign owes us: refunds and lost disputes after its payout.
  package static func projectReceivable(
    _ campaign: Campaign.ID, _ currency: Currency = .euro
  ) -> Account {
    Account(.projectReceivable, campaign.description, currency)
  }
  package static func disputes(_ name: ProviderName, _ currency: Currency = .euro) -> Account {
    Account(.disputes, name.text, currency)
  }
  package static func disputeFee(_ currency: Currency = .euro) -> Account {
    Account(.disputeFee, nil, currency)
  }
  package static func disputeLoss(_ currency: Currency = .euro) -> Account {
    Account(.disputeLoss, nil, currency)
  }
}
