// A town under one seed: campaigns, donors, a card provider, a bank, and the work between them.
import BankFiles
package import Domain
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
  package let payOut: PayOut
  package let accounts: KeepPayeeAccounts
  /// The card provider's own account with us.
  package let book: ProviderBook
  /// The codes of the sponsors' funds.
  package let funds: [Slug]
  package let line: BadLine
  package let account: IBAN

  /// How many campaigns, and how far apart they open.
  package struct Plan: Sendable {
    package let campaigns: Int
    package let daysBetween: Int
    package let steps: Int
    /// Everything is checked after so many steps; after each, but for the longest plan.
    package let checkEvery: Int
    /// How many donors come at a time.
    package let crowd: Int

    package init(
      campaigns: Int, daysBetween: Int, steps: Int, checkEvery: Int = 1, crowd: Int = 1
    ) {
      (self.campaigns, self.daysBetween) = (campaigns, daysBetween)
      (self.steps, self.checkEvery, self.crowd) = (steps, checkEvery, crowd)
    }
    package static let short = Plan(campaigns: 4, daysBetween: 12, steps: 420)
    /// A year with a campaign every month.
    package static let year = Plan(
      campaigns: 12, daysBetween: 30, steps: 1_100, checkEvery: 100, crowd: 5)

    /// From the first opening until the last campaign has been decided and paid out: its month, the
    /// patience with its payments, and the rest of a new account.
    var span: Instant.Span { .days(daysBetween * (campaigns - 1) + 30 + 7 + 20) }
  }

  package init(_ database: Database, seed: UInt64, _ plan: Plan) async throws {
    self.database = database
    var dice = Dice(seed: seed ^ 0xA5)
    lives = try await Self.drawLives(database, plan, &dice)
    let (clock, entropy) = (lives[0].clock.port, seededEntropy(seed))
    let shop = SandboxShop(
      database: database, clock: clock, entropy: entropy,
      mood: SandboxMood(doubledPercent: 30, lostPercent: 10, delaySecondsMax: 60))
    let (line, book) = (BadLine(seed: seed ^ 0x5A, lossPercent: 8), ProviderBook())
    let provider = FlakyProvider(
      SandboxProvider(shop: shop, secrets: [Self.secret], publicURL: ""), line, book)
    let providers = PaymentProviders([provider], marks: .test)
    let receive = ReceiveWebhook(
      database: database, clock: clock, entropy: entropy, providers: providers)
    let courier = TownCourier(
      receive: receive, signature: WebhookSignature(secrets: [Self.secret]), line: line)
    (self.line, self.book) = (line, book)
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
    payOut = PayOut(
      database: database, clock: clock, entropy: entropy,
      bank: .init(holder: "Raccolto", iban: account, writer: CreditTransferFile()))
    accounts = KeepPayeeAccounts(database: database, clock: clock, entropy: entropy)
    let fees = FeeRule(
      platformBasisPoints: dice.one(of: [0, 500, 333]) ?? 0,
      providerFees: dice.happens(70) ? .campaign : .platform)
    matchFunds = MatchFundDesk(database: database, clock: clock, entropy: entropy)
    let made = Self.drawFunds(lives, &dice, entropy)
    funds = made.map(\.code)
    let campaigns = lives.map(\.campaign.id)
    try await database.write { tx in
      for fund in made { try tx.insert(fund, for: campaigns, by: nil, at: clock.now) }
      try tx.set(fees, of: campaigns)
    }
  }

  let entropy: Entropy
  private static let secret = "town-secret"

  package var now: Instant { lives[0].clock.now }
  /// Time goes on for everybody at once.
  package func set(_ now: Instant) { for life in lives { life.clock.now = now } }
  package var clock: WallClock { lives[0].clock.port }
  /// Staff, each with a second factor that they have just shown.
  package var treasurer: Actor { lives[0].actor(lives[0].reviewer, .treasurer).proved(at: now) }
  package var otherTreasurer: Actor {
    lives[0].actor(lives[0].author, .treasurer).proved(at: now)
  }
  package var administrator: Actor {
    lives[0].actor(lives[0].reviewer, .administrator).proved(at: now)
  }

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
