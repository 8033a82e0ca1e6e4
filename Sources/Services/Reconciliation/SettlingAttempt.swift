// Finds what a person's decision about a line names, checks that it fits, and books it.
import Domain
import Store

/// A line with its standing decision, about to get another.
struct SettlingAttempt {
  let line: StatementLine
  let current: LineMatch
  let booking: LineBooking
  let stamp: Stamp

  typealias Outcome = SettleLine.Outcome

  func settle(_ decision: SettleLine.Decision, in tx: Transaction) throws -> Outcome {
    switch current.status {
    case .waiting: break
    case .suspense:
      guard case .pledge = decision else { return .alreadySettled }
    case .matched, .ignored, .undone: return .alreadySettled
    }
    switch decision {
    case .pledge(let typed):
      return try cameIn ? match(typed, in: tx) : pay(typed, in: tx)
    case .suspense(let note):
      guard cameIn else { return .wrongDirection }
      try tx.retire(current.id)
      try booking.suspend(line, note: note, in: tx, stamp)
    case .bankFee(let note):
      guard !cameIn else { return .wrongDirection }
      try tx.retire(current.id)
      try booking.bankFee(line, note: note, in: tx, stamp)
    case .matchFund(let code):
      return try cameIn ? deposit(code, in: tx) : payBack(sponsorOf: code, in: tx)
    case .payout(let typed): return try settle(asPayout: typed, in: tx)
    case .refundBack(let typed): return try takeBack(typed, in: tx)
    case .suspenseBack(let typed): return try payBack(suspense: typed, in: tx)
    case .settlement(let reference): return try settle(as: reference, in: tx)
    case .setAside(let note):
      try tx.retire(current.id)
      try booking.setAside(line, note: note, in: tx, stamp)
    }
    return .settled
  }

  var cameIn: Bool { line.facts.amount.isPositive }

  private func deposit(_ code: String, in tx: Transaction) throws -> Outcome {
    guard let fund = try tx.matchFund(code: Slug(title: code)), fund.state == .open else {
      return .noSuchFund
    }
    try tx.retire(current.id)
    try booking.deposit(line, to: fund, in: tx, stamp)
    return .settled
  }

  private func settle(asPayout typed: String, in tx: Transaction) throws -> Outcome {
    let text = String(typed.filter { !$0.isWhitespace })
    let named = try tx.payout(endToEnd: text.uppercased())?.id ?? Payout.ID(text)
    guard let payout = try named.flatMap({ try tx.payoutLocked($0) }) else { return .noSuchPayout }
    guard payout.amount == line.facts.amount.magnitude else { return .payoutDiffers(payout.amount) }
    guard payout.state.on(payout.event(of: line)) != nil else {
      return .payoutElsewhere(payout.state)
    }
    try tx.retire(current.id)
    try booking.book(line, as: payout, by: stamp.actor.person, in: tx, stamp)
    return .settled
  }

  private func settle(as typed: String, in tx: Transaction) throws -> Outcome {
    let reference = String(typed.filter { !$0.isWhitespace })
    guard cameIn else { return try giveBack(reference, in: tx) }
    guard let settlement = try tx.awaitedSettlement(reference) else { return .noSuchSettlement }
    guard settlement.amount == line.facts.amount else {
      return .settlementDiffers(settlement.amount)
    }
    try tx.retire(current.id)
    try booking.receive(settlement, on: line, by: stamp.actor.person, in: tx, stamp)
    return .settled
  }

  /// A provider's transfer went back whole.
  private func giveBack(_ reference: String, in tx: Transaction) throws -> Outcome {
    guard let id = try tx.receivedSettlement(reference), let entry = try tx.journalEntry(id) else {
      return .noSuchSettlement
    }
    let received = entry.postings.first { $0.amount.isPositive }
    guard received?.account == .bank(line.facts.account, line.facts.amount.currency) else {
      return .noSuchSettlement
    }
    guard let amount = received?.amount, amount == -line.facts.amount else {
      return .settlementDiffers(received?.amount ?? .zero)
    }
    try tx.retire(current.id)
    try booking.returnSettlement(reference, entry: entry, on: line, in: tx, stamp)
    return .settled
  }

  private func match(_ typed: String, in tx: Transaction) throws -> Outcome {
    guard let id = try pledge(typed, in: tx), let pledge = try tx.pledgeLocked(id) else {
      return .noSuchPledge
    }
    guard pledge.state.transferStanding == .open, let campaign = try tx.campaign(pledge.campaign),
      !campaign.state.returnsMoney
    else { return .pledgeNotOpen(pledge.state) }
    guard line.facts.amount >= pledge.total else { return .tooLittle(pledge.total) }
    try tx.retire(current.id)
    if current.status == .suspense {
      try booking.allocate(line, to: pledge, in: tx, stamp)
    } else {
      try booking.match(line, to: pledge, .chosenByHand, in: tx, stamp)
    }
    return .settled
  }

  /// By the code that people are given, or by the reference of the transfer.
  func pledge(_ typed: String, in tx: Transaction) throws -> Pledge.ID? {
    if let reference = RFReference(typed) {
      return try tx.pledges(withTransferReferences: [reference]).first
    }
    return try PersonReference(typed).flatMap { try tx.pledge(code: $0) }
  }
}
