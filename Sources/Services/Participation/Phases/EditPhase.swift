// Says the days and the rule of a phase while it is not open yet.
package import Domain
package import Store

/// Writes a phase's days and rule. An opened phase keeps both: its last day moves by `TurnPhase`.
package struct EditPhase: Sendable {
  let database: Database
  let clock: WallClock
  let entropy: Entropy

  package init(database: Database, clock: WallClock, entropy: Entropy) {
    (self.database, self.clock, self.entropy) = (database, clock, entropy)
  }

  package struct Request: Sendable {
    let phase: Phase.ID
    let opensOn: CivilDate
    let closesOn: CivilDate
    let rule: PhaseRule

    package init(phase: Phase.ID, opensOn: CivilDate, closesOn: CivilDate, rule: PhaseRule) {
      self.phase = phase
      self.opensOn = opensOn
      self.closesOn = closesOn
      self.rule = rule
    }
  }
  package enum Outcome: Hashable, Sendable {
    case saved
    case refused(PhaseRefusal)
    case noSuchPhase
    case notAllowed
  }

  package func callAsFunction(_ request: Request, by actor: Actor) async throws -> Outcome {
    let stamp = Stamp(at: clock.now, by: actor, entropy)
    return try await database.write { tx in
      guard var phase = try tx.phaseLocked(request.phase),
        let process = try tx.process(phase.process)
      else { return .noSuchPhase }
      guard actor.may(.managePhases, on: process.place) else { return .notAllowed }
      guard phase.status == .configured else { return .refused(.notNow(phase.status)) }
      guard request.opensOn <= request.closesOn else { return .refused(.daysReversed) }
      if let gap = request.rule.gap(for: phase.kind) { return .refused(.gap(gap)) }
      (phase.opensOn, phase.closesOn) = (request.opensOn, request.closesOn)
      phase.rule = request.rule
      try tx.update(phase)
      try tx.audit(
        .managePhases, "phase", phase.id.description, stamp, detail: ["step": "edited"])
      return .saved
    }
  }
}
