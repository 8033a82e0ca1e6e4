// What we pay to an organisation: how much of what is due may go, to which account, decided by two.

/// One payout of one campaign's money.
package struct Payout: Identified, Hashable, Sendable {
  package static let idPrefix = "pyt"

  package let id: Payout.ID
  package let campaign: Campaign.ID
  package let account: PayeeAccount.ID
  package let amount: Money
  /// What the bank carries unchanged and the statement says again.
  package let endToEnd: String
  package let proposedBy: Person.ID
  package let proposedAt: Instant
  package var state: PayoutState
  package var approvedBy: Person.ID?
  /// The file in which the bank was told.
  package var file: BankFile.ID?

  package init(
    id: Payout.ID, of campaign: Campaign.ID, _ amount: Money, to account: PayeeAccount.ID,
    proposed: (by: Person.ID, at: Instant)
  ) {
    (self.id, self.campaign, self.amount, self.account) = (id, campaign, amount, account)
    // 35 characters at most, letters and digits only: the id without its underscore.
    endToEnd = id.description.split(separator: "_").joined().uppercased()
    (proposedBy, proposedAt) = proposed
    state = .proposed
  }

  /// Who proposed a payout does not approve it.
  package func checkApprover(_ person: Person.ID?) throws(PayoutRefusal) {
    guard let person, person != proposedBy else { throw .needsAnotherPerson }
  }
}

/// A file of transfers that the bank takes.
package enum BankFile: Identified {
  package static let idPrefix = "bkf"
}

/// How far a payout has come.
package enum PayoutState: String, CaseIterable, Sendable {
  /// Somebody else has to approve it.
  case proposed
  /// Booked; it waits for the next file.
  case approved
  /// In a file that the bank has, or will have.
  case submitted
  /// On the bank's statement.
  case paid
  /// The bank sent it back: it is due to the project again.
  case returned
  /// The bank refused it before it moved.
  case failed
  case cancelled

  package func on(_ event: PayoutEvent) -> PayoutState? {
    switch (event, self) {
    case (.approve, .proposed): .approved
    case (.cancel, .proposed), (.cancel, .approved): .cancelled
    case (.submit, .approved): .submitted
    case (.fail, .submitted): .failed
    // A bank may have made what it was thought to have refused: its statement is what counts.
    case (.pay, .submitted), (.pay, .failed): .paid
    case (.giveBack, .paid): .returned
    case (.approve, _), (.cancel, _), (.submit, _), (.fail, _), (.pay, _), (.giveBack, _): nil
    }
  }
  /// Whether its amount is still on its way, before the ledger knows of it.
  package var isProposed: Bool { self == .proposed }
}

/// What can happen to a payout.
package enum PayoutEvent: String, CaseIterable, Sendable {
  case approve, cancel, submit, fail, pay, giveBack
}

/// Why a payout is not made.
package enum PayoutRefusal: Error, Hashable, Sendable {
  case notSucceeded
  case notPositive
  /// More than may go now: the figure that may.
  case abovePayable(Money)
  /// The organisation has no account that was verified by a second person.
  case noAccount
  /// A new account rests before money goes there.
  case accountTooNew(until: Instant)
  case accountChanged
  case needsAnotherPerson
  case notFrom(PayoutState, PayoutEvent)
}

/// What decides how much may go.
package struct PayoutRoom: Hashable, Sendable {
  /// What is due to the project.
  package let due: Money
  /// Of it, what no bank statement has confirmed: it may still be with a provider.
  package let unconfirmed: Money
  /// What banks have taken back and may keep.
  package let disputed: Money
  /// Proposed payouts.
  package let proposed: Money
  /// Kept for disputes that are yet to come.
  package let reserve: Money
  /// What statements say is on our account, less all that is ordered or proposed to leave it. What
  /// the platform bears, a dispute's fee for one, is in no project's account and yet not there.
  package let onHand: Money

  package init(
    due: Money, held: (unconfirmed: Money, disputed: Money, reserve: Money), proposed: Money,
    onHand: Money
  ) {
    (unconfirmed, disputed, reserve) = held
    (self.due, self.proposed, self.onHand) = (due, proposed, onHand)
  }

  /// The reserve lies in the same money as what is unconfirmed: the larger of the two is kept.
  package var payable: Money {
    max(.zero, min(due - max(unconfirmed, reserve) - disputed - proposed, onHand))
  }
  /// Whether what is proposed already is more than may go.
  package var isShort: Bool {
    due - max(unconfirmed, reserve) - disputed < proposed || onHand.isNegative
  }
}

/// What is kept back, and for how long. Cards are disputed up to 120 days after they were charged.
package struct PayoutRule: Hashable, Sendable {
  /// Of ten thousand parts of what was raised by card.
  package let reserveBasisPoints: Int
  package let reserveLasts: Instant.Span
  /// How long a new account rests.
  package let coolingOff: Instant.Span

  package init(reserveBasisPoints: Int, reserveLasts: Instant.Span, coolingOff: Instant.Span) {
    self.reserveBasisPoints = min(max(reserveBasisPoints, 0), 10_000)
    (self.reserveLasts, self.coolingOff) = (reserveLasts, coolingOff)
  }
  package static let standard = PayoutRule(
    reserveBasisPoints: 1_000, reserveLasts: .days(60), coolingOff: .hours(72))

  /// What is kept back of money taken by card, so long after the campaign was decided. Rounded up.
  package func reserve(of byCard: Money, decidedAt: Instant, now: Instant) -> Money {
    guard now < decidedAt + reserveLasts, byCard.isPositive else { return .zero }
    let product = byCard.cents.multipliedFullWidth(by: Int64(reserveBasisPoints))
    let (quotient, remainder) = Int64(10_000).dividingFullWidth(product)
    return Money(cents: quotient + (remainder > 0 ? 1 : 0), byCard.currency)
  }
}
