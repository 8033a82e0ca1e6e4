// One dated step of a process: its days, its rule, and what was published when it opened.

/// A phase of one process.
package struct Phase: Identified, Hashable, Sendable {
  package static let idPrefix = "phs"

  package let id: Phase.ID
  package let process: Process.ID
  /// Its place among the phases of its process, from 1.
  package let position: Int
  package let kind: PhaseKind
  /// The first day, in Rome.
  package var opensOn: CivilDate
  /// The last day, in Rome.
  package var closesOn: CivilDate
  package var status = PhaseStatus.configured
  /// Nil until somebody has said it: such a phase never opens by itself.
  package var rule: PhaseRule?
  package var opening: Opening?

  /// What was published when it opened; it stays as it is.
  package struct Opening: Hashable, Sendable {
    package let text: String
    package let digest: Digest
    package let at: Instant

    package init(text: String, digest: Digest, at: Instant) {
      self.text = text
      self.digest = digest
      self.at = at
    }
  }

  package init(
    id: Phase.ID, of process: Process.ID, _ place: (position: Int, kind: PhaseKind),
    days: ClosedRange<CivilDate>
  ) {
    self.id = id
    self.process = process
    (position, kind) = place
    (opensOn, closesOn) = (days.lowerBound, days.upperBound)
  }

  /// The phases of a new process, one after another from a day.
  package static func plan(
    _ template: ProcessTemplate, of process: Process.ID, from start: CivilDate,
    id: () -> Phase.ID
  ) -> [Phase] {
    var day = start
    return template.phases.enumerated().map { index, step in
      let last = day.adding(days: step.days - 1)
      defer { day = last.adding(days: 1) }
      return Phase(id: id(), of: process, (index + 1, step.kind), days: day...last)
    }
  }

  /// Whether people can do in it now what it is for.
  package var isOpen: Bool { status == .open }
  /// Whether it asks for a census.
  package var needsCensus: Bool { kind.hasVoters && rule?.admission == .census }

  /// The phase that may open, or why not yet.
  package func readyToOpen(voters: Int, on day: CivilDate) throws(PhaseRefusal) -> PhaseRule {
    _ = try status.after(.opened)
    guard let rule else { throw .ruleMissing }
    if let gap = rule.gap(for: kind) { throw .gap(gap) }
    if needsCensus, voters == 0 { throw .censusEmpty }
    guard closesOn >= day else { throw .dayOver(closesOn) }
    return rule
  }

  /// What the calendar wants of it on a day: nothing, to open, or to close.
  package func due(on day: CivilDate) -> PhaseEvent? {
    switch status {
    case .configured: rule != nil && opensOn <= day && closesOn >= day ? .opened : nil
    case .open: closesOn < day ? .closed : nil
    case .suspended, .closed: nil
    }
  }
}
