// A ranking: the result of a vote, the rule applied to it, and what became of its ties.

/// The ranking of one constituency. Never edited: each change is a new value.
package struct Ranking: Identified, Hashable, Sendable {
  package static let idPrefix = "rnk"

  package let id: Ranking.ID
  package let constituency: Constituency
  package let result: ConstituencyResult
  /// The file that the result was read from.
  package let source: VoteSource
  package let rule: RankingRule
  package private(set) var resolutions: [TieResolution] = []
  package private(set) var status: RankingStatus
  package private(set) var table: RankingTable

  /// Counts: the status says whether a tie stops it.
  package init(
    id: Ranking.ID, in constituency: Constituency, counting result: ConstituencyResult,
    from source: VoteSource, under rule: RankingRule
  ) {
    self.id = id
    self.constituency = constituency
    self.result = result
    self.source = source
    self.rule = rule
    table = RankingTable(result, under: rule)
    status = .counted(openTies: table.openTies.count)
  }

  /// The ranking as it was stored: its table is computed again.
  package func restored(resolutions: [TieResolution], status: RankingStatus) -> Ranking {
    var ranking = self
    ranking.resolutions = resolutions
    ranking.status = status
    ranking.table = RankingTable(result, under: rule, resolutions: resolutions)
    return ranking
  }

  /// The ties that wait for an officer.
  package var openTies: [TiedGroup] { table.openTies }

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
    guard openTies.contains(where: { $0.projects == resolution.order.sorted() }) else {
      throw .noSuchTie
    }
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
