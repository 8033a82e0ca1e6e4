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
  var placed: [(life: Int, request: PlacePledge.Request, pledge: Pledge)] = []
  var outcomes: [Campaign.ID: CampaignOutcome] = [:]
  package private(set) var trace: [String] = []

  /// What may happen in a step. To add to the lives that are played: a case, its weight, and what
  /// it does in `SimulationActions.swift`; what must hold of it in `SimulationChecks.swift`.
  enum Action: String, CaseIterable {
    case place, placeAgain, pay, choose, comeBack, cancel, retry
    case transfer, importStatement, importAgain, settleByHand, undo, deposit, clawBack
    case askRefund, decideRefund, deed
    case work, advance, timetable, poll, seal

    var weight: Int {
      switch self {
      case .place: 14
      case .pay, .choose, .work: 14
      case .transfer, .importStatement, .settleByHand: 6
      case .timetable, .advance: 8
      case .placeAgain, .comeBack, .retry, .poll: 4
      case .deposit, .askRefund, .decideRefund, .deed: 3
      case .cancel, .importAgain, .seal, .undo, .clawBack: 2
      }
    }
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
  package func run() async throws {
    let choices = Action.allCases.map { (weight: $0.weight, value: $0) }
    for _ in 0..<plan.steps {
      guard let action = dice.weighted(choices) else { continue }
      try await step(action.rawValue) { try await self.play(action) }
    }
    town.line.mend()
    try await step("decide all") { try await self.decideAll() }
    for round in 0..<Self.roundsMax {
      try await step("rest \(round)") {
        try await self.rest()
        return ""
      }
    }
    try await step("end") {
      try await self.checkEnd()
      return ""
    }
  }
  /// Days that are waited at the end: the last campaign's month, and its payments' patience.
  private static let roundsMax = 12

  private func step(_ name: String, _ body: () async throws -> String) async throws {
    do {
      let what = try await body()
      trace.append("\(trace.count) \(town.now.rfc3339) \(name) \(what)")
      try await checkStep()
    } catch {
      trace.append("\(trace.count) \(town.now.rfc3339) \(name)")
      throw SimulationFailure(seed: seed, steps: trace.suffix(12), reason: "\(error)")
    }
  }

  /// Time passes, the timetable runs, all work is done.
  private func rest() async throws {
    let last = Instant.Span.days(plan.daysBetween * plan.campaigns + 60)
    town.set(town.now + .milliseconds(last.milliseconds / Int64(Self.roundsMax)))
    try await tick()
    try await importStatement(overlap: 0)
    for _ in 0..<3 {
      _ = try await town.money.pollPayments(limit: 500)
      try await work(upTo: 500, crashes: false)
    }
    try await town.turn()
    try await work(upTo: 500, crashes: false)
    try await town.seal()
  }
}

/// What did not hold, and how to see it again.
package struct SimulationFailure: Error, CustomStringConvertible {
  let seed: UInt64
  let steps: ArraySlice<String>
  let reason: String

  package var description: String {
    """
    seed \(seed): \(reason)
    the last steps:
      \(steps.joined(separator: "\n  "))
    again: make simulate SEEDS=\(seed)
    """
  }
}
