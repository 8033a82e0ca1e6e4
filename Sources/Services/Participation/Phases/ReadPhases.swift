// What people may see of phases: everyone what is published, facilitators everything.
package import Domain
package import Store

/// The questions that the pages of processes and phases ask.
package struct ReadPhases: Sendable {
  let database: Database

  package init(database: Database) { self.database = database }

  /// Rows of a census on one page of the desk.
  package static let pageSize = 200

  /// A process with its phases, for everyone.
  package func published(_ slug: Slug) async throws -> ProcessReading? {
    try await database.read { tx in try tx.processReading(slug) }
  }
  /// The processes that people can follow, the latest first.
  package func all() async throws -> [ProcessReading] {
    try await database.read { tx in try tx.processesWithPhases() }
  }
  /// What was published when a phase opened; nil while it has not.
  package func opening(_ id: Phase.ID) async throws -> Phase.Opening? {
    try await database.read { tx in try tx.phase(id)?.opening }
  }
  /// A process with its phases, for those who work on it.
  package func ofDesk(_ slug: Slug, for actor: Actor) async throws -> ProcessReading? {
    try await database.read { tx in
      guard let reading = try tx.processReading(slug),
        actor.may(.readProcess, on: reading.process.place)
      else { return nil }
      return reading
    }
  }
  /// One phase, for those who work on it.
  package func one(_ id: Phase.ID, for actor: Actor) async throws -> PhaseReading? {
    try await database.read { tx in
      guard let reading = try tx.phaseReading(id),
        actor.may(.readProcess, on: reading.process.place)
      else { return nil }
      return reading
    }
  }
  /// The people on a phase's census from a code on: being on it may be what nobody must know, so
  /// that only those who keep it read it.
  package func census(
    _ id: Phase.ID, after code: String, for actor: Actor
  ) async throws -> (reading: PhaseReading, voters: [Voter])? {
    try await database.read { tx in
      guard let reading = try tx.phaseReading(id),
        actor.may(.keepCensus, on: reading.process.place)
      else { return nil }
      return (reading, try tx.voters(of: id, after: code, limit: Self.pageSize))
    }
  }
}
