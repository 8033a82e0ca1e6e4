// The result of a vote, in one shape whatever file it came from: what each project got.

/// What was counted, per constituency, and the files that say so.
package struct VoteResult: Hashable, Sendable {
  /// What a project's score is made of.
  package enum Measure: String, CaseIterable, Hashable, Sendable {
    case votes
    case points
  }
  package let measure: Measure
  /// In the order in which the files name them.
  package let constituencies: [ConstituencyResult]
  package let sources: [VoteSource]

  package init(measure: Measure, constituencies: [ConstituencyResult], sources: [VoteSource]) {
    self.measure = measure
    self.constituencies = constituencies
    self.sources = sources
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
  /// Empty where a process has a single ranking.
  package let name: String
  /// How many people voted, where the file says so.
  package let voters: Int64?
  package let entries: [VoteEntry]

  package init(name: String, voters: Int64?, entries: [VoteEntry]) {
    self.name = name
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
  package let tally: Tally
  package let standing: Standing

  /// Whether the project takes part in the ranking.
  package enum Standing: Hashable, Sendable {
    case voted
    case withdrawn
    /// Its community joined it to another project of the file.
    case merged(into: ExternalID)
  }

  package init(
    id: ExternalID, described: Project.Description, tally: Tally, standing: Standing = .voted
  ) {
    self.id = id
    title = described.title
    summary = described.summary
    cost = described.cost
    self.tally = tally
    self.standing = standing
  }
}

extension VoteResult {
  /// One result out of `.pb` files, one a constituency, under the names that people know them by.
  /// Nil where some files carry votes and some points: the two cannot share a ranking.
  package init?(pabulib files: [(constituency: String, file: PabulibFile)], sources: [VoteSource]) {
    let measures = Set(files.map(\.file.meta.voteType.measure))
    guard let measure = measures.first, measures.count == 1 else { return nil }
    let results = files.map { ConstituencyResult(name: $0.constituency, $0.file) }
    self.init(measure: measure, constituencies: results, sources: sources)
  }
}

extension ConstituencyResult {
  /// Costs of a file that names no currency are taken for euro.
  init(name: String, _ file: PabulibFile) {
    let currency = file.meta.currency ?? .euro
    let entries = zip(file.projects, file.tallies()).map { project, tally in
      let cost = project.isWithdrawn ? nil : Money(cents: project.cost * 100, currency)
      return VoteEntry(
        id: project.id,
        described: .init(title: project.name, summary: project.summary, cost: cost),
        tally: tally, standing: project.isWithdrawn ? .withdrawn : .voted)
    }
    self.init(name: name, voters: Int64(file.ballots.count), entries: entries)
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
