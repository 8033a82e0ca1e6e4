// The life of a payment: which state may follow which. A provider tells states in any order.

/// How far one attempt to pay has come.
package enum PaymentStatus: String, CaseIterable, Sendable {
  /// Known here, nothing asked of the payer yet; a bank transfer waits here for its credit.
  case created
  /// The payer has to do something: open the page, confirm with their bank.
  case requiresAction
  case processing
  /// The money was taken.
  case succeeded
  case failed
  case expired
  case cancelled
  /// The provider looks at it by hand.
  case reviewHold

  /// What can happen to a payment.
  package enum Event: Hashable, Sendable {
    /// Its provider, our bank's statement or the timetable says that it has come so far.
    case reached(PaymentStatus)
    /// A person takes back that a credit on the statement was this transfer: the credit was
    /// somebody else's, so this one was never paid. The ledger gets the opposite entry.
    case matchTakenBack
  }

  /// What an event does to this state.
  package enum Step: Hashable, Sendable {
    case moved(to: PaymentStatus)
    /// Already there.
    case unchanged
    /// The news is older than what is known: told late, nothing to do.
    case late
  }

  /// The one transition function. From success only a match that is taken back leads away.
  package func after(_ event: Event) -> Step {
    switch event {
    case .reached(let next): reaching(next)
    case .matchTakenBack: self == .succeeded ? .moved(to: .created) : .late
    }
  }

  /// Applies the state reached at the provider. Success is final here: what takes money back is a
  /// refund or a dispute. A payment that failed, expired or was cancelled can still succeed: the
  /// donor tried again on the same page, or the money was already on its way.
  package func reaching(_ next: PaymentStatus) -> Step {
    if next == self { return .unchanged }
    return followers.contains(next) ? .moved(to: next) : .late
  }

  private var followers: Set<PaymentStatus> {
    switch self {
    case .created:
      [.requiresAction, .processing, .succeeded, .failed, .expired, .cancelled, .reviewHold]
    case .requiresAction: [.processing, .succeeded, .failed, .expired, .cancelled, .reviewHold]
    case .processing: [.succeeded, .failed, .expired, .cancelled, .reviewHold]
    case .reviewHold: [.succeeded, .failed, .cancelled]
    case .failed, .expired, .cancelled: [.succeeded]
    case .succeeded: []
    }
  }

  /// Whether something may still happen by itself.
  package var isOpen: Bool {
    switch self {
    case .created, .requiresAction, .processing, .reviewHold: true
    case .succeeded, .failed, .expired, .cancelled: false
    }
  }
}

/// Why a payment failed, in words that are safe to show: a provider's own codes would tell a thief
/// too much about a card.
package enum PaymentFailure: String, CaseIterable, Sendable {
  case declined
  /// The bank's strong authentication was refused or not passed.
  case notAuthenticated
  case providerUnavailable
  case other
}
