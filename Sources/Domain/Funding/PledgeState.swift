// Where a pledge stands between the promise and the money, and what may happen to it.

/// The states of a pledge. Refunded and disputed are facts of the ledger, not states.
package enum PledgeState: String, CaseIterable, Hashable, Sendable {
  /// Its reward is kept until `expiresAt`; no way of paying chosen yet.
  case reserved
  /// A payment is on its way.
  case awaitingPayment
  /// The card is good for it; the money is not taken yet.
  case authorised
  /// The money is there.
  case confirmed
  /// The last attempt failed; another is possible until `expiresAt`.
  case paymentFailed
  /// Time is up; its reward is free again.
  case lapsed
  case cancelledByDonor
  case cancelledByAdmin
  /// Nothing can happen any more: the campaign is over and settled.
  case closed

  /// Whether its reward is kept for it.
  package var holdsStock: Bool {
    switch self {
    case .reserved, .awaitingPayment, .authorised, .confirmed, .paymentFailed, .closed: true
    case .lapsed, .cancelledByDonor, .cancelledByAdmin: false
    }
  }
  /// Whether money promised by it may still arrive.
  package var isPending: Bool {
    switch self {
    case .reserved, .awaitingPayment, .authorised, .paymentFailed: true
    case .confirmed, .lapsed, .cancelledByDonor, .cancelledByAdmin, .closed: false
    }
  }
  /// The states in which a reward is kept.
  package static let holding = allCases.filter(\.holdsStock)
  /// The states in which money may still arrive.
  package static let pending = allCases.filter(\.isPending)
}

/// What can happen to a pledge.
package enum PledgeEvent: String, CaseIterable, Hashable, Sendable {
  /// The donor goes to pay: the first time, again, or another way.
  case startPayment
  case authorise
  case confirm
  /// The money turned out to be somebody else's.
  case takeBack
  case failPayment
  case expire
  case cancelByDonor
  case cancelByAdmin
  /// The backer left the contract after paying.
  case withdraw
  case close
}

/// This does not happen to a pledge in this state.
package struct PledgeTransitionRefusal: Error, Hashable, Sendable {
  package let state: PledgeState
  package let event: PledgeEvent

  package init(state: PledgeState, event: PledgeEvent) {
    self.state = state
    self.event = event
  }
}

extension PledgeState {
  /// The state that follows; or the refusal. A late payment confirms a lapsed pledge, and a lapsed
  /// one may be paid anew: whether its reward is still there is decided under the reward's lock.
  package func next(on event: PledgeEvent) throws(PledgeTransitionRefusal) -> PledgeState {
    switch (event, self) {
    case (.startPayment, .reserved), (.startPayment, .awaitingPayment),
      (.startPayment, .paymentFailed), (.startPayment, .lapsed):
      .awaitingPayment
    case (.authorise, .reserved), (.authorise, .awaitingPayment), (.authorise, .paymentFailed):
      .authorised
    case (.confirm, .reserved), (.confirm, .awaitingPayment), (.confirm, .authorised),
      (.confirm, .paymentFailed), (.confirm, .lapsed):
      .confirmed
    case (.takeBack, .confirmed): .awaitingPayment
    case (.failPayment, .reserved), (.failPayment, .awaitingPayment),
      (.failPayment, .authorised), (.failPayment, .paymentFailed):
      .paymentFailed
    case (.expire, .reserved), (.expire, .awaitingPayment), (.expire, .authorised),
      (.expire, .paymentFailed):
      .lapsed
    case (.cancelByDonor, .reserved), (.cancelByDonor, .awaitingPayment),
      (.cancelByDonor, .authorised), (.cancelByDonor, .paymentFailed), (.cancelByDonor, .lapsed):
      .cancelledByDonor
    case (.cancelByAdmin, .reserved), (.cancelByAdmin, .awaitingPayment),
      (.cancelByAdmin, .authorised), (.cancelByAdmin, .paymentFailed), (.cancelByAdmin, .lapsed):
      .cancelledByAdmin
    case (.withdraw, .confirmed): .cancelledByDonor
    case (.close, .confirmed): .closed
    case (.startPayment, _), (.authorise, _), (.confirm, _), (.takeBack, _), (.failPayment, _),
      (.expire, _), (.cancelByDonor, _), (.cancelByAdmin, _), (.withdraw, _),
      (.close, _):
      throw PledgeTransitionRefusal(state: self, event: event)
    }
  }
}
