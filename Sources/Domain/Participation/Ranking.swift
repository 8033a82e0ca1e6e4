// A ranking: the result of a vote, the rule applied to it, and what became of its ties.

/// The ranking of one process, all constituencies together. Never edited: each change is a new value.
package struct Ranking: Identified, Hashable, Sendable {
  package static let idPrefix = "rnk"

  package let id: Ranking.ID
  package let process: Process.ID
  package let result: VoteResult
  package let rule: RankingRule
  package let resolutions: [TieResolution]
  package let status: RankingStatus
  /// One table a constituency, in the result's order.
  package let tables: [RankingTable]

  /// Counts: the status says whether a tie stops it.
  package init(
    id: Ranking.ID, process: Process.ID, counting result: VoteResult, under rule: RankingRule
  ) {
    self.init(
      identity: (id, process), counted: (result, rule), resolutions: [],
      status: { .counted(openTies: $0) })
  }

  /// The ranking as it was stored: the tables are computed again from the result.
  package func restored(resolutions: [TieResolution], status: RankingStatus) -> Ranking {
    Ranking(
      identity: (id, process), counted: (result, rule), resolutions: resolutions,
      status: { _ in status })
  }

  private init(
    identity: (Ranking.ID, Process.ID), counted: (VoteResult, RankingRule),
    resolutions: [TieResolution],
    status: (_ openTies: Int) -> RankingStatus
  ) {
    (id, process) = identity
    (result, rule) = counted
    self.resolutions = resolutions
    tables = result.constituencies.map { [rule] in
      RankingTable($0, under: rule, resolutions: resolutions)
    }
    self.status = status(tables.reduce(0) { $0 + $1.openTies.count })
  }

  /// The ties that wait for an officer.
  package var openTies: [TiedGroup] { tables.flatMap(\.openTies) }
  /// Every tie, also those that decide nothing.
  package var ties: [TiedGroup] { tables.flatMap(\.ties) }

  /// The ranking with one more tie settled.
  package func resolving(_ resolution: TieResolution) throws(RankingRefusal) -> Ranking {
    if status != .tieOpen { _ = try status.after(.tieResolved(stillOpen: 0)) }
    for (index, id) in resolution.order.enumerated()
    where resolution.order.firstIndex(of: id) != index { throw .orderRepeats(id) }
    switch resolution.method {
    case .publicDraw:
      guard resolution.witnesses.contains(where: \.hasContent) else { throw .witnessesMissing }
    case .other:
      guard resolution.note.hasContent else { throw .noteMissing }
    case .jointWinners, .priorSupports: break
    }
    let isOfOpenTie = openTies.contains {
      $0.constituency == resolution.constituency && $0.projects == resolution.order.sorted()
    }
    guard isOfOpenTie else { throw .noSuchTie }
    let next = restored(resolutions: resolutions + [resolution], status: status)
    let status = try status.after(.tieResolved(stillOpen: next.openTies.count))
    return restored(resolutions: next.resolutions, status: status)
  }

  /// The ranking fixed for ever, with the bytes that its digest is taken of.
  package func certifying() throws(RankingRefusal) -> CertifiedRanking {
    let status = try status.after(.certified)
    return CertifiedRanking(restored(resolutions: resolutions, status: status))
  }

  /// The ranking after another one took its place.
  package func superseded() throws(RankingRefusal) -> Ranking {
    restored(resolutions: resolutions, status: try status.after(.superseded))
  }
}

extension String {
  fileprivate var hasContent: Bool { contains { !$0.isWhitespace } }
}
