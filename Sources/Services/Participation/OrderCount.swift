// Orders a count: which file of ballots, under which rule, with a lot committed from the start.
package import Domain
package import Store

/// Writes the count and leaves the counting to the job. The same order sent twice is one count.
package struct OrderCount: Sendable {
  let database: Database
  let clock: WallClock
  let entropy: Entropy

  package init(database: Database, clock: WallClock, entropy: Entropy) {
    self.database = database
    self.clock = clock
    self.entropy = entropy
  }

  package struct Request: Sendable {
    let ranking: Ranking.ID
    let parameters: CountParameters
    let purchases: [UInt8]?

    package init(ranking: Ranking.ID, parameters: CountParameters, purchases: [UInt8]? = nil) {
      self.ranking = ranking
      self.parameters = parameters
      self.purchases = purchases
    }
  }
  package enum Outcome: Hashable, Sendable {
    case ordered(VoteCount.ID)
    /// The same rule for the same file is under way or counted already.
    case repeated(VoteCount.ID)
    /// It was imported as totals: there are no ballots to count.
    case noBallots
    case purchasesRefused(VoteFileRefusal)
    case noSuchRanking
    case notAllowed
  }

  package func callAsFunction(_ request: Request, by actor: Actor) async throws -> Outcome {
    let found = try await database.read { tx -> (RankingReading, VoteImport)? in
      guard let reading = try tx.ranking(request.ranking),
        let file = try tx.voteImport(reading.file.id)
      else { return nil }
      return (reading, file)
    }
    guard let (reading, file) = found else { return .noSuchRanking }
    guard actor.may(.importVotes, on: reading.process.place) else { return .notAllowed }
    guard file.source.format == .pabulib else { return .noBallots }
    // Files are read outside the transaction: a large one takes a second.
    do throws(Recount.Refusal) {
      _ = try Recount.Election(file.content, purchases: request.purchases)
    } catch {
      switch error {
      case .purchases(let refusal), .file(let refusal): return .purchasesRefused(refusal)
      case .count: throw Fault("nothing was counted yet")
      }
    }
    let stamp = Stamp(at: clock.now, by: actor, entropy)
    let count = VoteCount(
      id: entropy.id(at: stamp.now), of: request.ranking, under: request.parameters,
      lot: CountLot(secret: entropy.bytes(CountLot.secretSize)))
    return try await database.write { tx in
      guard try tx.processLocked(reading.process.id) != nil else { return .noSuchRanking }
      let same = try tx.voteCounts(of: reading.process.id).first {
        $0.count.ranking == request.ranking && $0.count.parameters == request.parameters
          && request.purchases == nil
          && ![.stopped, .failed, .superseded].contains($0.count.status)
      }
      if let same { return .repeated(same.count.id) }
      try tx.insert(count, in: reading, purchases: request.purchases, at: stamp.now)
      try tx.record(
        CountEventRow(
          id: entropy.id(at: stamp.now), step: (nil, .ordered), by: actor.person, at: stamp.now),
        of: count.id)
      try tx.audit(
        .importVotes, "vote_count", count.id.description, stamp,
        detail: [
          "rule": request.parameters.rule.rawValue,
          "lot": Digest(of: count.lot.secret).description,
        ])
      try tx.enqueue(QueuedTask(.countVotes, count.id.description), stamp)
      return .ordered(count.id)
    }
  }
}
