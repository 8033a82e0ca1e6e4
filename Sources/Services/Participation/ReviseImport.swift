// Replaces what was imported by a corrected file; earlier rankings stay readable as superseded.
package import Domain
package import Store

/// As `ImportVoteResult`, but where a ranking exists it is superseded, with a public reason. A
/// campaign opened from a superseded ranking keeps its link to it.
package struct ReviseImport: Sendable {
  let database: Database
  let clock: WallClock
  let entropy: Entropy

  package init(database: Database, clock: WallClock, entropy: Entropy) {
    self.database = database
    self.clock = clock
    self.entropy = entropy
  }

  package enum Outcome: Hashable, Sendable {
    case done(ImportVoteResult.Outcome)
    /// Replacing what people voted needs a reason that they can read.
    case reasonMissing
  }

  package func callAsFunction(
    _ request: ImportVoteResult.Request, because reason: String, by actor: Actor
  ) async throws -> Outcome {
    guard reason.contains(where: { !$0.isWhitespace }) else { return .reasonMissing }
    return .done(
      try await VoteImporter(database: database, clock: clock, entropy: entropy)
        .run(request, replacing: reason, by: actor))
  }
}
