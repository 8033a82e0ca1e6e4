// Phases as their pages show them, with what stands around each.

/// One thing that happened to a phase.
package struct PhaseMoment: Hashable, Sendable {
  package let event: PhaseEvent
  package let reason: String
  /// Whether a person did it; otherwise the calendar.
  package let isByHand: Bool
  package let at: Instant

  package init(event: PhaseEvent, reason: String, isByHand: Bool, at: Instant) {
    self.event = event
    self.reason = reason
    self.isByHand = isByHand
    self.at = at
  }
}

/// A process with its phases.
package struct ProcessReading: Sendable {
  package let process: Process
  package let organisation: Organisation
  package let constituencies: [Constituency]
  package let phases: [Phase]
  /// The frozen census of each phase that has one.
  package let censuses: [Phase.ID: FrozenCensus]

  package init(
    _ process: Process, of organisation: Organisation, in constituencies: [Constituency],
    phases: [Phase], censuses: [Phase.ID: FrozenCensus]
  ) {
    self.process = process
    self.organisation = organisation
    self.constituencies = constituencies
    self.phases = phases
    self.censuses = censuses
  }

  /// The phase of a kind that is open now, if one is.
  package func open(_ kind: PhaseKind) -> Phase? { phases.first { $0.kind == kind && $0.isOpen } }
  /// Whether a phase of the process is open or suspended: then budgets stay as published.
  package var hasFixedBudgets: Bool {
    phases.contains { $0.status == .open || $0.status == .suspended }
  }
}

/// One phase with what its page at the desk shows.
package struct PhaseReading: Sendable {
  package let around: ProcessReading
  package let phase: Phase
  package let history: [PhaseMoment]
  /// How many are on its census, constituency by constituency.
  package let voters: [Constituency.ID: Int]

  package init(
    _ phase: Phase, in around: ProcessReading, history: [PhaseMoment],
    voters: [Constituency.ID: Int]
  ) {
    self.phase = phase
    self.around = around
    self.history = history
    self.voters = voters
  }

  package var process: Process { around.process }
  /// All who are on its census.
  package var voterCount: Int { voters.values.reduce(0, +) }
  package var census: FrozenCensus? { around.censuses[phase.id] }
}
