// What happens in one step of a simulation. Each answers in a word what it did, for the trace.
import Domain
import Literals
import Services
import Store

extension Simulation {
  func play(_ action: Action) async throws -> String {
    switch action {
    case .place: return try await place()
    case .placeAgain: return try await placeAgain()
    case .pay: return try await pay()
    case .choose: return try await choose()
    case .comeBack:
      guard let one = dice.one(of: placed) else { return "" }
      _ = try await town.money.returnFromProvider(one.pledge.keys.accessKey)
      return one.pledge.id.description
    case .cancel:
      guard dice.happens(40), let one = dice.one(of: placed) else { return "" }
      return "\(try await town.lives[one.life].cancelPledge(one.pledge.keys.accessKey))"
    case .retry:
      guard let one = dice.one(of: placed) else { return "" }
      let method: PaymentMethod = dice.happens(60) ? .card : .bankTransfer
      _ = try await town.lives[one.life].retryPledge(one.pledge.keys.accessKey, by: method)
      return "\(one.pledge.id) \(method)"
    case .transfer: return try await transfer()
    case .importStatement: return try await importStatement(overlap: dice.below(4))
    case .importAgain: return try await importStatement(overlap: 1_000)
    case .settleByHand: return try await settleByHand()
    case .undo: return try await undo()
    case .deposit: return deposit()
    case .clawBack: return try await clawBack()
    case .askRefund: return try await askRefund()
    case .decideRefund: return try await decideRefund()
    case .deed: return try await deed()
    case .work: return try await work(upTo: 1 + dice.below(8), crashes: true)
    case .advance: return try await advance()
    case .timetable:
      try await tick()
      return ""
    case .poll: return try await poll()
    case .seal: return "\(try await town.seal()) blocks"
    }
  }

  // Donors.

  private func place() async throws -> String {
    let index = dice.below(town.lives.count)
    let life = town.lives[index]
    let euros = dice.one(of: [5, 10, 25, 50, 100, 250, 400]) ?? 5
    let reward = dice.one(of: [nil, life.box, life.thanks])?.flatMap { $0 }
    let request = try life.request(
      .euro(Int64(euros)), for: reward, by: "donatore\(dice.below(15))@esempio.it",
      method: dice.happens(65) ? .card : .bankTransfer, token: "form-\(placed.count)-\(seed)")
    switch try await life.placePledge(request) {
    case .placed(let pledge):
      placed.append((index, request, pledge))
      return "\(pledge.id) \(pledge.total.cents)"
    case .refused(let refusal): return "refused \(refusal)"
    case .repeated, .formReused: throw Fault("a new form was taken for an old one")
    case .noSuchCampaign: return "not open"
    }
  }
  /// The same form twice is the same pledge.
  private func placeAgain() async throws -> String {
    guard let one = dice.one(of: placed) else { return "" }
    guard case .repeated(let pledge) = try await town.lives[one.life].placePledge(one.request),
      pledge.id == one.pledge.id
    else { throw Fault("the same form was not the same pledge") }
    return pledge.id.description
  }
  private func pay() async throws -> String {
    guard let one = dice.one(of: placed) else { return "" }
    let request = StartCardPayment.Request(
      accessKey: one.pledge.keys.accessKey, description: "Pane", returnURL: "http://localhost/",
      language: .italian)
    if one.request.method == .bankTransfer {
      return "\(try await town.money.startTransferPayment(one.pledge.keys.accessKey))"
    }
    do { return "\(try await town.money.startCardPayment(request))" } catch let fault as Fault
      where fault.retryable
    { return "silent" }
  }
  /// On the provider's own pages.
  private func choose() async throws -> String {
    let open = try await town.database.read { tx in
      try tx.rows(
        """
        SELECT id FROM sandbox_payment
         WHERE status IN ('open', 'challenge', 'declined') ORDER BY id
        """
      ) { try $0("id", as: SandboxPayment.ID.self) }
    }
    guard let id = dice.one(of: open), let shop = town.money.sandbox?.shop else { return "" }
    let choices: [(Int, SandboxPayment.Choice)] = [
      (50, .pay), (15, .authenticate), (15, .confirm), (10, .slow), (5, .decline), (3, .refuse),
      (2, .abandon),
    ]
    guard let choice = dice.weighted(choices.map { (weight: $0.0, value: $0.1) }) else { return "" }
    _ = try await shop.choose(choice, for: id)
    return "\(id) \(choice)"
  }

  // The bank.

  private func transfer() async throws -> String {
    let waiting = placed.filter { $0.request.method == .bankTransfer }
    guard let one = dice.one(of: waiting) else { return "" }
    let total = one.pledge.total.cents
    let cents =
      dice.weighted([
        (weight: 80, value: total), (weight: 7, value: total + 500),
        (weight: 7, value: max(1, total - 300)), (weight: 6, value: 777),
      ]) ?? total
    let text = dice.happens(85) ? one.pledge.keys.transferReference.text : "per il pane"
    bank.receive(cents, text, on: CivilDate(of: town.now))
    return "\(cents) \(text)"
  }
  @discardableResult
  func importStatement(overlap: Int) async throws -> String {
    let movements = bank.statement(overlap: overlap)
    guard !movements.isEmpty else { return "nothing" }
    let outcome = try await town.reconciliation.importStatement(
      .init(name: "estratto.csv", bytes: StatementWorld.csv(movements)), by: town.treasurer)
    switch outcome {
    case .imported(let report): return "\(report.new) new"
    case .repeated: return "repeated"
    case _: throw Fault("the statement was not taken: \(outcome)")
    }
  }
  private func settleByHand() async throws -> String {
    let queue = try await town.reconciliation.readStatements.queue(for: town.treasurer)
    guard let line = dice.one(of: queue?.waiting ?? []) else { return "" }
    let code = dice.one(of: placed)?.pledge.keys.reference.text ?? "none"
    let decision: SettleLine.Decision =
      dice.weighted([
        (weight: 50, value: .pledge(code)), (weight: 20, value: .suspense(note: "di chi?")),
        (weight: 10, value: .setAside(note: "non nostro")),
        (weight: 30, value: .matchFund(dice.one(of: town.funds)?.text ?? "none")),
      ]) ?? .suspense(note: "di chi?")
    return
      "\(try await town.reconciliation.settleLine(decision, on: line.line.id, by: town.treasurer))"
  }

  // Time.

  private func advance() async throws -> String {
    let spans: [(weight: Int, value: Instant.Span)] = [
      (30, .seconds(20)), (25, .minutes(3)), (20, .minutes(40)), (15, .hours(9)), (10, .days(2)),
    ]
    // A plan over a longer time has longer pauses.
    let stretch = 1 + plan.daysBetween * plan.campaigns / 60
    guard let span = dice.weighted(spans) else { return "" }
    town.set(town.now + .milliseconds(span.milliseconds * Int64(stretch)))
    return ""
  }
  /// What the timetable does every minute.
  func tick() async throws {
    for life in town.lives { _ = try await life.expirePledges() }
    try await town.money.expirePayments(limit: 100)
    _ = try await town.money.submitRefunds(limit: 50)
    try await town.turn()
    _ = try await town.money.sandbox?.shop.settleDue(limit: 50)
    _ = try await town.money.foldTotals()
  }
  private func poll() async throws -> String {
    do {
      return "\(try await town.money.pollPayments(limit: 100))"
    } catch let fault as Fault where fault.retryable { return "silent" }
  }
}
