// One line of a payment's history.

/// A payment went from one state to another, or was looked at and stayed.
package struct PaymentChange: Hashable, Sendable {
  /// Nil for the first line.
  package let from: PaymentStatus?
  package let to: PaymentStatus
  package let reason: String
  /// Where the news came from: an event, the poller, the donor's return.
  package let cause: String
  package let at: Instant

  package init(
    from: PaymentStatus?, to: PaymentStatus, reason: String, cause: String, at: Instant
  ) {
    (self.from, self.to, self.reason, self.cause, self.at) = (from, to, reason, cause, at)
  }
}
