// What a campaign raised is one figure, wherever it is shown: list, page, public ledger, desk.
import Domain
import Literals
import Services
import Store
import Support
import Testing

@Test(arguments: TestEngine.all)
func `the raised figure is the ledger's, the same wherever it is shown`(engine: TestEngine)
  async throws
{
  try await engine.withDatabase { database in
    let world = try await FundingWorld(database)
    try await world.pay(.euro(30))
    let back = try await world.pay(.euro(12), by: "b@esempio.it")
    #expect(try await Set(world.shown()) == [.euro(42)])
    try await database.write { tx in
      let entry = try JournalEntry.wholeRefund(
        JournalEntry.Header(
          id: world.entropy.id(at: world.clock.now),
          effectiveOn: CivilDate(of: world.clock.now), cause: .payment(back.id)), of: back)
      _ = try tx.post(
        entry, key: .wholeRefund(of: back), by: .system, at: world.clock.now)
    }
    #expect(try await Set(world.shown()) == [.euro(30)], "what went back was not raised")
  }
}

@Test(arguments: TestEngine.all)
func `once decided, list, page and desk keep what the ledger said then`(engine: TestEngine)
  async throws
{
  try await engine.withDatabase { database in
    let world = try await FundingWorld(database)
    try await world.pay(.euro(42))
    world.clock.now = FundingWorld.closesAt
    _ = try await TurnCampaigns(
      database: database, clock: world.clock.port, entropy: world.entropy)()
    _ = try await SettleCampaign(
      database: database, clock: world.clock.port, entropy: world.entropy)(world.campaign.id)
    _ = try await ReturnFunds(
      database: database, clock: world.clock.port, entropy: world.entropy)()
    let (card, desk, now) = try await database.read { tx in
      (
        try tx.campaignCard(world.campaign.id)?.meter.raised,
        try tx.deskCampaign(world.campaign.id)?.meter.raised, try tx.raised(by: world.campaign.id)
      )
    }
    #expect(card == .euro(42))
    #expect(desk == .euro(42))
    #expect(now == .zero, "all of it went back")
  }
}

extension FundingWorld {
  /// The figure in each place that shows it.
  fileprivate func shown() async throws -> [Money?] {
    try await database.read { tx in
      let ledger = try tx.publicLedger(of: campaign.id, limit: 100, offset: 0)
      return [
        try tx.campaignCards(CampaignFilter(), limit: 10).first?.meter.raised,
        try tx.campaignPage(campaign.slug)?.card.meter.raised,
        try tx.deskCampaigns(in: [.live]).first?.meter.raised, ledger?.total,
        ledger?.rows.map(\.amount).reduce(.zero, +), try tx.raised(by: campaign.id),
      ]
    }
  }
}
