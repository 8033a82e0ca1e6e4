// What people may see of rankings: everyone what is certified, facilitators everything.
package import Domain
package import Store

/// The questions that ranking screens ask.
package struct ReadRankings: Sendable {
  let database: Database

  package init(database: Database) { self.database = database }

  /// A process with its rankings.
  package struct ProcessRankings: Sendable {
    package let process: Process
    package let rankings: [RankingReading]
    /// All it has, voted in or not; only for those who work on it.
    package var constituencies: [Constituency] = []
  }

  /// The processes that this actor may work on.
  package func processes(for actor: Actor) async throws -> [ProcessCard] {
    try await database.read { tx in
      try tx.processCards().filter { actor.may(.readProcess, on: $0.process.place) }
    }
  }
  /// Every ranking of a process; nil if there is no such process or it is not theirs to see.
  package func all(of slug: Slug, for actor: Actor) async throws -> ProcessRankings? {
    try await database.read { tx in
      guard let process = try tx.process(slug), actor.may(.readProcess, on: process.place) else {
        return nil
      }
      return ProcessRankings(
        process: process, rankings: try tx.rankings(of: process.id),
        constituencies: try tx.constituencies(of: process.id))
    }
  }
  /// One ranking, for those who work on it.
  package func one(_ id: Ranking.ID, for actor: Actor) async throws -> RankingReading? {
    try await database.read { tx in
      guard let reading = try tx.ranking(id), actor.may(.readProcess, on: reading.process.place)
      else { return nil }
      return reading
    }
  }
  /// The certified rankings of a process and those that took back an earlier certificate: what
  /// everyone may see. Nil if there is no such process.
  package func published(of slug: Slug) async throws -> ProcessRankings? {
    try await database.read { tx in
      guard let process = try tx.process(slug) else { return nil }
      return ProcessRankings(
        process: process,
        rankings: try tx.rankings(of: process.id).filter { $0.certificate != nil })
    }
  }
  /// A certificate, for everyone; it can be read also after it was superseded.
  package func certificate(_ id: Ranking.ID) async throws -> RankingReading? {
    try await database.read { tx in try tx.ranking(id).flatMap { $0.certificate == nil ? nil : $0 }
    }
  }
}
