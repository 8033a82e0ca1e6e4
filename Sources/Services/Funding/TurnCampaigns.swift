// What the calendar does to campaigns: opens those approved, closes those whose time is up.
package import Domain
package import Store

/// Opens and closes campaigns whose date has come. Safe to run twice: one that has moved on is
/// skipped by the domain.
package struct TurnCampaigns: Sendable {
  let database: Database
  let clock: WallClock
  let entropy: Entropy

  /// Campaigns of one run and kind.
  package static let batchMax = 100

  package init(database: Database, clock: WallClock, entropy: Entropy) {
    self.database = database
    self.clock = clock
    self.entropy = entropy
  }

  /// How many opened and how many closed.
  package func callAsFunction() async throws -> (opened: Int, closed: Int) {
    let opened = try await turn(.approved, on: .open)
    let live = try await turn(.live, on: .deadline)
    let held = try await turn(.onHold, on: .deadline)
    return (opened, live + held)
  }

  private func turn(_ state: CampaignState, on event: CampaignEvent) async throws -> Int {
    let stamp = Stamp(at: clock.now, by: .system, entropy)
    let due = try await database.read { tx in
      try tx.dueCampaigns(in: state, at: stamp.now, limit: Self.batchMax)
    }
    var turned = 0
    for id in due where try await turn(id, on: event, stamp) { turned += 1 }
    return turned
  }

  /// Closes one campaign whose deadline has passed; false where it has not, or is closed.
  package func close(_ id: Campaign.ID) async throws -> Bool {
    try await turn(id, on: .deadline, Stamp(at: clock.now, by: .system, entropy))
  }

  private func turn(
    _ id: Campaign.ID, on event: CampaignEvent, _ stamp: Stamp
  ) async throws -> Bool {
    try await database.write { tx in
      guard var campaign = try tx.campaignLocked(id) else { return false }
      let context = CampaignContext(
        actor: nil, now: stamp.now, confirmed: try tx.raised(by: id))
      guard let next = try? campaign.next(on: event, in: context) else { return false }
      try tx.move(&campaign, on: event, to: next, stamp)
      return true
    }
  }
}
