// What happens in one step of a simulation. Each answers in a word what it did, for the trace.
import Domain
import Services
import Store

extension Simulation {
  func play(_ action: Action) async throws -> String {
    switch action {
    case .visit:
      var told: [String] = []
      for _ in 0..<plan.crowd { told.append(try await visit()) }
      return told.joined(separator: "; ")
    case .place: return try await place()
    case .placeAgain: return try await placeAgain()
    case .pay: return try await pay(donor())
    case .choose: return try await choose()
    case .comeBack: return try await comeBack()
    case .cancel: return try await cancel()
    case .retry: return try await retry()
    case .withdraw: return try await withdraw()
    case .changeCard: return try await changeCard()
    case .transfer: return (0..<plan.crowd).map { _ in transfer() }.joined(separator: "; ")
    case .bankFee:
      bank.receive(-Int64(50 + dice.below(200)), "spese", on: CivilDate(of: town.now))
      return ""
    case .importStatement: return try await importStatement(overlap: dice.below(4))
    case .importAgain: return try await importStatement(overlap: 1_000)
    case .settleByHand: return try await settleByHand()
    case .undo: return try await undo()
    case .deposit: return deposit()
    case .clawBack: return try await clawBack()
    case .closeFund: return try await closeFund()
    case .askRefund: return try await askRefund()
    case .decideRefund: return try await decideRefund()
    case .refundByHand: return try await refundByHand()
    case .deed: return try await deed()
    case .enterAccount: return try await enterAccount()
    case .propose: return try await propose()
    case .approve: return try await approve()
    case .takeBack: return try await takeBack()
    case .order: return try await order()
    case .bankWorks: return try await bankWorks()
    case .providerPays: return providerPays()
    case .arrive: return try await arrive(failing: 20)
    case .steer: return try await steer()
    case .work: return try await work(upTo: 1 + dice.below(8), crashes: true)
    case .wait: return wait()
    case .sleep: return sleep()
    case .timetable:
      try await tick()
      return ""
    case .poll: return try await poll()
    case .seal: return "\(try await town.seal()) blocks"
    }
  }

  // Time.

  /// Moments, within the patience of a payment.
  private func wait() -> String {
    let spans: [(weight: Int, value: Instant.Span)] = [
      (35, .seconds(20)), (35, .minutes(3)), (20, .minutes(40)), (10, .hours(9)),
    ]
    guard let span = dice.weighted(spans) else { return "" }
    town.set(town.now + span)
    return ""
  }
  /// Days, so many that the steps of the plan last until its last campaign is over.
  private func sleep() -> String {
    let times = max(1, plan.steps * Action.sleep.weight / Action.weightOfAll)
    let most = Int(plan.span.milliseconds) * 2 / times
    town.set(town.now + .milliseconds(Int64(dice.below(most))))
    return ""
  }
  /// What the timetable does every minute.
  func tick() async throws {
    for life in town.lives { _ = try await life.expirePledges() }
    try await town.money.expirePayments(limit: 100)
    _ = try await town.money.submitRefunds(limit: 50)
    try await town.turn()
    _ = try await town.money.chargeCards(limit: 50)
    _ = try await town.money.sandbox?.shop.settleDue(limit: 50)
    _ = try await movements()
    _ = try await town.money.foldTotals()
  }
  private func poll() async throws -> String {
    try await answered { "\(try await town.money.pollPayments(limit: 100))" }
  }
  private func movements() async throws -> String {
    let read = try await answered { "\(try await town.money.checkMovements())" }
    return "\(read), \(try await town.reconciliation.bookWaitingLines()) booked"
  }
  /// A call that may not be answered: then its word is that.
  func answered(_ call: () async throws -> String) async throws -> String {
    do { return try await call() } catch let fault as Fault where fault.retryable {
      mishaps["call unanswered", default: 0] += 1
      return "silent"
    }
  }

  /// A campaign is held, released, or called off.
  private func steer() async throws -> String {
    guard let life = dice.one(of: town.lives) else { return "" }
    let steps: [(weight: Int, value: SteerCampaign.Step)] = [
      (40, .hold(reason: "controllo")), (50, .release), (10, .cancel(reason: "rinuncia")),
    ]
    guard let step = dice.weighted(steps) else { return "" }
    return "\(life.campaign.slug) \(try await steer(step, life))"
  }
  private func steer(
    _ step: SteerCampaign.Step, _ life: FundingWorld
  ) async throws -> SteerCampaign.Outcome {
    let steer = SteerCampaign(database: town.database, clock: town.clock, entropy: town.entropy)
    return try await steer(step, on: life.campaign.slug, by: town.administrator)
  }
  func releaseAll() async throws -> String {
    for life in town.lives { _ = try await steer(.release, life) }
    return ""
  }
}
