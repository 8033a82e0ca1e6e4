// When a campaign accepts a pledge, what its parts are, and every transition of a pledge.
import Domain
import Testing

@Suite struct PledgeAcceptanceTests {
  func refusal(
    _ amount: Money, _ choice: RewardOnOffer? = nil, state: CampaignState = .live,
    at now: Instant = Sample.opensAt, hasAddress: Bool = false
  ) -> PledgeRefusal? {
    do throws(PledgeRefusal) {
      _ = try Sample.campaign(state).accept(
        PledgeOffer(amount: amount, hasAddress: hasAddress), for: choice, at: now)
      return nil
    } catch { return error }
  }

  @Test(arguments: CampaignState.allCases.filter { $0 != .live })
  func `only a live campaign takes pledges`(state: CampaignState) {
    #expect(refusal(.euro(25), state: state) == .campaignNotOpen(state))
  }
  @Test func `the first instant counts, the last does not`() {
    #expect(refusal(.euro(25), at: Sample.opensAt) == nil)
    #expect(refusal(.euro(25), at: Sample.opensAt - .milliseconds(1)) == .campaignNotOpen(.live))
    #expect(refusal(.euro(25), at: Sample.closesAt - .milliseconds(1)) == nil)
    #expect(refusal(.euro(25), at: Sample.closesAt) == .campaignNotOpen(.live))
  }
  @Test func `too little and too much are named with the figure`() {
    #expect(refusal(Money(cents: 199)) == .belowMinimum(.euro(2)))
    #expect(refusal(Money(cents: 200)) == nil)
    #expect(refusal(Money(cents: -500)) == .belowMinimum(.euro(2)))
    #expect(refusal(.euro(50_000)) == nil)
    #expect(refusal(Money(cents: 5_000_001)) == .aboveMaximum(.euro(50_000)))
    let choice = RewardOnOffer(reward: Sample.reward(), taken: 0)
    #expect(refusal(Money(cents: 2499), choice) == .belowMinimum(.euro(25)))
    #expect(refusal(.euro(25), choice) == nil)
  }
  @Test func `another currency is refused before it is compared`() throws {
    let dollar = try #require(Currency("USD"))
    #expect(refusal(Money(cents: 2500, dollar)) == .wrongCurrency(dollar))
  }
  @Test func `a reward is taken until none is left`() {
    let ten = Sample.reward(stock: 10)
    #expect(refusal(.euro(25), RewardOnOffer(reward: ten, taken: 9)) == nil)
    #expect(refusal(.euro(25), RewardOnOffer(reward: ten, taken: 10)) == .rewardGone)
    #expect(refusal(.euro(25), RewardOnOffer(reward: ten, taken: 11)) == .rewardGone)
    let endless = Sample.reward()
    #expect(refusal(.euro(25), RewardOnOffer(reward: endless, taken: 1_000_000)) == nil)
    #expect(
      refusal(.euro(25), RewardOnOffer(reward: Sample.reward(stock: 0), taken: 0)) == .rewardGone)
  }
  @Test func `one donor has no more than the limit`() {
    let two = Sample.reward(limitPerDonor: 2)
    #expect(refusal(.euro(25), RewardOnOffer(reward: two, taken: 5, takenByDonor: 1)) == nil)
    #expect(
      refusal(.euro(25), RewardOnOffer(reward: two, taken: 5, takenByDonor: 2))
        == .limitPerDonor(2))
  }
  @Test func `a reward of another campaign is unknown here`() {
    let other = Campaign.ID(at: Sample.opensAt, random: Array(repeating: 9, count: 10))
    let choice = RewardOnOffer(reward: Sample.reward(of: other), taken: 0)
    #expect(refusal(.euro(25), choice) == .unknownReward)
  }
  @Test func `what is sent needs an address`() {
    let sent = RewardOnOffer(
      reward: Sample.reward(delivery: .shipping(cost: .euro(7))), taken: 0)
    #expect(refusal(.euro(25), sent) == .addressMissing)
    #expect(refusal(.euro(25), sent, hasAddress: true) == nil)
  }

  @Test func `the parts of a pledge sum to what is paid, whatever the amount`() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<2_000 {
      let worth = Int64.random(in: 0...10_000, using: &generator)
      let amount = Int64.random(in: 200...5_000_000, using: &generator)
      let shipping = Int64.random(in: 0...2_000, using: &generator)
      let reward = Sample.reward(
        fairValue: Money(cents: worth), delivery: .shipping(cost: Money(cents: shipping)))
      let split = PriceSplit(amount: Money(cents: amount), reward: reward)
      #expect(split.total == Money(cents: amount + shipping))
      #expect(split.consideration <= Money(cents: worth))
      #expect(!split.gift.isNegative)
    }
  }
  @Test func `without a reward all of it is a gift`() {
    let split = PriceSplit(amount: .euro(30), reward: nil)
    #expect(split.gift == .euro(30))
    #expect(split.total == .euro(30))
  }
}

@Suite struct PledgeTransitionTests {
  /// Where each event leads from each state; absent means refused (field lessons, 6.2).
  static let table: [PledgeEvent: [PledgeState: PledgeState]] = [
    .startPayment: [
      .reserved: .awaitingPayment, .awaitingPayment: .awaitingPayment,
      .paymentFailed: .awaitingPayment, .lapsed: .awaitingPayment,
    ],
    .authorise: [
      .reserved: .authorised, .awaitingPayment: .authorised, .paymentFailed: .authorised,
    ],
    .confirm: [
      .reserved: .confirmed, .awaitingPayment: .confirmed, .authorised: .confirmed,
      .paymentFailed: .confirmed, .lapsed: .confirmed,
    ],
    .takeBack: [.confirmed: .awaitingPayment],
    .failPayment: [
      .reserved: .paymentFailed, .awaitingPayment: .paymentFailed, .authorised: .paymentFailed,
      .paymentFailed: .paymentFailed,
    ],
    .expire: [
      .reserved: .lapsed, .awaitingPayment: .lapsed, .authorised: .lapsed,
      .paymentFailed: .lapsed,
    ],
    .cancelByDonor: [
      .reserved: .cancelledByDonor, .awaitingPayment: .cancelledByDonor,
      .authorised: .cancelledByDonor,
      .paymentFailed: .cancelledByDonor, .lapsed: .cancelledByDonor,
    ],
    .cancelByAdmin: [
      .reserved: .cancelledByAdmin, .awaitingPayment: .cancelledByAdmin,
      .authorised: .cancelledByAdmin, .paymentFailed: .cancelledByAdmin,
      .lapsed: .cancelledByAdmin,
    ],
    .withdraw: [.confirmed: .cancelledByDonor],
    .close: [.confirmed: .closed],
  ]

  @Test(arguments: PledgeEvent.allCases, PledgeState.allCases)
  func `each event leads where the table says, and nowhere else`(
    event: PledgeEvent, state: PledgeState
  ) {
    let found = try? state.next(on: event)
    #expect(found == Self.table[event]?[state])
  }
  @Test func `what is paid becomes unpaid only by a match taken back, or by withdrawing`() {
    for event in PledgeEvent.allCases where event != .takeBack && event != .withdraw {
      if let next = try? PledgeState.confirmed.next(on: event) { #expect(next == .closed) }
    }
  }
  @Test func `every pending pledge keeps its reward`() {
    for state in PledgeState.pending { #expect(state.holdsStock) }
  }
}

@Suite struct VisibilityTests {
  @Test(arguments: [true, false], [true, false])
  func `name and amount are shown each by its own choice`(name: Bool, amount: Bool) {
    for told in [true, false] {
      let choices = Visibility(namePublic: name, amountPublic: amount, nameToOrganisation: told)
      #expect(choices.publicName("Giulia") == (name ? "Giulia" : nil))
      #expect(choices.publicAmount(.euro(25)) == (amount ? .euro(25) : nil))
    }
  }
}
