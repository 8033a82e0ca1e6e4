// Opens, suspends, resumes, prolongs and closes a phase by hand, with a reason.
package import Domain
package import Store

/// Turns one phase. Opening freezes its census and publishes its rule with its digest.
package struct TurnPhase: Sendable {
  let database: Database
  let clock: WallClock
  let entropy: Entropy

  package init(database: Database, clock: WallClock, entropy: Entropy) {
    (self.database, self.clock, self.entropy) = (database, clock, entropy)
  }

  package struct Request: Sendable {
    let phase: Phase.ID
    let event: PhaseEvent
    let reason: String
    /// The new last day, to prolong it; to resume, where the old one is over.
    package var closesOn: CivilDate?

    package init(phase: Phase.ID, event: PhaseEvent, reason: String) {
      self.phase = phase
      self.event = event
      self.reason = reason
    }
  }
  package enum Outcome: Hashable, Sendable {
    case turned(PhaseStatus)
    case refused(PhaseRefusal)
    case noSuchPhase
    case notAllowed
  }

  package func callAsFunction(_ request: Request, by actor: Actor) async throws -> Outcome {
    let stamp = Stamp(at: clock.now, by: actor, entropy)
    return try await database.write { tx in
      guard let known = try tx.phase(request.phase),
        let process = try tx.processLocked(known.process),
        let phase = try tx.phaseLocked(request.phase)
      else { return .noSuchPhase }
      guard actor.may(.managePhases, on: process.place) else { return .notAllowed }
      guard request.reason.contains(where: { !$0.isWhitespace }) else {
        return .refused(.reasonMissing)
      }
      let turn = PhaseTurn(phase, of: process, stamp)
      do throws(PhaseRefusal) { _ = try phase.status.after(request.event) } catch {
        return .refused(error)
      }
      return switch request.event {
      case .opened: try turn.open(tx, because: request.reason)
      case .suspended, .closed: try turn.move(request.event, tx, because: request.reason)
      case .resumed, .prolonged:
        try turn.goOn(request.event, until: request.closesOn, tx, because: request.reason)
      }
    }
  }
}

/// One phase that is turned inside a transaction that locked it.
struct PhaseTurn {
  private var phase: Phase
  private let process: Process
  private let stamp: Stamp
  private var today: CivilDate { CivilDate(of: stamp.now) }

  init(_ phase: Phase, of process: Process, _ stamp: Stamp) {
    self.phase = phase
    self.process = process
    self.stamp = stamp
  }

  /// Freezes the census, publishes the rule, opens.
  func open(_ tx: Transaction, because reason: String) throws -> TurnPhase.Outcome {
    let constituencies = try tx.constituencies(of: process.id)
    let voters = phase.needsCensus ? try tx.voters(of: phase.id) : []
    let rule: PhaseRule
    do throws(PhaseRefusal) {
      rule = try phase.readyToOpen(voters: voters.count, on: today)
    } catch { return .refused(error) }
    var census: FrozenCensus?
    if phase.needsCensus {
      let frozen = FrozenCensus(
        voters: voters.count,
        digest: Digest(of: CensusText(voters, in: constituencies).canonicalBytes), at: stamp.now)
      try tx.freeze(frozen, of: phase.id)
      census = frozen
    }
    let bytes = PhaseText(
      phase, under: rule, of: process.slug, in: constituencies,
      census: census.map { ($0.voters, $0.digest) }
    ).canonicalBytes
    var opened = self
    opened.phase.opening = Phase.Opening(
      text: String(decoding: bytes, as: UTF8.self), digest: Digest(of: bytes), at: stamp.now)
    return try opened.move(.opened, tx, because: reason)
  }

  /// Goes on, if the last day is still to come.
  func goOn(
    _ event: PhaseEvent, until day: CivilDate?, _ tx: Transaction, because reason: String
  ) throws -> TurnPhase.Outcome {
    let last = day ?? phase.closesOn
    guard last >= phase.opensOn else { return .refused(.daysReversed) }
    guard last >= today else { return .refused(.dayOver(last)) }
    var longer = self
    longer.phase.closesOn = last
    return try longer.move(event, tx, because: reason)
  }

  /// Writes the step.
  func move(
    _ event: PhaseEvent, _ tx: Transaction, because reason: String
  ) throws -> TurnPhase.Outcome {
    let from = phase.status
    var next = phase
    do throws(PhaseRefusal) { next.status = try from.after(event) } catch {
      return .refused(error)
    }
    try tx.turn(
      next,
      PhaseEventRow(
        id: stamp.entropy.id(at: stamp.now), event, from: from, because: reason,
        by: (stamp.actor.person, stamp.now)))
    try tx.audit(
      .managePhases, "phase", phase.id.description, stamp,
      detail: ["step": event.rawValue, "digest": next.opening?.digest.description ?? "-"])
    return .turned(next.status)
  }
}
