// Phases with what stands around them, for the pages of processes.
package import Domain
import Literals

extension Transaction {
  /// A process with its phases, by its address.
  package func processReading(_ slug: Slug) throws -> ProcessReading? {
    try process(slug).map(reading)
  }
  /// One phase with everything around it.
  package func phaseReading(_ id: Phase.ID) throws -> PhaseReading? {
    guard let phase = try phase(id), let process = try process(phase.process) else { return nil }
    return PhaseReading(
      phase, in: try reading(process), history: try history(of: id),
      voters: try voterCounts(of: id))
  }
  /// The processes that have phases, the latest first.
  package func processesWithPhases() throws -> [ProcessReading] {
    try rows(
      """
      SELECT \(fragment: processColumns)
        FROM process p
       WHERE EXISTS (SELECT 1 FROM phase f WHERE f.process_id = p.id)
       ORDER BY p.created_at DESC, p.id DESC
      """, as: Process.init(row:)
    ).map(reading)
  }

  private func reading(_ process: Process) throws -> ProcessReading {
    guard let organisation = try organisation(process.organisation) else {
      throw Fault("the organisation of process \(process.id) is missing")
    }
    let phases = try phases(of: process.id)
    var censuses: [Phase.ID: FrozenCensus] = [:]
    for phase in phases where phase.status.hasFixedRule {
      censuses[phase.id] = try frozenCensus(of: phase.id)
    }
    return ProcessReading(
      process, of: organisation, in: try constituencies(of: process.id), phases: phases,
      censuses: censuses)
  }
}
