// The result of a vote, in one shape whatever file it came from: what each project got.

/// What one file says was counted, constituency by constituency.
package struct VoteResult: Hashable, Sendable {
  /// What a project's score is made of.
  package enum Measure: String, CaseIterable, Hashable, Sendable {
    case votes
    case points
  }
  package let measure: Measure
  /// In the order in which the file names them.
  package let constituencies: [ConstituencyResult]
  package let warnings: [VoteFileWarning]

  package init(
    measure: Measure, constituencies: [ConstituencyResult], warnings: [VoteFileWarning] = []
  ) {
    self.measure = measure
    self.constituencies = constituencies
    self.warnings = warnings
  }
}

/// A file that a result was read from.
package struct VoteSource: Hashable, Sendable {
  package enum Format: String, CaseIterable, Hashable, Sendable {
    case pabulib
    case csv
    case json
  }
  package let format: Format
  /// SHA-256 of the bytes as uploaded.
  package let digest: Digest
  package let sizeBytes: Int

  package init(format: Format, digest: Digest, sizeBytes: Int) {
    self.format = format
    self.digest = digest
    self.sizeBytes = sizeBytes
  }
}

/// The result in one constituency.
package struct ConstituencyResult: Hashable, Sendable {
  /// Empty where the process does not divide its voters.
  package let code: String
  /// How many people voted, where the file says so.
  package let voters: Int64?
  package let entries: [VoteEntry]

  package init(code: String, voters: Int64?, entries: [VoteEntry]) {
    self.code = code
    self.voters = voters
    self.entries = entries
  }
}

/// What one project got.
package struct VoteEntry: Hashable, Sendable {
  package let id: ExternalID
  package let title: String
  package let summary: String
  package let cost: Money?
  /// Votes or points.
  package let score: Int64
  package let standing: Standing

  /// Whether the project takes part in the ranking.
  package enum Standing: Hashable, Sendable {
    case voted
    case withdrawn
    /// Its community joined it to another project of the file.
    case merged(into: ExternalID)
  }

  package init(
    id: ExternalID, described: Project.Description, score: Int64, standing: Standing = .voted
  ) {
    self.id = id
    title = described.title
    summary = described.summary
    cost = described.cost
    self.score = score
    self.standing = standing
  }
}

extension VoteResult {
  /// The result of a `.pb` file, which holds one constituency; its name is not in the file.
  /// Costs of a file that names no currency are taken for euro.
  package init(_ file: PabulibFile, constituency code: String) {
    let currency = file.meta.currency ?? .euro
    let entries = zip(file.projects, file.tallies()).map { project, tally in
      let cost = project.isWithdrawn ? nil : Money(cents: project.cost * 100, currency)
      return VoteEntry(
        id: project.id,
        described: .init(title: project.name, summary: project.summary, cost: cost),
        score: tally.score, standing: project.isWithdrawn ? .withdrawn : .voted)
    }
    let result = ConstituencyResult(
      code: code, voters: Int64(file.ballots.count), entries: entries)
    self.init(
      measure: file.meta.voteType.measure, constituencies: [result], warnings: file.warnings)
  }
}

extension PabulibFile.VoteType {
  /// What a ranking of such ballots orders by.
  package var measure: VoteResult.Measure {
    switch self {
    case .approval, .chooseOne: .votes
    case .cumulative, .scoring, .ordinal: .points
    }
  }
}
