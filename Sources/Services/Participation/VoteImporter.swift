// What importing and revising have in common: read outside, then write everything at once.
import Domain
import Store

struct VoteImporter: Sendable {
  let database: Database
  let clock: WallClock
  let entropy: Entropy

  /// `replacing` is the reason for superseding rankings that exist; nil forbids it.
  func run(
    _ request: ImportVoteResult.Request, replacing reason: String?, by actor: Actor
  ) async throws -> ImportVoteResult.Outcome {
    let found = try await database.read { tx in try tx.process(request.process) }
    guard let process = found else { return .noSuchProcess }
    guard actor.may(.importVotes, on: process.place) else { return .notAllowed }
    let result: VoteResult
    // A large file takes a second to read: never inside the transaction.
    do throws(VoteFileRefusal) { result = try request.file.result() } catch {
      return .refused(error)
    }
    let hand = ImportInHand(
      process: process, file: request.file, source: request.file.source,
      rule: RankingRule(by: result.measure, winners: request.winners),
      stamp: Stamp(at: clock.now, by: actor, entropy))
    return try await database.write { tx in
      guard try tx.processLocked(process.id) != nil else { return .noSuchProcess }
      let earlier = try tx.rankings(of: process.id, madeFrom: hand.source.digest)
      let known = try tx.rankings(of: process.id).filter { $0.ranking.status != .superseded }
      let codes = Set(result.constituencies.map(\.code))
      let inForce = known.filter { codes.contains($0.ranking.constituency.code) }
      let isSame =
        Set(inForce.map(\.ranking.id)) == Set(earlier) && inForce.count == codes.count
        && inForce.allSatisfy { $0.ranking.rule == hand.rule }
      if isSame, !earlier.isEmpty { return .repeated(earlier) }
      if let reason {
        for reading in inForce { try hand.supersede(reading.ranking, because: reason, in: tx) }
      } else if !inForce.isEmpty {
        return .alreadyRanked(inForce.map(\.ranking.constituency.code))
      }
      return .imported(try hand.write(result, in: tx))
    }
  }
}

/// One import on its way into the tables.
private struct ImportInHand: Sendable {
  let process: Process
  let file: VoteFile
  let source: VoteSource
  let rule: RankingRule
  let stamp: Stamp

  func supersede(_ ranking: Ranking, because reason: String, in tx: Transaction) throws {
    let next = try ranking.superseded()
    try tx.move(ranking.id, event(from: ranking.status, to: next.status, reason))
  }

  func write(_ result: VoteResult, in tx: Transaction) throws -> [Ranking.ID] {
    let kept = VoteImport(
      id: stamp.entropy.id(at: stamp.now), process: process.id, source: source, fileName: file.name,
      content: file.bytes)
    try tx.insert(kept, by: stamp.actor.person, at: stamp.now)
    var constituencies = try tx.constituencies(of: process.id)
    var rankings: [Ranking.ID] = []
    for part in result.constituencies {
      let constituency: Constituency
      if let known = constituencies.first(where: { $0.code == part.code }) {
        constituency = known
      } else {
        constituency = Constituency(
          id: stamp.entropy.id(at: stamp.now), process: process.id, code: part.code,
          name: LocalText(italian: part.code),
          position: constituencies.count + 1)
        try tx.insert(constituency)
        constituencies.append(constituency)
      }
      let projects = try write(part.entries, of: constituency, in: tx)
      let ranking = Ranking(
        id: stamp.entropy.id(at: stamp.now), in: constituency, counting: part, from: source,
        under: rule)
      try tx.insert(ranking, projects: projects, from: kept.id, at: stamp.now)
      try tx.record(event(from: nil, to: ranking.status, file.name), of: ranking.id)
      rankings.append(ranking.id)
    }
    try tx.audit(
      .importVotes, "vote_import", kept.id.description, stamp,
      detail: ["digest": source.digest.description])
    return rankings
  }

  /// Writes what the file says of each project; those merged into another come after it.
  private func write(
    _ entries: [VoteEntry], of constituency: Constituency, in tx: Transaction
  ) throws -> [ExternalID: Project.ID] {
    var ids: [ExternalID: Project.ID] = [:]
    for known in try tx.projects(of: constituency.id) { ids[known.externalID] = known.id }
    for entry in entries where ids[entry.id] == nil {
      ids[entry.id] = stamp.entropy.id(at: stamp.now)
    }
    // A merged project may name another merged one, so all rows must be there before the names.
    for pass in [false, true] {
      for entry in entries {
        let status: Project.Status
        switch entry.standing {
        case .voted: status = .voted
        case .withdrawn: status = .withdrawn
        case .merged(let target):
          status = pass ? (ids[target].map { .merged(into: $0) } ?? .withdrawn) : .withdrawn
        }
        let isMerged = if case .merged = entry.standing { true } else { false }
        guard let id = ids[entry.id], pass == isMerged || !pass else { continue }
        // Only euro are kept: other currencies would be taken for euro later.
        let cost = entry.cost.flatMap { $0.currency == .euro ? $0 : nil }
        let project = Project(
          id: id, constituency: constituency.id, externalID: entry.id,
          described: .init(title: entry.title, summary: entry.summary, cost: cost),
          status: status)
        try tx.put(project, of: process.id, at: stamp.now)
      }
    }
    return ids
  }

  private func event(
    from: RankingStatus?, to: RankingStatus, _ reason: String
  ) -> RankingEventRow {
    RankingEventRow(
      id: stamp.entropy.id(at: stamp.now), step: (from, to), reason: reason, by: stamp.actor.person,
      at: stamp.now)
  }
}
