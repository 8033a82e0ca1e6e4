// Records what was drawn in public, when a tie decides who gets money: the count is made again.
package import Domain
package import Store

/// The seed of the lot is the secret committed when the count was ordered, followed by the words.
package struct DrawLot: Sendable {
  let database: Database
  let clock: WallClock
  let entropy: Entropy

  package init(database: Database, clock: WallClock, entropy: Entropy) {
    self.database = database
    self.clock = clock
    self.entropy = entropy
  }

  package enum Outcome: Hashable, Sendable {
    case drawn
    case refused(CountStep.Refusal)
    case noSuchCount
    case notAllowed
  }

  package func callAsFunction(
    _ words: String, for id: VoteCount.ID, by actor: Actor
  ) async throws -> Outcome {
    let stamp = Stamp(at: clock.now, by: actor, entropy)
    return try await database.write { tx in
      guard let status = try tx.countStatusLocked(id), let reading = try tx.voteCount(id) else {
        return .noSuchCount
      }
      guard actor.may(.resolveTie, on: reading.process.place) else { return .notAllowed }
      let next: CountStatus
      do throws(CountStep.Refusal) { next = try status.after(.drawn) } catch {
        return .refused(error)
      }
      guard words.contains(where: { !$0.isWhitespace }) else { return .refused(.wordsMissing) }
      try tx.note(drawn: String(words.prefix(CountLot.wordsMax)), of: id)
      try tx.move(
        id,
        CountEventRow(
          id: entropy.id(at: stamp.now), step: (status, next), reason: words, by: actor.person,
          at: stamp.now))
      try tx.audit(.resolveTie, "vote_count", id.description, stamp)
      try tx.enqueue(QueuedTask(.countVotes, id.description), stamp)
      return .drawn
    }
  }
}
