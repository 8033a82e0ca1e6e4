// A town under one seed: campaigns, donors, a card provider, a bank, and the work between them.
import BankFiles
package import Domain
import Literals
import Payments
package import Services
package import Store

/// Campaigns that open one after the other over a real database, with every use case that moves
/// their money. Time and chance come from the simulation alone.
package struct SimulatedTown: Sendable {
  package let database: Database
  package let lives: [FundingWorld]
  package let money: MoneyServices
  package let reconciliation: ReconciliationServices
  package let seal: SealLedger
  package let matchFunds: MatchFundDesk
  /// The codes of the sponsors' funds.
  package let funds: [Slug]
  package let line: BadLine
  package let account: IBAN

  /// How many campaigns, and how far apart they open.
  package struct Plan: Sendable {
    package let campaigns: Int
    package let daysBetween: Int
    package let steps: Int

    package init(campaigns: Int, daysBetween: Int, steps: Int) {
      (self.campaigns, self.daysBetween, self.steps) = (campaigns, daysBetween, steps)
    }
    package static let short = Plan(campaigns: 2, daysBetween: 12, steps: 110)
    /// A year with a campaign every other month.
    package static let year = Plan(campaigns: 6, daysBetween: 60, steps: 400)
  }

  package init(_ database: Database, seed: UInt64, _ plan: Plan) async throws {
    self.database = database
    var dice = Dice(seed: seed ^ 0xA5)
    var lives: [FundingWorld] = []
    for index in 0..<plan.campaigns {
      let life = try await FundingWorld(
        database, boxes: 1 + dice.below(4),
        rule: dice.happens(60) ? .allOrNothing : .keepWhatYouRaise,
        slug: "vita" + String(repeating: "a", count: index))
      try await life.reopen(after: .days(plan.daysBetween * index))
      lives.append(life)
    }
    self.lives = lives
    let (clock, entropy) = (lives[0].clock.port, seededEntropy(seed))
    let shop = SandboxShop(
      database: database, clock: clock, entropy: entropy,
      mood: SandboxMood(doubledPercent: 30, lostPercent: 10, delaySecondsMax: 60))
    let line = BadLine(seed: seed ^ 0x5A, lossPercent: 8)
    let provider = FlakyProvider(
      SandboxProvider(shop: shop, secrets: [Self.secret], publicURL: ""), line)
    let providers = PaymentProviders([provider], marks: .test)
    let receive = ReceiveWebhook(
      database: database, clock: clock, entropy: entropy, providers: providers)
    let courier = TownCourier(
      receive: receive, signature: WebhookSignature(secrets: [Self.secret]), line: line)
    self.line = line
    money = MoneyServices(
      database: database, ports: (clock, entropy), providers: providers,
      pledges: lives[0].payments,
      sandbox: .init(
        shop: shop,
        deliver: DeliverSandboxEvent(database: database, clock: clock, courier: courier)))
    guard let account = IBAN(StatementWorld.iban) else { throw Fault("not an account") }
    self.account = account
    reconciliation = ReconciliationServices(
      database: database, clock: clock, entropy: entropy, bank: (BankFileReader(), account),
      pledges: lives[0].payments)
    seal = SealLedger(database: database, clock: clock)
    self.entropy = entropy
    matchFunds = MatchFundDesk(database: database, clock: clock, entropy: entropy)
    let made = Self.drawFunds(lives, &dice, entropy)
    funds = made.map(\.code)
    let campaigns = lives.map(\.campaign.id)
    try await database.write { tx in
      for fund in made { try tx.insert(fund, for: campaigns, by: nil, at: clock.now) }
    }
  }

  /// Up to two funds, each for all campaigns, so that they run for the same last euro.
  private static func drawFunds(
    _ lives: [FundingWorld], _ dice: inout Dice, _ entropy: Entropy
  ) -> [MatchFund] {
    (0..<dice.below(3)).map { number in
      let cap = Money(cents: Int64(2_000 + dice.below(60_000)))
      let percent = 1 + dice.below(90)
      let rules: [MatchRule] = [
        .share(percent: percent, cap: cap), .bonus(atPercent: percent, amount: cap),
        .multiply(percent: percent, perPledge: .euro(20), cap: cap),
        .perDonor(amount: .euro(20), cap: cap),
      ]
      return MatchFund(
        id: entropy.id(at: FundingWorld.opensAt), code: Slug(title: "fondo \(number)"),
        sponsor: "Fondo \(number)", rule: rules[dice.below(rules.count)])
    }
  }

  let entropy: Entropy
  private static let secret = "town-secret"

  package var now: Instant { lives[0].clock.now }
  /// Time goes on for everybody at once.
  package func set(_ now: Instant) { for life in lives { life.clock.now = now } }
  package var clock: WallClock { lives[0].clock.port }
  package var treasurer: Actor { lives[0].actor(lives[0].reviewer, .treasurer) }
  package var otherTreasurer: Actor { lives[0].actor(lives[0].author, .treasurer) }

  /// What the timetable does to campaigns, as its job does it.
  package func turn() async throws {
    _ = try await TurnCampaigns(database: database, clock: clock, entropy: entropy)()
    let settle = SettleCampaign(database: database, clock: clock, entropy: entropy)
    for id in try await settle.waiting() { _ = try await settle(id) }
    _ = try await SettleEscrow(database: database, clock: clock, entropy: entropy)()
    _ = try await ReturnFunds(database: database, clock: clock, entropy: entropy)()
    _ = try await SettleMatches(database: database, clock: clock, entropy: entropy)()
  }

  private struct TownCourier: SandboxCourier {
    let receive: ReceiveWebhook
    let signature: WebhookSignature
    let line: BadLine

    func deliver(_ body: [UInt8], at now: Instant) async throws -> Int {
      let raw = RawWebhook(signature: signature.sign(body, at: now), body: body)
      return try await line.carry {
        switch try await receive(from: "sandbox", raw) {
        case .kept, .repeated: 200
        case .refused: 400
        case .noSuchProvider: 404
        }
      }
    }
  }
}

extension FundingWorld {
  /// Moves the campaign's month; it opens by the timetable.
  fileprivate func reopen(after span: Instant.Span) async throws {
    let (id, opensAt) = (campaign.id, Self.opensAt + span)
    let closesAt = Self.closesAt + span
    let state = span == .seconds(0) ? CampaignState.live : .approved
    _ = try await database.write { tx in
      try tx.execute(
        """
        UPDATE campaign SET opens_at = \(opensAt), closes_at = \(closesAt), status = \(state)
         WHERE id = \(id)
        """)
    }
  }
}
