// What a campaign's money is for, line by line; the targets are the sums and nothing else.

/// One cost: what is the least it takes, and what would do it well.
package struct BudgetLine: Identified, Hashable, Sendable {
  package static let idPrefix = "bgl"

  package let id: BudgetLine.ID
  package var position: Int
  /// What it pays for.
  package var title: LocalText
  package var minimum: Money
  /// Never less than the minimum.
  package var optimum: Money

  package static let titleMax = 120
  package static let countMax = 40

  package init(
    id: BudgetLine.ID, position: Int, title: LocalText, minimum: Money, optimum: Money
  ) {
    self.id = id
    self.position = position
    self.title = title
    self.minimum = minimum
    self.optimum = optimum
  }
}

/// The two sums of a budget.
package struct BudgetTarget: Hashable, Sendable {
  package let minimum: Money
  package let optimum: Money

  package static let zero = BudgetTarget(minimum: .zero, optimum: .zero)

  package init(minimum: Money, optimum: Money) {
    self.minimum = minimum
    self.optimum = optimum
  }
  /// The sums of these lines.
  package init(of lines: [BudgetLine], in currency: Currency = .euro) {
    let nothing = Money(cents: 0, currency)
    minimum = lines.reduce(nothing) { $0 + $1.minimum }
    optimum = lines.reduce(nothing) { $0 + $1.optimum }
  }
}
