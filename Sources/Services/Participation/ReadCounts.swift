// What people may see of counts: everyone what is certified, facilitators everything.
package import Domain
package import Store

/// The questions that the screens of counts ask.
package struct ReadCounts: Sendable {
  let database: Database

  package init(database: Database) { self.database = database }

  /// A process with its counts, and the rankings whose ballots can be counted.
  package struct ProcessCounts: Sendable {
    package let process: Process
    package let counts: [VoteCountReading]
    package let countable: [RankingReading]
  }

  /// For those who work on a process; nil if there is none, or it is not theirs to see.
  package func all(of slug: Slug, for actor: Actor) async throws -> ProcessCounts? {
    try await database.read { tx in
      guard let process = try tx.process(slug), actor.may(.readProcess, on: process.place) else {
        return nil
      }
      return ProcessCounts(
        process: process, counts: try tx.voteCounts(of: process.id),
        countable: try tx.rankings(of: process.id).filter {
          $0.ranking.status != .superseded && $0.ranking.source.format == .pabulib
        })
    }
  }
  /// One count, for those who work on it.
  package func one(_ id: VoteCount.ID, for actor: Actor) async throws -> VoteCountReading? {
    try await database.read { tx in
      guard let reading = try tx.voteCount(id), actor.may(.readProcess, on: reading.process.place)
      else { return nil }
      return reading
    }
  }
  /// The certified counts of a process, for everyone.
  package func published(of process: Process.ID) async throws -> [VoteCountReading] {
    try await database.read { tx in
      try tx.voteCounts(of: process).filter { $0.count.status == .certified }
    }
  }
  /// One certified count, for everyone; also after it was superseded.
  package func certified(_ id: VoteCount.ID) async throws -> VoteCountReading? {
    try await database.read { tx in
      try tx.voteCount(id).flatMap { $0.result?.certifiedAt == nil ? nil : $0 }
    }
  }
  /// The anonymised files of a certified count.
  package func files(of id: VoteCount.ID) async throws -> Files? {
    guard let files = try await database.read({ tx in try tx.published(of: id) }) else {
      return nil
    }
    return Files(
      ballots: files.ballots, purchases: files.purchases,
      traits: PublishedVote.traits(of: files.ballots))
  }

  /// What anyone may download to count again.
  package struct Files: Sendable {
    package let ballots: [UInt8]
    package let purchases: [UInt8]?
    /// What stands beside the ballots.
    package let traits: Set<VoterTrait>
  }
}
