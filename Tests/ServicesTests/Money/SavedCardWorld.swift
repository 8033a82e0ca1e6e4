// A campaign that charges at its end, its donors at the sandbox's page that saves cards.
import Domain
import Literals
import Payments
import Services
import Store
import Support

struct SavedCardWorld: Sendable {
  let payments: PaymentWorld

  static let wording = "Autorizzo ad addebitare questa carta una sola volta."

  init(_ database: Database, mood: SandboxMood = .kind) async throws {
    payments = try await PaymentWorld(database, mood: mood)
    let campaign = payments.funding.campaign.id
    _ = try await database.write { tx in
      try tx.execute("UPDATE campaign SET card_charging = 'atEnd' WHERE id = \(campaign)")
    }
  }

  var funding: FundingWorld { payments.funding }
  var database: Database { funding.database }
  var clock: TestClock { funding.clock }
  var campaign: Campaign.ID { funding.campaign.id }
  var shop: SandboxShop {
    SandboxShop(database: database, clock: clock.port, entropy: funding.entropy)
  }

  struct Saved: Sendable {
    let pledge: Pledge
    let mandate: CardMandate.ID
    let card: SandboxCard.ID
  }

  /// A pledge whose donor went to save a card and chose how it behaves.
  func save(
    _ amount: Money, _ name: String, _ choice: SandboxCard.Status, _ reward: Reward? = nil,
    of other: FundingWorld? = nil
  ) async throws -> Saved {
    let funding = other ?? funding
    let pledge = try await funding.place(
      funding.request(amount, for: reward, by: "\(name)@esempio.it", token: name))
    let outcome = try await payments.money.saveCard(
      SaveCard.Request(
        accessKey: pledge.keys.accessKey, wording: Self.wording, returnURL: "http://localhost/",
        language: .italian))
    guard case .save(let page) = outcome,
      let card = page.split(separator: "/").last.flatMap({ SandboxCard.ID(String($0)) }),
      let mandate = try await database.read({ try $0.mandates(of: pledge.id).first })
    else { throw Fault("the card cannot be saved: \(outcome)") }
    if let shop = payments.money.sandbox?.shop { _ = try await shop.choose(choice, for: card) }
    try await payments.drain()
    return Saved(pledge: try await funding.stored(pledge), mandate: mandate.id, card: card)
  }

  func charge() async throws -> ChargeCards.Report {
    try await payments.money.chargeCards(limit: 50)
  }
  /// The last day passes; answers the state that follows.
  func deadline() async throws -> CampaignState? {
    clock.now = FundingWorld.closesAt
    _ = try await TurnCampaigns(
      database: database, clock: clock.port, entropy: funding.entropy)()
    return try await database.read { try $0.campaign(campaign)?.state }
  }
  /// The outcome; nil while money is awaited.
  func settle() async throws -> CampaignOutcome? {
    let settle = SettleCampaign(
      database: database, clock: clock.port, entropy: funding.entropy)
    guard case .settled(let outcome) = try await settle(campaign) else { return nil }
    return outcome
  }
  func mandate(_ saved: Saved) async throws -> CardMandate {
    guard let found = try await database.read({ try $0.mandate(saved.mandate) }) else {
      throw Fault("the mandate is gone")
    }
    return found
  }
  func holds(_ account: Account) async throws -> Money {
    try await database.read { try $0.balance(of: account) }
  }
  func taken() async throws -> Int {
    let box = funding.box.id
    return try await database.write { try $0.taken(of: box) }
  }
  func mails(_ kind: String) async throws -> Int {
    try await database.read { tx in
      try tx.first("SELECT COUNT(*) AS n FROM mail_message WHERE kind = \(kind)") {
        try $0("n")
      } ?? 0
    }
  }
  /// What the database refuses of a mandate that was used.
  static func forbidden(on mandate: CardMandate.ID) -> [SQL] {
    [
      "UPDATE card_mandate SET wording = 'altro' WHERE id = \(mandate)",
      "UPDATE card_mandate SET amount_cents = amount_cents + 1 WHERE id = \(mandate)",
      "UPDATE card_mandate SET status = 'saved' WHERE id = \(mandate)",
      "DELETE FROM card_mandate WHERE id = \(mandate)",
    ]
  }
}

/// Does what it is told, and its answer never arrives; or knows our key no more.
struct DeafProvider: SandboxInDisguise {
  let inner: SandboxProvider
  var isLocked = false

  func charge(_ order: ChargeOrder) async throws -> ProviderPayment {
    if isLocked { throw ProviderDenial(.misconfigured, "the key is refused") }
    _ = try await inner.charge(order)
    throw Fault("the connection broke", retryable: true)
  }
}
