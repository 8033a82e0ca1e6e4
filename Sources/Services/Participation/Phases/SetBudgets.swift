// Says what each constituency of a process has to spend.
package import Domain
package import Store

/// Writes the budgets. While a phase is open they stay as they were published with it.
package struct SetBudgets: Sendable {
  let database: Database
  let clock: WallClock
  let entropy: Entropy

  package init(database: Database, clock: WallClock, entropy: Entropy) {
    (self.database, self.clock, self.entropy) = (database, clock, entropy)
  }

  package enum Outcome: Hashable, Sendable {
    case saved
    case phaseIsOpen
    case noSuchProcess
    case notAllowed
  }

  /// A constituency that is not named keeps what it has.
  package func callAsFunction(
    _ budgets: [Constituency.ID: Money?], of slug: Slug, by actor: Actor
  ) async throws -> Outcome {
    let stamp = Stamp(at: clock.now, by: actor, entropy)
    return try await database.write { tx in
      guard let process = try tx.process(slug), try tx.processLocked(process.id) != nil,
        let reading = try tx.processReading(slug)
      else { return .noSuchProcess }
      guard actor.may(.managePhases, on: process.place) else { return .notAllowed }
      guard !reading.hasFixedBudgets else { return .phaseIsOpen }
      for constituency in reading.constituencies {
        guard let budget = budgets[constituency.id], budget != constituency.budget else { continue }
        try tx.set(budget: budget, of: constituency.id)
        try tx.audit(
          .managePhases, "constituency", constituency.id.description, stamp,
          detail: ["budget": budget.map { String($0.cents) } ?? "-"])
      }
      return .saved
    }
  }
}
