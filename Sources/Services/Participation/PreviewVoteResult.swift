// Shows what an import would do, and everything odd in the file, before anything is written.
package import Domain
package import Store

/// Reads a file of votes for a process and ranks it, writing nothing.
package struct PreviewVoteResult: Sendable {
  let database: Database

  package init(database: Database) { self.database = database }

  package enum Outcome: Sendable {
    case readable(Preview)
    case refused(VoteFileRefusal)
    case noSuchProcess
    case notAllowed
  }
  /// What would come of the file.
  package struct Preview: Sendable {
    package let process: Process
    package let result: VoteResult
    package let tables: [Table]
    /// Constituencies that have a ranking already: importing replaces it, with a reason.
    package let replaces: [String]
  }
  package struct Table: Sendable {
    package let constituency: String
    package let table: RankingTable
  }

  package func callAsFunction(
    _ file: VoteFile, into slug: Slug, winners: RankingRule.Winners, by actor: Actor
  ) async throws -> Outcome {
    let found = try await database.read { tx -> (Process, [RankingReading])? in
      guard let process = try tx.process(slug) else { return nil }
      guard actor.may(.importVotes, on: process.place) else { return (process, []) }
      return (process, try tx.rankings(of: process.id))
    }
    guard let (process, rankings) = found else { return .noSuchProcess }
    guard actor.may(.importVotes, on: process.place) else { return .notAllowed }
    let result: VoteResult
    do throws(VoteFileRefusal) { result = try file.result() } catch { return .refused(error) }
    let rule = RankingRule(by: result.measure, winners: winners)
    let ranked = rankings.filter { $0.ranking.status != .superseded }
      .map(\.ranking.constituency.code)
    return .readable(
      Preview(
        process: process, result: result,
        tables: result.constituencies.map {
          Table(constituency: $0.code, table: RankingTable($0, under: rule))
        },
        replaces: result.constituencies.map(\.code).filter(ranked.contains)))
  }
}
