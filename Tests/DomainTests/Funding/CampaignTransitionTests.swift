// Every state of a campaign with every event: the table is the specification (field lessons, 6.1).
import Domain
import Testing

@Suite struct CampaignTransitionTests {
  /// Where each event leads from each state when its guards hold; absent means refused.
  static let table: [CampaignEventName: [CampaignState: CampaignState]] = [
    .submit: [.draft: .submitted, .changesRequested: .submitted],
    .requestChanges: [.submitted: .changesRequested, .approved: .changesRequested],
    .reject: [.submitted: .rejected],
    .approve: [.submitted: .approved],
    .open: [.approved: .live],
    .hold: [.live: .onHold],
    .release: [.onHold: .live],
    .extend: [.live: .live, .onHold: .onHold],
    .deadline: [.live: .settling, .onHold: .settling],
    .settle: [.settling: .succeeded],
    .cancel: [
      .draft: .cancelled, .submitted: .cancelled, .changesRequested: .cancelled,
      .approved: .cancelled, .live: .cancelled, .onHold: .cancelled, .settling: .cancelled,
    ],
  ]

  @Test(arguments: CampaignEventName.allCases, CampaignState.allCases)
  func `each event leads where the table says, and nowhere else`(
    name: CampaignEventName, state: CampaignState
  ) {
    let afterwards: Set<CampaignEventName> = [.deadline, .settle]
    let now = afterwards.contains(name) ? Sample.closesAt : Sample.opensAt
    let found = try? Sample.campaign(state).next(
      on: Sample.event(name), in: CampaignContext(actor: Sample.reviewer, now: now))
    #expect(found == Self.table[name]?[state])
  }

  @Test(arguments: [CampaignEvent.approve, .requestChanges(reason: "x"), .reject(reason: "x")])
  func `who wrote a campaign does not review it`(event: CampaignEvent) {
    #expect(throws: CampaignRefusal.authorCannotReview) {
      try Sample.campaign(.submitted).next(
        on: event, in: CampaignContext(actor: Sample.author, now: Sample.opensAt))
    }
  }

  @Test(arguments: [
    CampaignEvent.requestChanges(reason: ""), .reject(reason: " "), .hold(reason: "\n"),
    .cancel(reason: "  "),
  ])
  func `what is done to others needs a reason`(event: CampaignEvent) {
    for state in CampaignState.allCases {
      #expect(throws: CampaignRefusal.reasonMissing) {
        try Sample.campaign(state).next(
          on: event, in: CampaignContext(actor: Sample.reviewer, now: Sample.opensAt))
      }
    }
  }

  @Test func `a deadline moves once, and only later`() throws {
    var campaign = Sample.campaign(.live)
    let context = CampaignContext(actor: Sample.author, now: Sample.opensAt)
    #expect(throws: CampaignRefusal.wouldShorten) {
      try campaign.next(on: .extend(to: Sample.closesAt), in: context)
    }
    let later = Sample.closesAt + .days(7)
    #expect(try campaign.next(on: .extend(to: later), in: context) == .live)
    campaign.wasExtended = true
    #expect(throws: CampaignRefusal.alreadyExtended) {
      try campaign.next(on: .extend(to: later), in: context)
    }
    #expect(throws: CampaignRefusal.afterDeadline) {
      try campaign.next(
        on: .extend(to: later), in: CampaignContext(actor: nil, now: Sample.closesAt))
    }
  }

  @Test func `nothing opens or closes before its time`() {
    let before = CampaignContext(actor: nil, now: Sample.opensAt - .milliseconds(1))
    #expect(throws: CampaignRefusal.notDue) {
      try Sample.campaign(.approved).next(on: .open, in: before)
    }
    let early = CampaignContext(actor: nil, now: Sample.closesAt - .milliseconds(1))
    #expect(throws: CampaignRefusal.notDue) {
      try Sample.campaign(.live).next(on: .deadline, in: early)
    }
  }

  @Test func `settling waits for money on its way, but not for ever`() throws {
    let outcome = CampaignOutcome(
      rule: .allOrNothing, minimum: .euro(100), confirmed: .euro(99), pendingIgnored: .euro(5),
      decidedAt: Sample.closesAt)
    let campaign = Sample.campaign(.settling)
    let waiting = CampaignContext(actor: nil, now: Sample.closesAt + .days(6), pendingPledges: 1)
    #expect(throws: CampaignRefusal.paymentsPending) {
      try campaign.next(on: .settle(outcome), in: waiting)
    }
    let over = CampaignContext(actor: nil, now: Sample.closesAt + .days(7), pendingPledges: 1)
    #expect(try campaign.next(on: .settle(outcome), in: over) == .failed)
  }

  @Test func `an unfinished draft is not submitted`() {
    #expect(throws: CampaignRefusal.incomplete([.budgetMissing])) {
      try Sample.campaign(.draft).next(
        on: .submit,
        in: CampaignContext(actor: Sample.author, now: Sample.opensAt, gaps: [.budgetMissing]))
    }
  }

  @Test func `a draft says all that it lacks`() {
    var campaign = Sample.campaign(.draft)
    campaign.opensAt = nil
    let gaps = campaign.gaps(
      texts: CampaignTexts(title: .none), lines: [], rewards: [], at: Sample.opensAt)
    #expect(gaps == [.titleMissing, .summaryMissing, .storyMissing, .budgetMissing, .datesMissing])
    #expect(Set(gaps.map(\.step)) == [.texts, .budget, .dates])
  }
}
