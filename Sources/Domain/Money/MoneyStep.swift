// One line of the history of a refund, a dispute or a payout.

/// Something went from one state to another.
package struct MoneyStep: Hashable, Sendable {
  /// Nil for the first line.
  package let from: String?
  package let to: String
  package let reason: String
  /// Nil where a rule or a provider moved it.
  package let by: Person.ID?
  package let at: Instant

  package init(from: String?, to: String, reason: String, by: Person.ID?, at: Instant) {
    (self.from, self.to, self.reason, self.by, self.at) = (from, to, reason, by, at)
  }
}
