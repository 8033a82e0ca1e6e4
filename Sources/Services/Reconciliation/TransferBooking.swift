// Books lines of our own transfers: payouts that left, payouts that came back, refunds by transfer.
import Domain
import Store

extension LineBooking {
  /// What left or came back by a payout's end-to-end id is known without a person. Answers false,
  /// with nothing written, for any other line.
  func bookTransfer(_ line: StatementLine, in tx: Transaction, _ stamp: Stamp) throws -> Bool {
    let facts = line.facts
    guard !facts.endToEndID.isEmpty, let known = try tx.payout(endToEnd: facts.endToEndID),
      var payout = try tx.payoutLocked(known.id), payout.amount == facts.amount.magnitude
    else { return false }
    let event: PayoutEvent = facts.amount.isNegative ? .pay : .giveBack
    guard payout.state.on(event) != nil else { return false }
    let header = header(line, stamp)
    let entry =
      event == .pay
      ? try JournalEntry.transferSent(header, of: payout, on: facts.account)
      : try JournalEntry.transferReturned(header, of: payout, on: facts.account)
    try tx.move(&payout, on: event, stamp)
    try settle(line, with: entry, event == .pay ? .payout : .payoutReturned, in: tx, stamp)
    return true
  }

  /// The refund of a pledge that waits for a transfer of just this amount, if there is one.
  func refundByHand(
    of pledge: Pledge.ID, _ amount: Money, in tx: Transaction
  ) throws -> Refund? {
    let found = try tx.payments(of: pledge).flatMap { try tx.refunds(of: $0.id) }.first {
      RefundGroup.byHand.states.contains($0.state) && $0.due == amount.magnitude
    }
    return try found.flatMap { try tx.refundLocked($0.id) }
  }

  /// A transfer that somebody made by hand for a refund that a card did not take, or that a
  /// transfer had paid.
  func book(
    _ line: StatementLine, as refund: Refund, in tx: Transaction, _ stamp: Stamp
  ) throws {
    var refund = refund
    let fromCredit = try tx.journalEntry(under: .refundFailed(refund.id)) != nil
    if refund.state == .failedPermanent {
      try tx.move(&refund, on: .needTransfer, because: "byHand", stamp)
    }
    try tx.move(&refund, on: .payByTransfer, because: "onStatement", stamp)
    let entry = try JournalEntry.refundTransferred(
      header(line, stamp), refund, on: line.facts.account, fromCredit: fromCredit)
    try settle(line, with: entry, .refundTransfer, in: tx, stamp)
    if let payment = try tx.payment(refund.payment) {
      try tx.closeReturned(payment, at: stamp.now)
    }
  }

  private func settle(
    _ line: StatementLine, with entry: JournalEntry, _ reason: SettledReason, in tx: Transaction,
    _ stamp: Stamp
  ) throws {
    var match = LineMatch(id: stamp.entropy.id(at: stamp.now), line: line.id, .matched, reason)
    match.entry = try post(entry, of: line, in: tx, stamp)
    try tx.insert(
      match, by: reason == .refundTransfer ? stamp.actor.person : nil, at: stamp.now)
  }
}

extension Money {
  /// Without its sign.
  var magnitude: Money { isNegative ? -self : self }
}
