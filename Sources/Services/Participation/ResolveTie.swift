// Records how an officer settled a tie that decides who is chosen.
package import Domain
package import Store

/// Settles one tie of a ranking; when none is left open, the ranking can be certified.
package struct ResolveTie: Sendable {
  let database: Database
  let clock: WallClock
  let entropy: Entropy

  package init(database: Database, clock: WallClock, entropy: Entropy) {
    self.database = database
    self.clock = clock
    self.entropy = entropy
  }

  package enum Outcome: Hashable, Sendable {
    case resolved(RankingStatus)
    case refused(RankingRefusal)
    case noSuchRanking
    case notAllowed
  }

  package func callAsFunction(
    _ resolution: TieResolution, of id: Ranking.ID, by actor: Actor
  ) async throws -> Outcome {
    let stamp = Stamp(at: clock.now, by: actor, entropy)
    return try await database.write { tx in
      guard try tx.rankingStatusLocked(id) != nil, let reading = try tx.ranking(id) else {
        return .noSuchRanking
      }
      guard actor.may(.resolveTie, on: reading.process.place) else { return .notAllowed }
      let next: Ranking
      do throws(RankingRefusal) { next = try reading.ranking.resolving(resolution) } catch {
        return .refused(error)
      }
      guard let tie = next.table.ties.first(where: { $0.resolution == resolution }) else {
        return .refused(.noSuchTie)
      }
      let event = RankingEventRow(
        id: stamp.entropy.id(at: stamp.now), step: (reading.ranking.status, next.status),
        reason: resolution.method.rawValue, by: actor.person, at: stamp.now)
      try tx.insert(resolution, at: tie.place, of: id, event)
      try tx.update(order: next, projects: reading.projects)
      try tx.move(id, event)
      try tx.audit(
        .resolveTie, "ranking", id.description, stamp,
        detail: ["method": resolution.method.rawValue, "place": String(tie.place)])
      return .resolved(next.status)
    }
  }
}
