// Frees the rewards of pledges that were not paid in time, and tells their donors.
import Domain
package import Store

/// Lets unpaid pledges lapse once their time is over. Safe to run twice and beside a payment: each
/// pledge is looked at again under its own lock.
package struct ExpirePledges: Sendable {
  let database: Database
  let clock: WallClock
  let entropy: Entropy
  let letters: PledgeLetters

  /// Pledges of one run; the rest waits for the next.
  package static let batchMax = 200

  package init(
    database: Database, clock: WallClock, entropy: Entropy, letters: PledgeLetters
  ) {
    self.database = database
    self.clock = clock
    self.entropy = entropy
    self.letters = letters
  }

  /// How many lapsed.
  package func callAsFunction() async throws -> Int {
    let stamp = Stamp(at: clock.now, by: .system, entropy)
    let due = try await database.read { tx in
      try tx.expiredPledges(at: stamp.now, limit: Self.batchMax)
    }
    var lapsed = 0
    for id in due {
      lapsed += try await database.write { tx in
        guard var pledge = try tx.pledgeLocked(id), let expiresAt = pledge.expiresAt,
          expiresAt <= stamp.now, pledge.state.isPending
        else { return 0 }
        try tx.move(&pledge, on: .expire, stamp)
        // Once for each time that it lapses: it may be taken up again and lapse again.
        try letters.send(
          .lapsed, about: pledge, occasion: String(expiresAt.milliseconds), in: tx, stamp)
        return 1
      }
    }
    return lapsed
  }
}
