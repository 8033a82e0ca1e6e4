// A person decides about a line that waits, or about money in suspense.
package import Domain
import Store

/// Settles a line by a person's decision.
package struct SettleLine: Sendable {
  let database: Database
  let clock: WallClock
  let entropy: Entropy
  let booking: LineBooking

  package enum Decision: Hashable, Sendable {
    /// It belongs to the pledge with this code or transfer reference, as typed.
    case pledge(String)
    /// Its owner is unknown: it is kept until they are found.
    case suspense(note: String)
    case bankFee(note: String)
    /// A sponsor's deposit: the code of the fund, as typed.
    case matchFund(String)
    /// A card provider's transfer to our account, or its way back: the provider's id, as typed.
    case settlement(String)
    /// Not ours, or told twice: no entry, with the reason.
    case setAside(note: String)
  }

  package enum Outcome: Hashable, Sendable {
    case settled
    case noSuchLine
    /// Somebody settled it meanwhile.
    case alreadySettled
    case noSuchPledge
    /// No open fund has this code.
    case noSuchFund
    /// No settlement with this id is awaited, or, for money that goes out, none has come.
    case noSuchSettlement
    /// The settlement has another amount: this one.
    case settlementDiffers(Money)
    /// The pledge is paid, called off or closed.
    case pledgeNotOpen(PledgeState)
    /// Less came than was promised: the figure that was.
    case tooLittle(Money)
    /// What came in cannot be a fee, what went out cannot be a pledge.
    case wrongDirection
    /// The ledger would show less than nothing on an account that cannot have it.
    case overdrawn
    case noteMissing
    case notAllowed
  }

  package func callAsFunction(
    _ decision: Decision, on id: StatementLine.ID, by actor: Actor, requestID: String = ""
  ) async throws -> Outcome {
    guard actor.may(decision.act, on: .platform) else { return .notAllowed }
    guard !decision.lacksNote else { return .noteMissing }
    var stamp = Stamp(at: clock.now, by: actor, entropy)
    stamp.requestID = requestID
    do {
      return try await write(decision, on: id, stamp)
    } catch let refusal as StoreRefusal {
      guard case .refused = refusal else { throw refusal }
      return .overdrawn
    }
  }

  private func write(
    _ decision: Decision, on id: StatementLine.ID, _ stamp: Stamp
  ) async throws -> Outcome {
    let booking = booking
    return try await database.write { tx in
      if case .settlement = decision { try tx.lockStatements() }
      guard let line = try tx.statementLine(id), let current = try tx.currentMatchLocked(of: id)
      else { return .noSuchLine }
      let attempt = SettlingAttempt(
        line: line, current: current, booking: booking, stamp: stamp)
      let outcome = try attempt.settle(decision, in: tx)
      if outcome == .settled {
        try tx.record(
          decision.act, on: .init("statement_line", id.description), stamp,
          detail: ["decision": decision.name])
      }
      return outcome
    }
  }
}

extension SettleLine.Decision {
  var act: Act {
    switch self {
    case .pledge, .suspense, .bankFee, .matchFund, .settlement: .matchLine
    case .setAside: .discardLine
    }
  }
  var name: String {
    switch self {
    case .pledge: "pledge"
    case .suspense: "suspense"
    case .bankFee: "bankFee"
    case .matchFund: "matchFund"
    case .settlement: "settlement"
    case .setAside: "setAside"
    }
  }
  fileprivate var lacksNote: Bool {
    switch self {
    case .suspense(let note), .setAside(let note): note.isEmpty
    case .pledge, .bankFee, .matchFund, .settlement: false
    }
  }
}

/// A line with its standing decision, about to get another.
private struct SettlingAttempt {
  let line: StatementLine
  let current: LineMatch
  let booking: LineBooking
  let stamp: Stamp

  func settle(_ decision: SettleLine.Decision, in tx: Transaction) throws -> SettleLine.Outcome {
    switch current.status {
    case .waiting: break
    case .suspense:
      guard case .pledge = decision else { return .alreadySettled }
    case .matched, .ignored, .undone: return .alreadySettled
    }
    switch decision {
    case .pledge(let typed): return try match(typed, in: tx)
    case .suspense(let note):
      guard line.facts.amount.isPositive else { return .wrongDirection }
      try tx.retire(current.id)
      try booking.suspend(line, note: note, in: tx, stamp)
    case .bankFee(let note):
      guard line.facts.amount.isNegative else { return .wrongDirection }
      try tx.retire(current.id)
      try booking.bankFee(line, note: note, in: tx, stamp)
    case .matchFund(let code):
      guard line.facts.amount.isPositive, current.status == .waiting else {
        return .wrongDirection
      }
      guard let fund = try tx.matchFund(code: Slug(title: code)), fund.state == .open else {
        return .noSuchFund
      }
      try tx.retire(current.id)
      try booking.deposit(line, to: fund, in: tx, stamp)
    case .settlement(let reference): return try settle(as: reference, in: tx)
    case .setAside(let note):
      try tx.retire(current.id)
      try booking.setAside(line, note: note, in: tx, stamp)
    }
    return .settled
  }

  private func settle(as typed: String, in tx: Transaction) throws -> SettleLine.Outcome {
    let reference = String(typed.filter { !$0.isWhitespace })
    guard line.facts.amount.isPositive else { return try giveBack(reference, in: tx) }
    guard let settlement = try tx.awaitedSettlement(reference) else { return .noSuchSettlement }
    guard settlement.amount == line.facts.amount else {
      return .settlementDiffers(settlement.amount)
    }
    try tx.retire(current.id)
    try booking.receive(settlement, on: line, by: stamp.actor.person, in: tx, stamp)
    return .settled
  }

  /// A provider's transfer went back whole.
  private func giveBack(_ reference: String, in tx: Transaction) throws -> SettleLine.Outcome {
    guard let id = try tx.receivedSettlement(reference), let entry = try tx.journalEntry(id) else {
      return .noSuchSettlement
    }
    let received = entry.postings.map(\.amount).first(where: \.isPositive) ?? .zero
    guard received == -line.facts.amount else { return .settlementDiffers(received) }
    try tx.retire(current.id)
    try booking.returnSettlement(reference, entry: entry, on: line, in: tx, stamp)
    return .settled
  }

  private func match(_ typed: String, in tx: Transaction) throws -> SettleLine.Outcome {
    if line.facts.amount.isNegative {
      // Out of the account to a backer: a refund that could not go back to a card.
      guard current.status == .waiting, let id = try pledge(typed, in: tx) else {
        return .noSuchPledge
      }
      let found = try booking.refundByHand(of: id, line.facts.amount, in: tx)
      guard let refund = found else { return .wrongDirection }
      try tx.retire(current.id)
      try booking.book(line, as: refund, in: tx, stamp)
      return .settled
    }
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
  private func pledge(_ typed: String, in tx: Transaction) throws -> Pledge.ID? {
    if let reference = RFReference(typed) {
      return try tx.pledges(withTransferReferences: [reference]).first
    }
    return try PersonReference(typed).flatMap { try tx.pledge(code: $0) }
  }
}
