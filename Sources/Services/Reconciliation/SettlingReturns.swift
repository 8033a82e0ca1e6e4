// A person says of a line that money went back to whose it is, or came back from there.
import Domain
import Store

extension SettlingAttempt {
  /// Out of the account to a backer: a refund that could not go back to a card, else what they had
  /// paid above their pledge.
  func pay(_ typed: String, in tx: Transaction) throws -> Outcome {
    guard let id = try pledge(typed, in: tx), let pledge = try tx.pledgeLocked(id) else {
      return .noSuchPledge
    }
    let amount = line.facts.amount.magnitude
    if let refund = try booking.refundByHand(of: id, amount, in: tx) {
      try tx.retire(current.id)
      try booking.book(line, as: refund, in: tx, stamp)
      return .settled
    }
    let credit = try tx.freeCredit(of: pledge)
    guard credit.isPositive else { return .nothingToReturn }
    guard amount <= credit else { return .aboveOwed(credit) }
    let entry = try JournalEntry.creditReturned(
      booking.header(line, stamp), on: line.facts.account, amount, to: id, of: pledge.campaign)
    let code = pledge.keys.reference.grouped
    try tx.retire(current.id)
    try booking.settle(
      line, with: entry, .byHand(.creditReturned, note: code, stamp), in: tx, stamp)
    return .settled
  }

  /// A refund that had gone by transfer is on our account again.
  func takeBack(_ typed: String, in tx: Transaction) throws -> Outcome {
    guard cameIn else { return .wrongDirection }
    guard let id = try pledge(typed, in: tx) else { return .noSuchPledge }
    guard let refund = try booking.refundPaid(of: id, line.facts.amount, in: tx) else {
      return .noSuchTransfer
    }
    try tx.retire(current.id)
    try booking.takeBack(line, of: refund, in: tx, stamp)
    return .settled
  }

  /// What a closed fund had left went back to its sponsor.
  func payBack(sponsorOf code: String, in tx: Transaction) throws -> Outcome {
    guard let found = try tx.matchFund(code: Slug(title: code)),
      let fund = try tx.matchFundLocked(found.id)
    else { return .noSuchFund }
    let amount = line.facts.amount.magnitude
    let share = try tx.sponsorsShare(of: fund)
    let owed = share.released - share.returned
    guard owed.isPositive else { return .nothingToReturn }
    guard amount <= owed else { return .aboveOwed(owed) }
    let entry = try JournalEntry.matchPaidBack(
      booking.header(line, stamp), on: line.facts.account, amount)
    try tx.retire(current.id)
    try booking.settle(
      line, with: entry, .byHand(.sponsorReturned, note: fund.code.text, stamp), in: tx, stamp)
    return .settled
  }

  /// Money whose owner was not found went back whole to where it came from: the line that brought
  /// it is settled with it.
  func payBack(suspense typed: String, in tx: Transaction) throws -> Outcome {
    guard !cameIn else { return .wrongDirection }
    let amount = line.facts.amount.magnitude
    let text = String(typed.filter { !$0.isWhitespace })
    guard let id = StatementLine.ID(text), let brought = try tx.statementLine(id),
      let kept = try tx.currentMatchLocked(of: id), kept.status == .suspense,
      brought.facts.amount == amount, brought.facts.account == line.facts.account
    else { return .noSuchSuspense }
    let entry = try JournalEntry.creditReturned(
      booking.header(line, stamp), on: line.facts.account, unmatched: amount)
    try tx.retire(current.id)
    try booking.settle(
      line, with: entry, .byHand(.suspenseReturned, note: id.description, stamp), in: tx, stamp)
    var settled = LineMatch(
      id: stamp.entropy.id(at: stamp.now), line: id, .matched, .suspenseReturned)
    (settled.note, settled.entry) = (line.id.description, kept.entry)
    try tx.retire(kept.id)
    try tx.insert(settled, by: stamp.actor.person, at: stamp.now)
    return .settled
  }
}
