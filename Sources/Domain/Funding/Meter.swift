// How far a campaign has come, in whole numbers, so that 99.99 % never reads as reached.

/// What was raised beside what is needed.
package struct Meter: Hashable, Sendable {
  package let raised: Money
  package let target: BudgetTarget
  /// What sponsors add beside it; never counted as raised.
  package let matched: Money

  package init(raised: Money, target: BudgetTarget, matched: Money = .zero) {
    self.raised = raised
    self.target = target
    self.matched = matched
  }

  /// Whether the minimum is reached; exactly reaching it counts.
  package var isReached: Bool { raised >= target.minimum }
  /// Whole percent of the minimum, rounded down; may be over 100.
  package var percentOfMinimum: Int { Self.share(raised, of: target.minimum, parts: 100) }
  /// Where the bar ends, in thousandths of its length.
  package var filledThousandths: Int { min(1000, Self.share(raised, of: scale, parts: 1000)) }
  /// How long the sponsors' part of the bar is, after what was raised.
  package var matchedThousandths: Int {
    min(1000 - filledThousandths, Self.share(matched, of: scale, parts: 1000))
  }
  /// Where the mark of the minimum stands, in thousandths of the bar's length.
  package var minimumThousandths: Int {
    min(1000, Self.share(target.minimum, of: scale, parts: 1000))
  }
  /// What is missing to the minimum; zero when reached.
  package var missing: Money {
    isReached ? Money(cents: 0, raised.currency) : target.minimum - raised
  }

  /// The length of the bar: the optimum, or the minimum where no more is asked for.
  private var scale: Money { max(target.optimum, target.minimum) }

  private static func share(_ part: Money, of whole: Money, parts: Int) -> Int {
    guard whole.isPositive, part.isPositive else { return 0 }
    return Int(Int128(part.cents) * Int128(parts) / Int128(whole.cents))
  }
}
