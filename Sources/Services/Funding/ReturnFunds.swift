// After a campaign failed or was called off: what it holds for each backer is theirs again.
import Domain
package import Store

/// Moves what is held for campaigns that came to nothing to what has to be refunded, payment by
/// payment. Safe to run twice: each refund is decided once, under its payment's key.
package struct ReturnFunds: Sendable {
  let database: Database
  let clock: WallClock
  let entropy: Entropy

  /// Payments of one run; the rest waits for the next.
  package static let batchMax = 200

  package init(database: Database, clock: WallClock, entropy: Entropy) {
    self.database = database
    self.clock = clock
    self.entropy = entropy
  }

  /// How many refunds were decided. One that nothing covers is left on the desk, and the others go
  /// on.
  package func callAsFunction() async throws -> Int {
    let stamp = Stamp(at: clock.now, by: .system, entropy)
    let due = try await database.read { tx in try tx.paymentsToReturn(limit: Self.batchMax) }
    var decided = 0
    for id in due {
      decided += try await database.write { tx in try giveBack(id, stamp, tx) ? 1 : 0 }
    }
    return decided
  }

  private func giveBack(_ id: Payment.ID, _ stamp: Stamp, _ tx: Transaction) throws -> Bool {
    guard let payment = try tx.paymentLocked(id), payment.status == .succeeded,
      let campaign = try tx.campaign(payment.campaign), campaign.state.returnsMoney
    else { return false }
    let left = try tx.left(of: payment)
    guard left.total.isPositive else { return false }
    do {
      try tx.attempt {
        var refund = Refund(
          id: stamp.entropy.id(at: stamp.now), of: payment, left,
          (campaign.state == .failed ? .campaignFailed : .campaignCancelled, .rule),
          asked: (nil, stamp.now))
        try tx.insert(refund)
        try tx.approve(&refund, by: nil, stamp)
      }
      return true
    } catch  where error is StoreRefusal || error is RefundUncovered {
      let held = try tx.balance(of: .escrow(campaign.id, campaign.currency))
      try tx.open(
        stamp.exception(
          .refundUncovered, id, about: id.description, expected: left.total.plain,
          found: held.plain))
      return false
    }
  }
}
