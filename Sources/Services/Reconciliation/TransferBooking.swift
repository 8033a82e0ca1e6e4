// Books lines of our own transfers: payouts that left, payouts that came back, refunds by transfer.
import Domain
import Store

/// How a line was settled: in whose words, and by whom, which is nobody where the rule did.
struct Settling: Sendable {
  let reason: SettledReason
  var note = ""
  var person: Person.ID?
}

extension LineBooking {
  /// What left or came back by a payout's end-to-end id is known without a person. Answers false,
  /// with nothing written, for any other line.
  func bookTransfer(_ line: StatementLine, in tx: Transaction, _ stamp: Stamp) throws -> Bool {
    let facts = line.facts
    guard !facts.endToEndID.isEmpty, let known = try tx.payout(endToEnd: facts.endToEndID),
      let payout = try tx.payoutLocked(known.id), payout.amount == facts.amount.magnitude,
      payout.state.on(payout.event(of: line)) != nil
    else { return false }
    try book(line, as: payout, by: nil, in: tx, stamp)
    return true
  }

  /// A payout is on the statement, or came back. Its state has to allow it.
  func book(
    _ line: StatementLine, as found: Payout, by person: Person.ID?, in tx: Transaction,
    _ stamp: Stamp
  ) throws {
    var payout = found
    let (header, account) = (header(line, stamp), line.facts.account)
    let event = payout.event(of: line)
    let entry: JournalEntry
    let (campaign, currency) = (payout.campaign, payout.amount.currency)
    _ = try tx.campaignLocked(campaign)
    if event == .giveBack {
      let owed = try tx.balance(of: .projectReceivable(campaign, currency))
      entry = try .transferReturned(header, of: payout, on: account, owed: owed)
    } else if payout.state == .failed {
      let held = try tx.balance(of: .project(campaign, currency))
      entry = try .transferSentAfterAll(header, of: payout, on: account, held: held)
      try tx.open(
        MoneyException(
          id: stamp.entropy.id(at: stamp.now), kind: .payoutAfterAll, payment: nil,
          objectID: payout.id.description, expected: PayoutState.failed.rawValue,
          found: payout.amount.plain, openedAt: stamp.now))
    } else {
      entry = try .transferSent(header, of: payout, on: account)
    }
    try tx.move(&payout, on: event, stamp)
    let reason: SettledReason = event == .pay ? .payout : .payoutReturned
    try settle(
      line, with: entry, Settling(reason: reason, note: payout.endToEnd, person: person), in: tx,
      stamp)
  }

  /// The refund of a pledge that waits for a transfer of just this amount, if there is one; also
  /// one that was given up, since whoever it is for may still come.
  func refundByHand(
    of pledge: Pledge.ID, _ amount: Money, in tx: Transaction
  ) throws -> Refund? {
    try refund(of: pledge, amount, in: RefundGroup.byHand.states, tx)
      ?? refund(of: pledge, amount, in: [.unclaimed], tx)
  }
  /// The refund of a pledge that went by a transfer of just this amount, the latest first.
  func refundPaid(of pledge: Pledge.ID, _ amount: Money, in tx: Transaction) throws -> Refund? {
    try refund(of: pledge, amount, in: [.manualPaid], tx)
  }
  private func refund(
    of pledge: Pledge.ID, _ amount: Money, in states: [RefundState], _ tx: Transaction
  ) throws -> Refund? {
    let found = try tx.payments(of: pledge).flatMap { try tx.refunds(of: $0.id) }.first {
      states.contains($0.state) && $0.due == amount.magnitude
    }
    guard let found else { return nil }
    // The payment first, as whoever sends again takes it; then it is looked at anew.
    _ = try tx.paymentLocked(found.payment)
    return try tx.refundLocked(found.id).flatMap { states.contains($0.state) ? $0 : nil }
  }

  /// A transfer that somebody made by hand for a refund that a card did not take, or that a
  /// transfer had paid.
  func book(
    _ line: StatementLine, as refund: Refund, in tx: Transaction, _ stamp: Stamp
  ) throws {
    var refund = refund
    let fromCredit = try tx.isCredit(refund)
    if refund.state != .manualTransferNeeded {
      try tx.move(&refund, on: .needTransfer, because: "byHand", stamp)
    }
    try tx.move(&refund, on: .payByTransfer, because: "onStatement", stamp)
    let entry = try JournalEntry.refundTransferred(
      header(line, stamp), refund, on: line.facts.account, fromCredit: fromCredit)
    try settle(line, with: entry, .byHand(.refundTransfer, stamp), in: tx, stamp)
    if let payment = try tx.payment(refund.payment) {
      try tx.closeReturned(payment, at: stamp.now)
    }
  }

  /// A refund that went by transfer came back: it waits for another transfer.
  func takeBack(
    _ line: StatementLine, of refund: Refund, in tx: Transaction, _ stamp: Stamp
  ) throws {
    var refund = refund
    let entry = try JournalEntry.refundReturned(
      header(line, stamp), refund, on: line.facts.account, toCredit: try tx.isCredit(refund))
    try tx.move(&refund, on: .transferReturned, because: "transferReturned", stamp)
    try settle(line, with: entry, .byHand(.refundReturned, stamp), in: tx, stamp)
  }

  func settle(
    _ line: StatementLine, with entry: JournalEntry, _ how: Settling, in tx: Transaction,
    _ stamp: Stamp
  ) throws {
    var match = LineMatch(id: stamp.entropy.id(at: stamp.now), line: line.id, .matched, how.reason)
    match.note = how.note
    match.entry = try post(entry, of: line, in: tx, stamp)
    try tx.insert(match, by: how.person, at: stamp.now)
  }
}

extension Settling {
  /// What a person decided.
  static func byHand(_ reason: SettledReason, note: String = "", _ stamp: Stamp) -> Settling {
    Settling(reason: reason, note: note, person: stamp.actor.person)
  }
}

extension Payout {
  /// What a line of the statement says of it.
  func event(of line: StatementLine) -> PayoutEvent {
    line.facts.amount.isNegative ? .pay : .giveBack
  }
}

extension Transaction {
  /// Whether what a refund could not bring lies in its donor's credit.
  func isCredit(_ refund: Refund) throws -> Bool {
    try journalEntry(under: .refundFailed(refund.id)) != nil
  }
  /// What a donor has with us above what their refunds are about to bring them.
  func freeCredit(of pledge: Pledge) throws -> Money {
    let refunds = try payments(of: pledge.id).flatMap { try self.refunds(of: $0.id) }
    let promised = try refunds.filter {
      try RefundState.notArrived.contains($0.state) && isCredit($0)
    }
    let held = try balance(of: .donorCredit(pledge.id, pledge.total.currency))
    return promised.reduce(held) { $0 - $1.due }
  }
}

extension Money {
  /// Without its sign.
  var magnitude: Money { isNegative ? -self : self }
}
