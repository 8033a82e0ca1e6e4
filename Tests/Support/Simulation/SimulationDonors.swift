// What donors do in a simulation: promise, pay, save a card, come back, change their mind.
import Domain
import Literals
import Services
import Store

extension Simulation {
  /// Places a pledge and goes all the way, as most people do.
  func visit() async throws -> String {
    let before = placed.count
    let told = try await place()
    guard placed.count > before, let one = placed.last else { return told }
    if one.request.method == .bankTransfer { return "\(told) \(try await pay(one))" }
    let page = try await pay(one)
    return "\(told) \(page) \(try await choose())"
  }

  func place() async throws -> String {
    let open = try await openCampaigns()
    // Now and then a campaign that is not open yet, or not any more.
    let any = dice.below(town.lives.count)
    let index = dice.happens(92) ? dice.one(of: open) ?? any : any
    let life = town.lives[index]
    let euros = dice.one(of: [5, 10, 25, 50, 100, 250, 400]) ?? 5
    let reward = dice.one(of: [nil, life.box, life.thanks, life.loaf])?.flatMap { $0 }
    var request = try life.request(
      .euro(Int64(euros)), for: reward, by: "donatore\(dice.below(15))@esempio.it",
      method: dice.happens(65) ? .card : .bankTransfer, token: "form-\(placed.count)-\(seed)")
    if reward == life.loaf {
      request.address = PostalAddress(
        street: "Via Roma 1", postcode: "73100", city: "Lecce", province: "LE")
    }
    switch try await life.placePledge(request) {
    case .placed(let pledge):
      placed.append((index, request, pledge))
      return "\(pledge.id) \(pledge.total.cents)"
    case .refused(let refusal): return "refused \(refusal)"
    case .repeated, .formReused: throw Fault("a new form was taken for an old one")
    case .noSuchCampaign: return "not open"
    case .notInPlace: throw Fault("nobody is in anybody’s place here")
    }
  }
  private func openCampaigns() async throws -> [Int] {
    let (lives, now) = (town.lives, town.now)
    return try await town.database.read { tx in
      try lives.indices.filter { try tx.campaign(lives[$0].campaign.id)?.isOpen(at: now) == true }
    }
  }

  /// The same form twice is the same pledge.
  func placeAgain() async throws -> String {
    guard let one = dice.one(of: placed) else { return "" }
    guard case .repeated(let pledge) = try await town.lives[one.life].placePledge(one.request),
      pledge.id == one.pledge.id
    else { throw Fault("the same form was not the same pledge") }
    return pledge.id.description
  }
  /// Mostly one who came lately: the others have paid, or gone.
  func donor() -> Placed? { dice.one(of: dice.happens(70) ? placed.suffix(6) : placed[...]) }

  func pay(_ one: Placed?) async throws -> String {
    guard let one else { return "" }
    let key = one.pledge.keys.accessKey
    if one.request.method == .bankTransfer {
      return "\(try await town.money.startTransferPayment(key))"
    }
    return try await answered {
      let saved = try await town.money.saveCard(
        SaveCard.Request(
          accessKey: key, wording: "Autorizzo ad addebitare questa carta una sola volta.",
          returnURL: "http://localhost/", language: .italian))
      guard saved == .chargesAtOnce else { return "\(saved)" }
      let started = try await town.money.startCardPayment(
        StartCardPayment.Request(
          accessKey: key, description: "Pane", returnURL: "http://localhost/",
          language: .italian))
      return "\(started)"
    }
  }

  /// On the provider's own pages.
  func choose() async throws -> String {
    guard let shop = town.money.sandbox?.shop else { return "" }
    let cards = try await ids("SELECT id FROM sandbox_card WHERE status = 'open' ORDER BY id")
    if dice.happens(60), let id = cards.last.flatMap({ SandboxCard.ID($0) }) {
      let choice = drawCard()
      _ = try await shop.choose(choice, for: id)
      return "\(id) \(choice)"
    }
    let open = try await ids(
      """
      SELECT id FROM sandbox_payment
       WHERE status IN ('open', 'challenge', 'declined') ORDER BY id
      """)
    guard
      let id = dice.one(of: dice.happens(80) ? open.suffix(2) : open[...])
        .flatMap({ SandboxPayment.ID($0) })
    else { return "" }
    let choices: [(weight: Int, value: SandboxPayment.Choice)] = [
      (55, .pay), (12, .authenticate), (15, .confirm), (10, .slow), (5, .decline), (3, .refuse),
      (2, .abandon),
    ]
    guard let choice = dice.weighted(choices) else { return "" }
    _ = try await shop.choose(choice, for: id)
    return "\(id) \(choice)"
  }
  private func drawCard() -> SandboxCard.Status {
    let all: [(weight: Int, value: SandboxCard.Status)] = [
      (55, .good), (25, .declining), (12, .guarded), (8, .abandoned),
    ]
    return dice.weighted(all) ?? .good
  }
  /// A saved card behaves another way: an account was filled, or runs empty.
  func changeCard() async throws -> String {
    let saved = try await ids(
      "SELECT id FROM sandbox_card WHERE status IN ('good', 'declining', 'guarded') ORDER BY id")
    guard let id = dice.one(of: saved).flatMap({ SandboxCard.ID($0) }) else { return "" }
    let choice: SandboxCard.Status = dice.happens(50) ? .good : .declining
    _ = try await town.money.sandbox?.shop.choose(choice, for: id)
    return "\(id) \(choice)"
  }

  func comeBack() async throws -> String {
    guard let one = donor() else { return "" }
    _ = try await town.money.returnFromProvider(one.pledge.keys.accessKey)
    return one.pledge.id.description
  }
  func cancel() async throws -> String {
    guard dice.happens(40), let one = dice.one(of: placed) else { return "" }
    return "\(try await town.lives[one.life].cancelPledge(one.pledge.keys.accessKey))"
  }
  func retry() async throws -> String {
    guard let one = donor() else { return "" }
    let method: PaymentMethod = dice.happens(60) ? .card : .bankTransfer
    _ = try await town.lives[one.life].retryPledge(one.pledge.keys.accessKey, by: method)
    return "\(one.pledge.id) \(method)"
  }
  /// The right to leave a contract.
  func withdraw() async throws -> String {
    guard let one = dice.one(of: placed) else { return "" }
    let withdraw = WithdrawPledge(
      database: town.database, clock: town.clock, entropy: town.entropy)
    return "\(one.pledge.id) \(try await withdraw(one.pledge.keys.accessKey))"
  }
}
