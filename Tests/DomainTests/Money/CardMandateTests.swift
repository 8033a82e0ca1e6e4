// What is done with a saved card at each moment of its campaign.
import Domain
import Testing

@Suite struct CardMandateTests {
  static let closesAt = Instant(milliseconds: 40 * 86_400_000)

  private static func id<Owner>(_ number: UInt8) -> ID<Owner> {
    ID(at: Instant(milliseconds: 0), random: [UInt8](repeating: number, count: 10))
  }

  private func campaign(_ state: CampaignState, _ rule: FundingRule = .allOrNothing) -> Campaign {
    var campaign = Campaign(
      id: Self.id(11), organisation: Self.id(12), slug: Slug(title: "pane"),
      author: Self.id(13), state: state, rule: rule,
      target: BudgetTarget(minimum: .euro(1_000), optimum: .euro(1_500)),
      opensAt: Self.closesAt - .days(30), closesAt: Self.closesAt)
    campaign.charging = .atEnd
    return campaign
  }

  private func step(
    _ pledge: PledgeState, _ state: CampaignState = .settling, promised: Int64 = 1_000,
    possible: Int64 = 1_000, begun: Bool = false, failure: PaymentFailure? = nil,
    after span: Instant.Span = .hours(1), nextIn: Instant.Span? = nil
  ) -> CardStep {
    var mandate = CardMandate(
      id: Self.id(21), of: (Self.id(22), Self.id(11)), at: .sandbox,
      attempt: 1,
      CardMandate.Terms(
        amount: .euro(10), wording: "sì", createdAt: Self.closesAt, expiresAt: Self.closesAt))
    mandate.state = .saved
    let now = Self.closesAt + span
    mandate.nextAt = nextIn.map { now + $0 }
    return mandate.step(
      CardFacts(
        pledge: pledge, of: campaign(state), sums: (.euro(promised), .euro(possible), begun),
        failure: failure, at: now))
  }

  @Test func `a card is charged only after the deadline, and when the promises suffice`() {
    #expect(step(.authorised, .live) == .wait)
    #expect(step(.authorised, .onHold) == .wait)
    #expect(step(.authorised) == .charge)
    #expect(step(.authorised, promised: 999, possible: 1_000) == .wait)
    #expect(step(.authorised, promised: 999, possible: 999) == .release)
    #expect(step(.authorised, promised: 0, possible: 0, begun: true) == .charge)
    #expect(step(.authorised, nextIn: .minutes(1)) == .wait)
    #expect(step(.authorised, after: .days(7)) == .wait)
  }

  @Test func `one that failed is tried again in its time, unless its bank wants the owner`() {
    #expect(step(.paymentFailed, failure: .declined) == .charge)
    #expect(step(.paymentFailed, failure: .notAuthenticated) == .remind)
    #expect(step(.paymentFailed, failure: .declined, nextIn: .hours(1)) == .wait)
    #expect(step(.awaitingPayment) == .wait)
  }

  @Test func `it is let go wherever it is not needed any more`() {
    for state in [CampaignState.succeeded, .failed, .cancelled] {
      #expect(step(.authorised, state) == .release)
    }
    for pledge in [PledgeState.confirmed, .closed, .lapsed, .cancelledByDonor, .cancelledByAdmin] {
      #expect(step(pledge) == .release)
      #expect(step(pledge, .live) == .release)
    }
  }

  @Test func `cards are saved only by long campaigns that may fail`() {
    #expect(campaign(.live).savesCards)
    #expect(!campaign(.live, .keepWhatYouRaise).savesCards)
    #expect(!campaign(.live, .minimumThenOptimum).savesCards)
    var short = campaign(.live)
    short.opensAt = Self.closesAt - .days(7)
    #expect(!short.savesCards)
    var atOnce = campaign(.live)
    atOnce.charging = .atOnce
    #expect(!atOnce.savesCards)
  }

  @Test func `the day that donors agreed to stays`() throws {
    let now = Self.closesAt - .days(1)
    let context = CampaignContext(actor: nil, now: now)
    let later = CampaignEvent.extend(to: Self.closesAt + .days(1))
    #expect(throws: CampaignRefusal.cardsNameTheDay) {
      try campaign(.live).next(on: later, in: context)
    }
    var atOnce = campaign(.live)
    atOnce.charging = .atOnce
    #expect(try atOnce.next(on: later, in: context) == .live)
  }

  @Test func `a saving is told once`() {
    #expect(CardMandateState.asked.reaching(.saved) == .saved)
    #expect(CardMandateState.expired.reaching(.saved) == .saved)
    for state in [CardMandateState.saved, .charged, .released] {
      for found in ProviderSavedCard.Status.allCases { #expect(state.reaching(found) == nil) }
    }
  }
}
