// The one function that decides which state a campaign may enter, or says why not.

/// What can happen to a campaign.
package enum CampaignEvent: Hashable, Sendable {
  case submit
  case requestChanges(reason: String)
  case reject(reason: String)
  case approve
  /// The opening date has come.
  case open
  case hold(reason: String)
  case release
  /// A later deadline; at most once.
  case extend(to: Instant)
  /// The deadline has passed.
  case deadline
  case settle(CampaignOutcome)
  case cancel(reason: String)

  /// The event without what it carries, as history rows keep it.
  package var name: CampaignEventName {
    switch self {
    case .submit: .submit
    case .requestChanges: .requestChanges
    case .reject: .reject
    case .approve: .approve
    case .open: .open
    case .hold: .hold
    case .release: .release
    case .extend: .extend
    case .deadline: .deadline
    case .settle: .settle
    case .cancel: .cancel
    }
  }
  /// The reason given, where one has to be.
  package var reason: String? {
    switch self {
    case .requestChanges(let reason), .reject(let reason), .hold(let reason),
      .cancel(let reason):
      reason
    case .submit, .approve, .open, .release, .extend, .deadline, .settle: nil
    }
  }
}

/// The names of what can happen to a campaign.
package enum CampaignEventName: String, CaseIterable, Hashable, Sendable {
  case submit, requestChanges, reject, approve, open, hold, release, extend, deadline, settle,
    cancel
}

/// Why a campaign stays where it is.
package enum CampaignRefusal: Error, Hashable, Sendable {
  /// This does not happen to a campaign in this state.
  case notFrom(CampaignState, CampaignEventName)
  /// Who wrote a campaign does not review it.
  case authorCannotReview
  case reasonMissing
  /// What is still missing before it can be submitted.
  case incomplete([CampaignGap])
  /// The date has not come yet.
  case notDue
  case alreadyExtended
  /// An extension only ever gives more time.
  case wouldShorten
  /// Donors agreed to be charged after a day that was named to them.
  case cardsNameTheDay
  case afterDeadline
  /// Money promised in time may still arrive.
  case paymentsPending
}

/// What a transition needs to know besides the campaign.
package struct CampaignContext: Sendable {
  /// Who acts; nil when the timetable does.
  package let actor: Person.ID?
  package let now: Instant
  /// What is still missing; asked for when it is submitted.
  package let gaps: [CampaignGap]
  /// Pledges whose payment may still arrive.
  package let pendingPledges: Int
  /// What is confirmed so far; asked for at a deadline.
  package let confirmed: Money

  package init(
    actor: Person.ID?, now: Instant, gaps: [CampaignGap] = [], pendingPledges: Int = 0,
    confirmed: Money = .zero
  ) {
    self.confirmed = confirmed
    self.actor = actor
    self.now = now
    self.gaps = gaps
    self.pendingPledges = pendingPledges
  }
}

extension Campaign {
  /// How long after the deadline money that was promised in time may still arrive: a bank transfer
  /// ordered on a Friday evening before a holiday.
  package static let settlementHorizon = Instant.Span.days(7)

  /// The state this campaign enters; or why it does not. Changes nothing.
  package func next(on event: CampaignEvent, in context: CampaignContext)
    throws(CampaignRefusal) -> CampaignState
  {
    if let reason = event.reason, reason.allSatisfy(\.isWhitespace) { throw .reasonMissing }
    switch (event, state) {
    case (.submit, .draft), (.submit, .changesRequested):
      guard context.gaps.isEmpty else { throw .incomplete(context.gaps) }
      return .submitted
    case (.requestChanges, .submitted), (.requestChanges, .approved):
      try refuseAuthor(context)
      return .changesRequested
    case (.reject, .submitted):
      try refuseAuthor(context)
      return .rejected
    case (.approve, .submitted):
      try refuseAuthor(context)
      return .approved
    case (.open, .approved):
      guard let opensAt, context.now >= opensAt else { throw .notDue }
      return .live
    case (.hold, .live): return .onHold
    case (.release, .onHold):
      guard let closesAt, context.now < closesAt else { throw .afterDeadline }
      return .live
    case (.extend(let later), .live), (.extend(let later), .onHold):
      try allowExtension(to: later, at: context.now)
      return state
    case (.deadline, .live), (.deadline, .onHold):
      guard let closesAt, context.now >= closesAt else { throw .notDue }
      return entersSecondRound(with: context.confirmed) ? state : .settling
    case (.settle(let outcome), .settling):
      guard let closesAt else { throw .notDue }
      guard context.pendingPledges == 0 || context.now >= closesAt + Self.settlementHorizon
      else { throw .paymentsPending }
      return outcome.state
    case (.cancel, _) where state.canBeCancelled: return .cancelled
    case (.submit, _), (.requestChanges, _), (.reject, _), (.approve, _), (.open, _), (.hold, _),
      (.release, _), (.extend, _), (.deadline, _), (.settle, _), (.cancel, _):
      throw .notFrom(state, event.name)
    }
  }

  /// How long the second round lasts.
  package static let secondRoundDays = 40

  /// The end of a first round whose minimum is reached and whose optimum is not.
  package func entersSecondRound(with confirmed: Money) -> Bool {
    switch rule {
    case .allOrNothing, .keepWhatYouRaise: false
    case .minimumThenOptimum:
      secondRoundAt == nil && confirmed >= target.minimum && confirmed < target.optimum
    }
  }
  /// The end of the second round's last day in Rome.
  package var secondRoundClosesAt: Instant? {
    closesAt.map { CivilDate(of: $0 - .milliseconds(1) + .days(Self.secondRoundDays)).end }
  }

  private func refuseAuthor(_ context: CampaignContext) throws(CampaignRefusal) {
    guard context.actor != nil, context.actor != author else { throw .authorCannotReview }
  }
  private func allowExtension(to later: Instant, at now: Instant) throws(CampaignRefusal) {
    guard let closesAt, now < closesAt else { throw .afterDeadline }
    guard !wasExtended else { throw .alreadyExtended }
    guard later > closesAt else { throw .wouldShorten }
    guard !savesCards else { throw .cardsNameTheDay }
  }
}

extension CampaignState {
  /// Whether it can still be called off; after success only refunds undo it.
  package var canBeCancelled: Bool {
    switch self {
    case .draft, .submitted, .changesRequested, .approved, .live, .onHold, .settling: true
    case .rejected, .succeeded, .failed, .cancelled: false
    }
  }
}
