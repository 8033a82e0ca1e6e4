// Makes over to the project what is held for a campaign that succeeded.
import Domain
package import Store

/// Finds campaigns that succeeded and for which money is held all the same: it came late. Safe to
/// run twice: what is held is read under the campaign's lock.
package struct SettleEscrow: Sendable {
  let database: Database
  let clock: WallClock
  let entropy: Entropy

  package static let batchMax = 200

  package init(database: Database, clock: WallClock, entropy: Entropy) {
    self.database = database
    self.clock = clock
    self.entropy = entropy
  }

  /// How many campaigns had something held.
  package func callAsFunction() async throws -> Int {
    let stamp = Stamp(at: clock.now, by: .system, entropy)
    let due = try await database.read { tx in try tx.campaignsHolding(limit: Self.batchMax) }
    var settled = 0
    for id in due {
      settled += try await database.write { tx in
        guard let campaign = try tx.campaignLocked(id), campaign.state == .succeeded else {
          return 0
        }
        return try tx.settleEscrow(of: campaign, stamp) == nil ? 0 : 1
      }
    }
    return settled
  }
}

extension Transaction {
  /// Moves all that is held for a campaign to its project, less what stays on the way. Call under
  /// the campaign's lock, once it has succeeded. Nil when nothing is held.
  func settleEscrow(of campaign: Campaign, _ stamp: Stamp) throws -> JournalEntry.ID? {
    let escrow = try balance(of: .escrow(campaign.id, campaign.currency))
    guard escrow.isPositive else { return nil }
    let header = JournalEntry.Header(
      id: stamp.entropy.id(at: stamp.now), effectiveOn: CivilDate(of: stamp.now),
      cause: .campaign(campaign.id))
    let part = try settlements(of: campaign.id) + 1
    // What comes late is never a sponsor's: promises end with the campaign.
    let sponsored = part == 1 ? try sponsored(campaign.id) : .zero
    let entry = try JournalEntry.campaignSettled(
      header, campaign.id, escrow: escrow,
      owed: balance(of: .projectReceivable(campaign.id, campaign.currency)),
      campaign.fees.deductions(
        from: escrow, sponsored: sponsored, providerFees: providerFees(of: campaign.id)))
    return try post(
      entry, key: .settle(campaign.id, part: part), by: stamp.actor, at: stamp.now
    ).entry
  }

  /// What sponsors have added to what is held for a campaign.
  func sponsored(_ campaign: Campaign.ID) throws -> Money {
    try matches(of: campaign).map(\.commitment).filter(\.isMoving).map(\.committed)
      .reduce(.zero, +)
  }
}
