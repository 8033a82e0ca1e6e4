// Makes a count public for ever; an earlier certified one of the same constituency is superseded.
package import Domain
package import Store

/// Twice gives the same certificate. Replacing a certified count needs a reason.
package struct CertifyCount: Sendable {
  let database: Database
  let clock: WallClock
  let entropy: Entropy

  package init(database: Database, clock: WallClock, entropy: Entropy) {
    self.database = database
    self.clock = clock
    self.entropy = entropy
  }

  package enum Outcome: Hashable, Sendable {
    case certified(Digest)
    case repeated(Digest)
    /// Another count of this constituency is certified: taking its place needs a reason.
    case reasonMissing
    case refused(CountStep.Refusal)
    case noSuchCount
    case notAllowed
  }

  package func callAsFunction(
    _ id: VoteCount.ID, because reason: String = "", by actor: Actor
  ) async throws -> Outcome {
    let stamp = Stamp(at: clock.now, by: actor, entropy)
    return try await database.write { tx in
      guard let first = try tx.voteCount(id),
        try tx.processLocked(first.process.id) != nil,
        let status = try tx.countStatusLocked(id), let reading = try tx.voteCount(id)
      else { return .noSuchCount }
      guard actor.may(.certifyRanking, on: reading.process.place) else { return .notAllowed }
      if status == .certified, let result = reading.result { return .repeated(result.digest) }
      let next: CountStatus
      do throws(CountStep.Refusal) { next = try status.after(.certified) } catch {
        return .refused(error)
      }
      guard let result = reading.result, Digest(of: result.text) == result.digest,
        CountDocument(result.text) != nil
      else { throw Fault("the text of count \(id) is not the one that was counted") }
      if let earlier = try tx.certifiedCount(in: reading.constituency.id) {
        guard reason.contains(where: { !$0.isWhitespace }) else { return .reasonMissing }
        let step = (from: CountStatus.certified, to: CountStatus.superseded)
        try tx.move(earlier, event(step, reason, stamp))
      }
      try tx.certify(count: id, by: actor.person, at: stamp.now)
      try tx.record(event((status, next), result.digest.description, stamp), of: id)
      try tx.audit(
        .certifyRanking, "vote_count", id.description, stamp,
        detail: ["digest": result.digest.description])
      return .certified(result.digest)
    }
  }

  private func event(
    _ step: (from: CountStatus, to: CountStatus), _ reason: String, _ stamp: Stamp
  ) -> CountEventRow {
    CountEventRow(
      id: entropy.id(at: stamp.now), step: (step.from, step.to), reason: reason,
      by: stamp.actor.person, at: stamp.now)
  }
}
