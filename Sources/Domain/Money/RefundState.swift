// The life of a refund: asked for, decided by somebody else, sent, confirmed; or paid by hand.

/// How far a refund has come.
package enum RefundState: String, CaseIterable, Sendable {
  /// Asked for; somebody else decides.
  case requested
  /// Refused; nothing was booked.
  case rejected
  /// Decided and booked; the provider does not know yet.
  case approved
  /// The provider is being told: nobody knows yet whether it has heard.
  case submitted
  /// The provider has it and has not sent it yet.
  case pendingAtProvider
  case succeeded
  /// The provider said no this once; it is asked again.
  case failedRetryable
  /// The provider gave up: the card is closed. The money is the donor's credit.
  case failedPermanent
  /// It has to go by bank transfer.
  case manualTransferNeeded
  /// The transfer is on the bank's statement.
  case manualPaid
  /// Nobody could be found to take it.
  case unclaimed
  /// It had not arrived, and the provider sent all of it by other refunds.
  case sentAgain

  /// Whether its amount counts against what was captured.
  package var counts: Bool { self != .rejected }
  /// Whether something has still to happen.
  package var isOpen: Bool {
    switch self {
    case .requested, .approved, .submitted, .pendingAtProvider, .failedRetryable,
      .failedPermanent, .manualTransferNeeded:
      true
    case .rejected, .succeeded, .manualPaid, .unclaimed, .sentAgain: false
    }
  }
  /// The states of a refund that did not arrive, in which its money can be the donor's credit.
  package static let notArrived: [RefundState] = [
    .failedPermanent, .manualTransferNeeded, .unclaimed,
  ]
  /// The states in which the provider has certainly not sent it: what the provider did instead
  /// takes its place.
  package static let unsent: [RefundState] = [.approved, .failedRetryable]
  /// The states in which the provider is to be told.
  package static let toSubmit: [RefundState] = [.approved, .submitted, .failedRetryable]
}

/// What can happen to a refund.
package enum RefundEvent: String, CaseIterable, Sendable {
  case approve, reject, submit, pend, succeed, failForNow, failForGood, needTransfer, payByTransfer,
    transferReturned, giveUp, sendAgain, overtake
}

extension RefundState {
  /// What an event does: another state, nothing because it is known or old, or a refusal.
  package enum Step: Hashable, Sendable {
    case moved(to: RefundState)
    /// Already there, or further.
    case unchanged
    case refused
  }

  /// The one transition function. A provider's news come in any order; a refund that succeeded can
  /// still fail weeks later, when the bank finds the card closed.
  package func on(_ event: RefundEvent) -> Step {
    switch (event, self) {
    case (.approve, .requested): .moved(to: .approved)
    case (.reject, .requested): .moved(to: .rejected)
    case (.submit, .approved), (.submit, .failedRetryable): .moved(to: .submitted)
    case (.submit, .submitted): .unchanged
    case (.pend, .approved), (.pend, .submitted), (.pend, .failedRetryable):
      .moved(to: .pendingAtProvider)
    case (.pend, .pendingAtProvider), (.pend, .succeeded), (.pend, .failedPermanent),
      (.pend, .manualTransferNeeded), (.pend, .manualPaid), (.pend, .unclaimed),
      (.pend, .sentAgain):
      .unchanged
    case (.succeed, .approved), (.succeed, .submitted), (.succeed, .pendingAtProvider),
      (.succeed, .failedRetryable):
      .moved(to: .succeeded)
    case (.succeed, .succeeded), (.succeed, .failedPermanent), (.succeed, .manualTransferNeeded),
      (.succeed, .manualPaid), (.succeed, .unclaimed), (.succeed, .sentAgain):
      .unchanged
    case (.failForNow, .submitted): .moved(to: .failedRetryable)
    case (.failForGood, .approved), (.failForGood, .submitted), (.failForGood, .pendingAtProvider),
      (.failForGood, .succeeded), (.failForGood, .failedRetryable):
      .moved(to: .failedPermanent)
    case (.failForGood, .failedPermanent), (.failForGood, .manualTransferNeeded),
      (.failForGood, .manualPaid), (.failForGood, .unclaimed), (.failForGood, .sentAgain):
      .unchanged
    case (.needTransfer, .approved), (.needTransfer, .failedRetryable),
      (.needTransfer, .failedPermanent), (.needTransfer, .unclaimed):
      .moved(to: .manualTransferNeeded)
    case (.payByTransfer, .manualTransferNeeded): .moved(to: .manualPaid)
    case (.transferReturned, .manualPaid): .moved(to: .manualTransferNeeded)
    case (.giveUp, .manualTransferNeeded): .moved(to: .unclaimed)
    case (.sendAgain, .failedPermanent), (.sendAgain, .manualTransferNeeded),
      (.sendAgain, .unclaimed):
      .moved(to: .sentAgain)
    case (.overtake, .approved), (.overtake, .failedRetryable): .moved(to: .rejected)
    case (.approve, _), (.reject, _), (.submit, _), (.pend, _), (.succeed, _), (.failForNow, _),
      (.failForGood, _), (.needTransfer, _), (.payByTransfer, _), (.transferReturned, _),
      (.giveUp, _), (.sendAgain, _), (.overtake, _):
      .refused
    }
  }
}
