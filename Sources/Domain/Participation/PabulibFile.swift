// An election as a Pabulib `.pb` file holds it: what was voted on, how, and every ballot.

/// A parsed `.pb` file. Voters' ids and attributes are checked and then forgotten.
package struct PabulibFile: Hashable, Sendable {
  package let meta: Meta
  package let projects: [PabulibProject]
  package let ballots: Ballots
  package let warnings: [VoteFileWarning]

  /// How people voted (`vote_type`).
  package enum VoteType: String, CaseIterable, Hashable, Sendable {
    case approval
    case chooseOne = "choose-1"
    case cumulative
    case scoring
    case ordinal
  }

  /// The values of META that a count needs, and all of them as written.
  package struct Meta: Hashable, Sendable {
    package let voteType: VoteType
    /// In whole units of the currency.
    package let budget: Int64
    package let currency: Currency?
    /// Points of a project that a scoring ballot does not name.
    package let defaultScore: Int64
    package let values: [String: String]
  }

  /// Reads a whole file, or says what is wrong with it and where.
  package init(_ bytes: [UInt8]) throws(VoteFileRefusal) {
    try VoteFileText.check(bytes)
    var reader = PabulibReader(bytes)
    let (meta, bounds) = try reader.readMeta()
    self.meta = meta
    projects = try reader.readProjects(under: meta, bounds)
    ballots = try reader.readBallots(of: projects, under: meta, bounds)
    reader.compareColumns(of: projects, with: ballots, under: meta)
    warnings = reader.warnings.all
  }
}

/// A row of PROJECTS.
package struct PabulibProject: Hashable, Sendable {
  package let id: ExternalID
  /// In whole units of the currency; `withdrawnCost` marks a withdrawn project.
  package let cost: Int64
  /// The project's name, or its id where the file gives none.
  package let name: String
  package let summary: String
  /// What the city did: 0 not funded, 1 funded, 2 and 3 by special clauses.
  package let selected: Int64?
  package let declaredVotes: Int64?
  package let declaredScore: Int64?
  /// What the file groups projects by, where it does.
  package let groups: [Profile.GroupColumn: String]
  package let line: Int

  package static let withdrawnCost: Int64 = 999_999_999
  package var isWithdrawn: Bool { cost == Self.withdrawnCost }
}

/// All ballots in three flat arrays: a city's hundred thousand need no object each.
package struct Ballots: Hashable, Sendable {
  private var starts: [Int32] = [0]
  /// Indices into the file's projects, ballot after ballot, in each ballot's own order.
  package private(set) var choices: [Int32] = []
  /// Points beside `choices`; empty where ballots carry none.
  package private(set) var points: [Int32] = []

  package var count: Int { starts.count - 1 }
  /// Where a ballot's choices (and points) stand.
  package subscript(index: Int) -> Range<Int> { Int(starts[index])..<Int(starts[index + 1]) }

  mutating func append(_ choices: [Int32], points: [Int32]) {
    self.choices += choices
    self.points += points
    starts.append(Int32(self.choices.count))
  }
}
