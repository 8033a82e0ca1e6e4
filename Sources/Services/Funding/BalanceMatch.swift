// Keeps sponsors' promises in step with what the crowd gave, in the transaction that changes it.
import Domain
package import Store

extension Transaction {
  /// Moves between a campaign's funds and what is held for it until each has added what its rule
  /// owes, as far as its money goes. Call after the postings that changed what was raised; safe to
  /// call at any time: when nothing is owed, nothing moves.
  func balanceMatch(of found: Campaign, cause: Cause, _ stamp: Stamp) throws {
    guard [.live, .onHold, .settling].contains(found.state) else { return }
    let campaign = found.id
    for fund in try matchFundsLocked(for: campaign) {
      guard var commitment = try commitment(of: fund.id, to: campaign), commitment.isMoving else {
        continue
      }
      let owed = fund.rule.owed(try matchBasis(of: campaign, for: fund.rule))
      let change = commitment.change(
        to: owed, available: try balance(of: .match(fund.id)))
      guard !change.isZero else { continue }
      try move(change, &commitment, cause: cause, stamp)
      commitment.state = commitment.committed.isZero ? .offered : .reserved
      try update(commitment)
    }
  }

  /// A fund has more money than before: what it could not promise yet moves now.
  func balanceMatches(of fund: MatchFund.ID, _ stamp: Stamp) throws {
    for one in try commitments(of: fund) where one.isMoving {
      guard let campaign = try campaign(one.campaign) else { continue }
      try balanceMatch(of: campaign, cause: .matchFund(fund), stamp)
    }
  }

  /// Positive from the fund to the campaign, negative back. The caller writes the commitment.
  func move(
    _ amount: Money, _ commitment: inout MatchCommitment, from account: Account? = nil,
    cause: Cause, _ stamp: Stamp
  ) throws {
    let header = stamp.header(cause)
    let (fund, campaign) = (commitment.fund, commitment.campaign)
    commitment.movements += 1
    let key = JournalKey.match(fund, campaign, movement: commitment.movements)
    let entry =
      amount.isPositive
      ? try JournalEntry.matchAdded(header, from: fund, to: campaign, amount)
      : try JournalEntry.matchReturned(
        header, to: fund, from: account ?? .escrow(campaign, amount.currency), of: campaign,
        -amount)
    _ = try post(entry, key: key, by: stamp.actor, at: stamp.now)
    commitment.committed += amount
  }
}

/// Ends promises with their campaigns: what came to nothing is the fund's again, what succeeded is
/// the project's. Safe to run twice: an ended promise is left alone.
package struct SettleMatches: Sendable {
  let database: Database
  let clock: WallClock
  let entropy: Entropy

  package static let batchMax = 200

  package init(database: Database, clock: WallClock, entropy: Entropy) {
    self.database = database
    self.clock = clock
    self.entropy = entropy
  }

  /// How many promises ended.
  @discardableResult
  package func callAsFunction() async throws -> Int {
    let stamp = Stamp(at: clock.now, by: .system, entropy)
    let due = try await database.read { tx in try tx.matchesToSettle(limit: Self.batchMax) }
    var ended = 0
    for one in due {
      ended += try await database.write { tx in
        guard try tx.matchFundLocked(one.fund) != nil, let campaign = try tx.campaign(one.campaign),
          var commitment = try tx.commitment(of: one.fund, to: one.campaign), commitment.isMoving
        else { return 0 }
        if campaign.state.returnsMoney {
          if commitment.committed.isPositive {
            try tx.move(
              -commitment.committed, &commitment, cause: .campaign(campaign.id), stamp)
          }
          commitment.state = .released
        } else if campaign.state == .succeeded {
          commitment.state = .due
        } else {
          return 0
        }
        try tx.update(commitment)
        return 1
      }
    }
    return ended
  }
}
