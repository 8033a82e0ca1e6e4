// Takes the result of a vote into a process: keeps the file, writes projects, counts rankings.
package import Domain
package import Store

/// Imports a file; every constituency in it gets a ranking. The same bytes twice change nothing.
package struct ImportVoteResult: Sendable {
  let database: Database
  let clock: WallClock
  let entropy: Entropy

  package init(database: Database, clock: WallClock, entropy: Entropy) {
    self.database = database
    self.clock = clock
    self.entropy = entropy
  }

  package struct Request: Sendable {
    let process: Slug
    let file: VoteFile
    let winners: RankingRule.Winners

    package init(process: Slug, file: VoteFile, winners: RankingRule.Winners) {
      self.process = process
      self.file = file
      self.winners = winners
    }
  }
  package enum Outcome: Hashable, Sendable {
    case imported([Ranking.ID])
    /// These bytes were imported before.
    case repeated([Ranking.ID])
    case refused(VoteFileRefusal)
    /// Some constituencies have a ranking: replacing one needs a reason (`ReviseImport`).
    case alreadyRanked([String])
    case noSuchProcess
    case notAllowed
  }

  package func callAsFunction(_ request: Request, by actor: Actor) async throws -> Outcome {
    try await VoteImporter(database: database, clock: clock, entropy: entropy)
      .run(request, replacing: nil, by: actor)
  }
}
