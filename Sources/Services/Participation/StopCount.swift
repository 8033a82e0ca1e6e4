// Gives up a count: at once if it waits, as soon as the job hears it if it runs.
package import Domain
package import Store

package struct StopCount: Sendable {
  let database: Database
  let clock: WallClock
  let entropy: Entropy

  package init(database: Database, clock: WallClock, entropy: Entropy) {
    self.database = database
    self.clock = clock
    self.entropy = entropy
  }

  package enum Outcome: Hashable, Sendable {
    case stopped
    /// The job was told; it stops within a second.
    case asked
    case refused(CountStep.Refusal)
    case noSuchCount
    case notAllowed
  }

  package func callAsFunction(_ id: VoteCount.ID, by actor: Actor) async throws -> Outcome {
    let stamp = Stamp(at: clock.now, by: actor, entropy)
    return try await database.write { tx in
      guard let status = try tx.countStatusLocked(id), let reading = try tx.voteCount(id) else {
        return .noSuchCount
      }
      guard actor.may(.importVotes, on: reading.process.place) else { return .notAllowed }
      if status == .stopped { return .stopped }
      let next: CountStatus
      do throws(CountStep.Refusal) { next = try status.after(.stopped) } catch {
        return .refused(error)
      }
      try tx.askToStop(id)
      guard status != .counting else { return .asked }
      try tx.move(
        id,
        CountEventRow(
          id: entropy.id(at: stamp.now), step: (status, next), by: actor.person, at: stamp.now))
      try tx.audit(.importVotes, "vote_count", id.description, stamp, detail: ["step": "stopped"])
      return .stopped
    }
  }
}
