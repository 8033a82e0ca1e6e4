// The table of phases, and the history of each.
package import Domain
import Literals

extension Transaction {
  /// Writes a new phase.
  package func insert(_ phase: Phase) throws {
    try execute(
      """
      INSERT INTO phase (id, process_id, position, kind, opens_on, closes_on, status, rule)
           VALUES (\(phase.id), \(phase.process), \(phase.position), \(phase.kind),
                   \(phase.opensOn), \(phase.closesOn), \(phase.status),
                   \(phase.rule?.text(for: phase.kind)))
      """)
  }
  /// Writes the days and the rule of a phase that is not open yet.
  package func update(_ phase: Phase) throws {
    try execute(
      """
      UPDATE phase
         SET opens_on = \(phase.opensOn), closes_on = \(phase.closesOn),
             rule = \(phase.rule?.text(for: phase.kind))
       WHERE id = \(phase.id)
      """)
  }
  /// Writes a phase's status, its last day, and its history's next row.
  package func turn(_ phase: Phase, _ event: PhaseEventRow) throws {
    try execute(
      """
      UPDATE phase
         SET status = \(phase.status), closes_on = \(phase.closesOn),
             opening = \(phase.opening?.text), digest = \(phase.opening?.digest),
             opened_at = \(phase.opening?.at)
       WHERE id = \(phase.id)
      """)
    try execute(
      """
      INSERT INTO phase_event (id, phase_id, event, from_status, to_status, reason, actor_id,
                               occurred_at)
           VALUES (\(event.id), \(phase.id), \(event.event), \(event.from), \(phase.status),
                   \(event.reason), \(event.actor), \(event.at))
      """)
  }

  /// One phase.
  package func phase(_ id: Phase.ID) throws -> Phase? {
    try first(
      "SELECT \(fragment: phaseColumns) FROM phase WHERE id = \(id)", as: Phase.init(row:))
  }
  /// The same; it cannot change until the transaction ends.
  package func phaseLocked(_ id: Phase.ID) throws -> Phase? {
    try first(
      """
      SELECT \(fragment: phaseColumns) FROM phase WHERE id = \(id)
      \(sqlite: "", postgres: "FOR NO KEY UPDATE")
      """, as: Phase.init(row:))
  }
  /// The same; it stays as it is until the transaction ends, and others may say so too.
  package func phaseShared(_ id: Phase.ID) throws -> Phase? {
    try first(
      """
      SELECT \(fragment: phaseColumns) FROM phase WHERE id = \(id)
      \(sqlite: "", postgres: "FOR SHARE")
      """, as: Phase.init(row:))
  }
  /// The phases of a process, in their order.
  package func phases(of process: Process.ID) throws -> [Phase] {
    try rows(
      """
      SELECT \(fragment: phaseColumns) FROM phase WHERE process_id = \(process) ORDER BY position
      """, as: Phase.init(row:))
  }
  /// The phases that the calendar wants to open or close on a day, the oldest first.
  package func duePhases(on day: CivilDate, limit: Int) throws -> [Phase] {
    try rows(
      """
      SELECT \(fragment: phaseColumns)
        FROM phase
       WHERE status IN ('configured', 'open')
         AND rule IS NOT NULL
         AND opens_on <= \(day)
         AND (status = 'configured' AND closes_on >= \(day)
              OR status = 'open' AND closes_on < \(day))
       ORDER BY opens_on, id
       LIMIT \(limit)
      """, as: Phase.init(row:))
  }
  /// What happened to a phase, the latest last.
  package func history(of phase: Phase.ID) throws -> [PhaseMoment] {
    try rows(
      """
      SELECT event, reason, actor_id, occurred_at
        FROM phase_event
       WHERE phase_id = \(phase)
       ORDER BY occurred_at, id
      """
    ) { row in
      let actor: Person.ID? = try row("actor_id")
      return PhaseMoment(
        event: try row("event"), reason: try row("reason"), isByHand: actor != nil,
        at: try row("occurred_at"))
    }
  }
}

/// A row of a phase's history.
package struct PhaseEventRow: Identified, Sendable {
  package static let idPrefix = "pev"

  let id: PhaseEventRow.ID
  let event: PhaseEvent
  let from: PhaseStatus
  let reason: String
  let actor: Person.ID?
  let at: Instant

  package init(
    id: PhaseEventRow.ID, _ event: PhaseEvent, from: PhaseStatus, because reason: String,
    by stamp: (actor: Person.ID?, at: Instant)
  ) {
    self.id = id
    self.event = event
    self.from = from
    self.reason = reason
    (actor, at) = stamp
  }
}

private let phaseColumns: SQL = """
  id, process_id, position, kind, opens_on, closes_on, status, rule, opening, digest, opened_at
  """

extension Phase {
  fileprivate init(row: Row) throws {
    let first: CivilDate = try row("opens_on")
    let last: CivilDate = try row("closes_on")
    guard first <= last else { throw Fault("a phase ends before it begins") }
    self.init(
      id: try row("id"), of: try row("process_id"), (try row("position"), try row("kind")),
      days: first...last)
    status = try row("status")
    if let text: String = try row("rule") {
      guard let read = PhaseRule(text: text, for: kind) else {
        throw Fault("the rule of phase \(id) cannot be read: \(text)")
      }
      rule = read
    }
    if let text: String = try row("opening"), let digest: Digest = try row("digest"),
      let at: Instant = try row("opened_at")
    {
      opening = Opening(text: text, digest: digest, at: at)
    }
  }
}
