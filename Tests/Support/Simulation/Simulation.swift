// A run under one seed: steps drawn by chance over the real use cases, everything checked after
// each. A failure says its seed and its last steps; the same seed fails the same way.
import Domain
import Services
package import Store

/// One run over one database.
package actor Simulation {
  let town: SimulatedTown
  let seed: UInt64
  let plan: SimulatedTown.Plan
  var dice: Dice
  var bank: SimulatedBank
  /// Pledges with the requests that made them, to send the same form again.
  var placed: [Placed] = []
  typealias Placed = (life: Int, request: PlacePledge.Request, pledge: Pledge)
  var outcomes: [Campaign.ID: CampaignOutcome] = [:]
  /// What happened to the simulation itself: work that was lost, calls that nobody answered.
  var mishaps: [String: Int] = [:]
  package private(set) var trace: [String] = []

  /// What may happen in a step. To add to the lives that are played: a case, its weight, and what
  /// it does in `SimulationActions.swift`; what must hold of it in `SimulationChecks.swift`.
  enum Action: String, CaseIterable {
    case visit, place, placeAgain, pay, choose, comeBack, cancel, retry, withdraw
    case transfer, bankFee, importStatement, importAgain, settleByHand, undo
    case deposit, clawBack, closeFund, askRefund, decideRefund, refundByHand, deed, changeCard
    case enterAccount, propose, approve, takeBack, order, bankWorks
    case providerPays, arrive
    case steer, work, wait, sleep, timetable, poll, seal

    var weight: Int {
      switch self {
      case .visit, .work: 16
      case .timetable: 22
      case .sleep, .transfer: 12
      case .place, .pay, .choose, .wait, .importStatement, .settleByHand: 6
      case .approve, .order, .bankWorks, .propose: 7
      case .poll, .askRefund, .decideRefund, .refundByHand, .deed, .comeBack, .retry: 4
      case .providerPays, .arrive, .changeCard, .deposit, .enterAccount: 4
      case .placeAgain, .cancel, .withdraw, .importAgain, .seal, .undo, .bankFee: 2
      case .clawBack, .steer, .takeBack: 2
      case .closeFund: 1
      }
    }
    static let weights = allCases.map { (weight: $0.weight, value: $0) }
    static let weightOfAll = allCases.reduce(0) { $0 + $1.weight }
  }

  package init(
    _ database: Database, seed: UInt64, _ plan: SimulatedTown.Plan = .short
  ) async throws {
    self.seed = seed
    self.plan = plan
    town = try await SimulatedTown(database, seed: seed, plan)
    dice = Dice(seed: seed)
    bank = SimulatedBank()
  }

  /// Plays all steps, then lets everything come to rest and checks that nothing stays open.
  @discardableResult
  package func run() async throws -> SimulationReport {
    for _ in 0..<plan.steps {
      guard let action = dice.weighted(Action.weights) else { continue }
      try await step(action.rawValue) { try await self.play(action) }
    }
    town.line.mend()
    try await step("decide all") { try await self.decideAll() }
    try await step("release") { try await self.releaseAll() }
    for round in 0..<Self.roundsMax {
      try await step("rest \(round)") {
        try await self.rest(round)
        return ""
      }
    }
    try await step("end") {
      try await self.checkStep()
      try await self.checkEnd()
      return ""
    }
    return try await report()
  }
  /// Ninety days at the end in so many parts: a second round, the patience with payments, and what
  /// follows from both.
  private static let roundsMax = 12

  private func step(_ name: String, _ body: () async throws -> String) async throws {
    do {
      let what = try await body()
      try await town.book.look(at: town.database, now: town.now)
      trace.append("\(trace.count) \(town.now.rfc3339) \(name) \(what)")
      if trace.count.isMultiple(of: plan.checkEvery) { try await checkStep() }
    } catch {
      trace.append("\(trace.count) \(town.now.rfc3339) \(name)")
      throw SimulationFailure(seed: seed, steps: trace, reason: "\(error)")
    }
  }

  /// Time passes, the timetable runs, all work is done, the bank and the provider make what they
  /// were told to.
  private func rest(_ round: Int) async throws {
    let last = Instant.Span.days(90).milliseconds
    town.set(town.now + .milliseconds(last / Int64(Self.roundsMax)))
    try await tick()
    if round < Self.roundsMax - 3 { try await payOutAll() }
    while bank.make(on: CivilDate(of: town.now)) != nil {}
    try await importStatement(overlap: 0)
    try await coverPayouts()
    for _ in 0..<3 {
      _ = try await town.money.pollPayments(limit: 500)
      try await work(upTo: 500, crashes: false)
    }
    _ = try await decideAll()
    try await settleArrivals()
    _ = try await payRefundsByHand()
    if round == Self.roundsMax - 4 { try await refundComesBack() }
    if round == Self.roundsMax - 3 { try await giveBackAll() }
    try await town.turn()
    try await town.book.look(at: town.database, now: town.now)
    _ = try await town.money.checkMovements()
    try await work(upTo: 500, crashes: false)
    if round % 3 == 2 { _ = town.book.settle(at: town.now) }
    _ = try await town.money.checkMovements()
    _ = try await arrive(failing: 0)
    _ = try await town.reconciliation.bookWaitingLines()
    _ = try await town.money.foldTotals()
    try await town.seal()
  }
}

/// What happened in a run: a run in which nothing happens proves nothing.
package struct SimulationReport: Sendable {
  /// Journal entries by their kinds.
  package let entries: [String: Int]
  /// Campaigns by the state in which they ended.
  package let campaigns: [String: Int]
  /// Everything else by its name and state, as in `payout paid`.
  package let seen: [String: Int]
  package let steps: Int
}

/// What did not hold, and how to see it again.
package struct SimulationFailure: Error, CustomStringConvertible {
  let seed: UInt64
  let steps: [String]
  let reason: String

  package var description: String {
    """
    seed \(seed): \(reason)
    the last steps:
      \(steps.suffix(12).joined(separator: "\n  "))
    again: make simulate SEEDS=\(seed)
    """
  }
  /// Every step, for whoever looks into one seed.
  package var story: String { steps.joined(separator: "\n") }
}
