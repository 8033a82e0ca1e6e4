// What providers paid to our bank, as the desk shows it: each with the lines that it is made of.

/// One transfer of a provider's in a list.
package struct SettlementGlance: Hashable, Sendable {
  package let provider: ProviderName
  /// The provider's own id of it.
  package let reference: String
  package let amount: Money
  package let occurredAt: Instant
  /// How many lines it is made of; zero until its provider has closed it.
  package let items: Int
  /// The bank sent it back, or it was never sent.
  package let isFailed: Bool
  /// The line of our bank's statement that it is; nil until a statement tells of it.
  package let line: StatementLine.ID?

  package init(
    _ reference: String, at provider: ProviderName, _ amount: Money, on occurredAt: Instant,
    state: (items: Int, isFailed: Bool, line: StatementLine.ID?)
  ) {
    (self.reference, self.provider, self.amount) = (reference, provider, amount)
    self.occurredAt = occurredAt
    (items, isFailed, line) = state
  }
}

/// One transfer with everything in it.
package struct SettlementFile: Sendable {
  package let glance: SettlementGlance
  /// By kind: how many lines, and their sums.
  package let sums: [Sum]
  /// The lines, the oldest first, at most `linesMax`.
  package let lines: [Line]

  package static let linesMax = 500

  package struct Sum: Hashable, Sendable {
    package let kind: ProviderMovement.Kind
    package let count: Int
    package let gross: Money
    package let fee: Money

    package init(_ kind: ProviderMovement.Kind, count: Int, gross: Money, fee: Money) {
      (self.kind, self.count, self.gross, self.fee) = (kind, count, gross, fee)
    }
  }
  package struct Line: Hashable, Sendable {
    package let reference: String
    package let kind: ProviderMovement.Kind
    package let payment: Payment.ID?
    package let gross: Money
    package let fee: Money
    package let occurredAt: Instant

    package init(
      _ reference: String, _ kind: ProviderMovement.Kind, about payment: Payment.ID?,
      amounts: (gross: Money, fee: Money), on occurredAt: Instant
    ) {
      (self.reference, self.kind, self.payment) = (reference, kind, payment)
      (gross, fee) = amounts
      self.occurredAt = occurredAt
    }
  }

  package init(_ glance: SettlementGlance, sums: [Sum], lines: [Line]) {
    (self.glance, self.sums, self.lines) = (glance, sums, lines)
  }
  /// What its lines come to: the amount of the transfer, or something is wrong.
  package var net: Money { sums.map { $0.gross - $0.fee }.reduce(.zero, +) }
}
