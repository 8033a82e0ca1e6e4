// What the calendar does to phases: opens those whose day has come, closes those whose day is over.
import Domain
package import Store

/// Turns the phases that are due. Safe to run twice: one that has moved on is not due any more. One
/// that cannot open (nobody on its census) waits, and its page at the desk says why.
package struct TurnPhases: Sendable {
  let database: Database
  let clock: WallClock
  let entropy: Entropy

  /// Phases of one run.
  package static let batchMax = 100

  package init(database: Database, clock: WallClock, entropy: Entropy) {
    (self.database, self.clock, self.entropy) = (database, clock, entropy)
  }

  /// How many turned.
  package func callAsFunction() async throws -> Int {
    let stamp = Stamp(at: clock.now, by: .system, entropy)
    let today = CivilDate(of: stamp.now)
    let due = try await database.read { tx in
      try tx.duePhases(on: today, limit: Self.batchMax)
    }
    var turned = 0
    for phase in due where try await turn(phase, on: today, stamp) { turned += 1 }
    return turned
  }

  private func turn(_ due: Phase, on day: CivilDate, _ stamp: Stamp) async throws -> Bool {
    try await database.write { tx in
      guard let process = try tx.processLocked(due.process),
        let phase = try tx.phaseLocked(due.id), let event = phase.due(on: day)
      else { return false }
      let turn = PhaseTurn(phase, of: process, stamp)
      let outcome =
        event == .opened
        ? try turn.open(tx, because: "") : try turn.move(event, tx, because: "")
      if case .turned = outcome { return true }
      return false
    }
  }
}
