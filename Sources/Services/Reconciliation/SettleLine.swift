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
    /// A sponsor's deposit, or what was left of it going back: the code of the fund, as typed.
    case matchFund(String)
    /// A payout that left or came back: its id or its end-to-end id, as typed.
    case payout(String)
    /// A refund that went by transfer and came back: the code of its pledge, as typed.
    case refundBack(String)
    /// Money of an unknown owner that went back: the id of the line that brought it, as typed.
    case suspenseBack(String)
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
    /// No payout has this id.
    case noSuchPayout
    /// The payout has another amount: this one.
    case payoutDiffers(Money)
    /// The payout is not where a line could tell of it: here.
    case payoutElsewhere(PayoutState)
    /// No refund of this pledge has gone by a transfer of this amount.
    case noSuchTransfer
    /// No money of this amount, of an unknown owner, came by a line with this id.
    case noSuchSuspense
    /// Nothing is to go back to whoever this code is of.
    case nothingToReturn
    /// More went back than is held for whoever this code is of: this much.
    case aboveOwed(Money)
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
    case .pledge, .suspense, .bankFee, .matchFund, .payout, .refundBack, .suspenseBack,
      .settlement:
      .matchLine
    case .setAside: .discardLine
    }
  }
  var name: String {
    switch self {
    case .pledge: "pledge"
    case .suspense: "suspense"
    case .bankFee: "bankFee"
    case .matchFund: "matchFund"
    case .payout: "payout"
    case .refundBack: "refundBack"
    case .suspenseBack: "suspenseBack"
    case .settlement: "settlement"
    case .setAside: "setAside"
    }
  }
  fileprivate var lacksNote: Bool {
    switch self {
    case .suspense(let note), .setAside(let note): note.isEmpty
    case .pledge, .bankFee, .matchFund, .payout, .refundBack, .suspenseBack, .settlement: false
    }
  }
}
