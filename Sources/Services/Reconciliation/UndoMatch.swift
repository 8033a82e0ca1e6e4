// Takes a decision about a line back: by a reversal in the ledger, never by erasing.
package import Domain
import Store

/// Takes the standing decision about a line back; the line waits again.
package struct UndoMatch: Sendable {
  let database: Database
  let clock: WallClock
  let entropy: Entropy
  let booking: LineBooking

  package enum Outcome: Hashable, Sendable {
    case undone
    case noSuchLine
    /// It waits already.
    case nothingToUndo
    /// The money has been settled or given back since: the ledger does not let it go.
    case tooLate
    case noteMissing
    case notAllowed
  }

  package func callAsFunction(
    _ id: StatementLine.ID, because note: String, by actor: Actor, requestID: String = ""
  ) async throws -> Outcome {
    guard actor.may(.matchLine, on: .platform) else { return .notAllowed }
    guard !note.isEmpty else { return .noteMissing }
    var stamp = Stamp(at: clock.now, by: actor, entropy)
    stamp.requestID = requestID
    let booking = booking
    do {
      return try await database.write { [stamp] tx in
        guard let line = try tx.statementLine(id), let current = try tx.currentMatchLocked(of: id)
        else { return .noSuchLine }
        guard current.status != .waiting else { return .nothingToUndo }
        guard try booking.takeBack(current, of: line, note: note, in: tx, stamp) else {
          return .tooLate
        }
        try tx.record(
          .matchLine, on: .init("statement_line", id.description), stamp,
          detail: ["decision": "undo", "was": current.reason])
        return .undone
      }
    } catch let refusal as StoreRefusal {
      // A never-negative account would have been overdrawn; the transaction is rolled back.
      guard case .refused = refusal else { throw refusal }
      return .tooLate
    }
  }
}

extension LineBooking {
  /// Answers false, with nothing written, when the pledge has gone on.
  func takeBack(
    _ current: LineMatch, of line: StatementLine, note: String, in tx: Transaction,
    _ stamp: Stamp
  ) throws -> Bool {
    // A transfer of our own is a fact that its payout or refund has followed; so is a settlement
    // that has gone back since.
    if let settled = current.settled, settled.isOwnTransfer || settled == .settlementReturned {
      return false
    }
    if let id = current.entry, try tx.reversal(of: id) != nil { return false }
    if let pledge = current.pledge {
      let paid = try tx.payments(of: pledge).filter { $0.status == .succeeded }
      let transfer = try paid.first { $0.provider == .bank }.flatMap { try tx.paymentLocked($0.id) }
      // What went back of it, or may, would be taken from other donors' money.
      if let transfer, try tx.refunds(of: transfer.id).contains(where: { $0.state.counts }) {
        return false
      }
      guard try pledges.takeBack(pledge, isPaidTwice: paid.count > 1, in: tx, stamp) else {
        return false
      }
      if let transfer { try reopen(transfer, line, in: tx, stamp) }
    }
    var wasAllocated = false
    if let id = current.entry, let entry = try tx.journalEntry(id) {
      let reversal = try JournalEntry.reversal(header(line, stamp), of: entry)
      _ = try tx.post(reversal, key: .reversal(of: id), by: stamp.actor, at: stamp.now)
      wasAllocated = entry.kind == .suspenseAllocated
    }
    if let pledge = try current.pledge.flatMap({ try tx.pledge($0) }),
      let campaign = try tx.campaign(pledge.campaign)
    {
      try tx.balanceMatch(of: campaign, cause: .pledge(pledge.id), stamp)
    }
    try tx.retire(current.id)
    try tx.insert(
      wasAllocated
        ? try inSuspense(line, note: note, in: tx, stamp)
        : try waiting(line, after: current, note: note, in: tx, stamp),
      by: stamp.actor.person, at: stamp.now)
    return true
  }

  /// After a decision was taken back a line waits for a person. Whatever the rule would say, it was
  /// a person who took it back.
  private func waiting(
    _ line: StatementLine, after current: LineMatch, note: String, in tx: Transaction,
    _ stamp: Stamp
  ) throws -> LineMatch {
    let (decision, _) = try tx.decide(line.facts, format: .camt053)
    var reason = WaitReason.takenBack
    if case .waits(let found) = decision, found != .possibleDuplicate,
      current.settled != .settlement
    {
      reason = found
    }
    var match = LineMatch(id: stamp.entropy.id(at: stamp.now), line: line.id, waits: reason)
    match.note = note
    return match
  }

  /// Money that had been in suspense is there again.
  private func inSuspense(
    _ line: StatementLine, note: String, in tx: Transaction, _ stamp: Stamp
  ) throws -> LineMatch {
    var match = LineMatch(
      id: stamp.entropy.id(at: stamp.now), line: line.id, .suspense, .ownerUnknown)
    match.note = note
    match.entry = try tx.journalEntries(causedBy: .statementLine(line.id)).last {
      try tx.journalEntry($0)?.kind == .transferUnmatched && tx.reversal(of: $0) == nil
    }
    return match
  }

  private func reopen(
    _ transfer: Payment, _ line: StatementLine, in tx: Transaction, _ stamp: Stamp
  ) throws {
    var payment = transfer
    let change = payment.move(
      on: .matchTakenBack, because: "match taken back", cause: "statement line \(line.id)",
      at: stamp.now)
    if let change { try tx.update(payment, change) }
  }
}
