// The public list and page of campaigns, and a donor's own page, read no table that grows with
// pledges from end to end: the plan of each statement says so.
import Domain
import Literals
@testable import Store
import Support
import Testing

@Test(arguments: TestEngine.all)
func `no public page of campaigns reads a growing table from end to end`(engine: TestEngine)
  async throws
{
  try await engine.withDatabase { database in
    let world = try await FundingWorld(database)
    let pledge = try await world.place(world.request(for: world.box, token: "1"))
    let scans = try await database.read { tx in
      if tx.dialect == .postgres { try tx.execute("SET LOCAL enable_seqscan = off") }
      let planned = PlannedConnection(tx, aliases: ["p", "t", "j", "e"])
      try ask(Transaction(on: planned), world, pledge)
      #expect(planned.statements > 30)
      return planned.scans
    }
    #expect(scans == [])
  }
}

/// Everything that the public's pages ask of campaigns, and the desk's list of them.
private func ask(_ tx: Transaction, _ world: FundingWorld, _ pledge: Pledge) throws {
  var words = CampaignFilter()
  words.words = "pane libertà"
  var delivery = CampaignFilter()
  delivery.delivery = .pickUp
  var organisation = CampaignFilter()
  organisation.organisation = Slug("forno-pane-e-liberta")
  var open = CampaignFilter()
  open.status = .open
  for filter in [CampaignFilter(), words, delivery, organisation, open] {
    _ = try tx.campaignCards(filter, limit: 24)
    _ = try tx.campaignCount(filter)
  }
  _ = try tx.campaigningOrganisations()
  _ = try tx.campaignPage(world.campaign.slug)
  _ = try tx.publicLedger(of: world.campaign.id, limit: 100, offset: 0)
  _ = try tx.raised(by: world.campaign.id)
  _ = try tx.backers(of: world.campaign.id)
  _ = try tx.pending(for: world.campaign.id)
  _ = try tx.pledgePage(accessKey: pledge.keys.accessKey)
  _ = try tx.deskCampaigns(in: CampaignState.allCases)
  _ = try tx.ownedPledges(of: world.campaign.id)
  for reward in [world.box, world.loaf] { _ = try tx.taken(of: reward.id) }
  _ = try tx.expiredPledges(at: world.clock.now, limit: 100)
}
