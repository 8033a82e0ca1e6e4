// Where a campaign stands on its way from a draft to its outcome.

/// The states of a campaign. The database's CHECK has the same words.
package enum CampaignState: String, CaseIterable, Hashable, Sendable {
  /// Its author works on it; nobody else sees it.
  case draft
  /// A reviewer has to decide.
  case submitted
  /// The reviewer wants something changed; the author works on it again.
  case changesRequested
  /// A reviewer said no, for good.
  case rejected
  /// It opens by itself at its opening date.
  case approved
  /// It takes pledges.
  case live
  /// It takes no pledges for the moment; the deadline keeps running.
  case onHold
  /// The deadline has passed; money that was promised in time may still arrive.
  case settling
  /// It may keep what it raised.
  case succeeded
  /// Everybody gets back what they gave.
  case failed
  /// It was called off; everybody gets back what they gave.
  case cancelled

  /// Whether the public may see it.
  package var isPublic: Bool {
    switch self {
    case .live, .onHold, .settling, .succeeded, .failed, .cancelled: true
    case .draft, .submitted, .changesRequested, .rejected, .approved: false
    }
  }
  /// Whether its author may change texts, budget, rewards and dates.
  package var isEditable: Bool {
    switch self {
    case .draft, .changesRequested: true
    case .submitted, .rejected, .approved, .live, .onHold, .settling, .succeeded, .failed,
      .cancelled:
      false
    }
  }
  /// Whether money that arrives now goes back to who sent it.
  package var returnsMoney: Bool {
    switch self {
    case .failed, .cancelled, .rejected: true
    case .draft, .submitted, .changesRequested, .approved, .live, .onHold, .settling, .succeeded:
      false
    }
  }
}

/// How a campaign treats what it raised when the minimum is not reached.
package enum FundingRule: String, CaseIterable, Hashable, Sendable {
  /// Below the minimum everybody gets everything back.
  case allOrNothing
  /// The campaign keeps what was raised, and says what it will do with less.
  case keepWhatYouRaise
  /// A first round up to the minimum, all or nothing; once it is reached, a second one towards the
  /// optimum, whose end takes nothing back.
  case minimumThenOptimum
}
