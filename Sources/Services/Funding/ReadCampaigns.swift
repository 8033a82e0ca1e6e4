// What screens of campaigns and pledges read: the public's, a donor's, the desk's.
package import Domain
package import Store

/// Answers the questions of public screens.
package struct ReadCampaigns: Sendable {
  let database: Database

  package init(database: Database) { self.database = database }

  /// A page of the list.
  package struct Listing: Sendable {
    package let cards: [CampaignCard]
    package let count: Int
    package let organisations: [(name: String, slug: Slug)]
  }
  package static let pageSize = 24

  /// The campaigns that a visitor asked for; pages count from 1.
  package func list(_ filter: CampaignFilter, page: Int = 1) async throws -> Listing {
    try await database.read { tx in
      Listing(
        cards: try tx.campaignCards(
          filter, limit: Self.pageSize, offset: (max(1, page) - 1) * Self.pageSize),
        count: try tx.campaignCount(filter),
        organisations: try tx.campaigningOrganisations())
    }
  }
  /// A campaign that the public may see.
  package func page(_ slug: Slug) async throws -> CampaignPage? {
    try await database.read { tx in
      guard var page = try tx.campaignPage(slug), page.campaign.state.isPublic else { return nil }
      if page.campaign.savesCards {
        page.promised = try tx.authorised(for: page.campaign.id).amount
      }
      return page
    }
  }
  /// Its public ledger; pages count from 1.
  package func ledger(_ slug: Slug, page: Int = 1, size: Int = 100) async throws -> PublicLedger? {
    try await database.read { tx in
      guard let campaign = try tx.campaign(slug), campaign.state.isPublic else { return nil }
      return try tx.publicLedger(
        of: campaign.id, limit: size, offset: (max(1, page) - 1) * size)
    }
  }
  /// A pledge, for whoever has its address.
  package func pledge(_ accessKey: String) async throws -> PledgePage? {
    try await database.read { tx in
      guard var page = try tx.pledgePage(accessKey: accessKey) else { return nil }
      page.agreed = try tx.mandates(of: page.pledge.id).first?.terms.wording
      return page
    }
  }
}

/// Answers the questions of the desk's screens, to those who may ask.
package struct ReadCampaignDesk: Sendable {
  let database: Database

  package init(database: Database) { self.database = database }

  /// The campaigns that this person may work on or look at.
  package func campaigns(for actor: Actor, in states: [CampaignState] = CampaignState.allCases)
    async throws -> [DeskCampaign]
  {
    try await database.read { tx in
      try tx.deskCampaigns(in: states).filter {
        actor.may(.readDraft, on: $0.campaign.location)
      }
    }
  }
  /// A draft with all its parts; nil when there is none that this person may see.
  package func draft(_ slug: Slug, for actor: Actor) async throws -> CampaignDraft? {
    try await database.read { tx in
      try tx.campaignDraft(slug).flatMap {
        actor.may(.readDraft, on: $0.campaign.location) ? $0 : nil
      }
    }
  }
  /// A campaign as its page will look, for those who may see the draft.
  package func preview(_ slug: Slug, for actor: Actor) async throws -> CampaignPage? {
    try await database.read { tx in
      try tx.campaignPage(slug).flatMap {
        actor.may(.readDraft, on: $0.campaign.location) ? $0 : nil
      }
    }
  }
  /// The pledges of a campaign, for those who may see backers.
  package func pledges(_ slug: Slug, for actor: Actor) async throws
    -> (campaign: DeskCampaign, pledges: [OwnedPledge])?
  {
    try await database.read { tx in
      guard let campaign = try tx.campaign(slug),
        actor.may(.readBackers, on: campaign.location),
        let row = try tx.deskCampaign(campaign.id)
      else { return nil }
      return (row, try tx.ownedPledges(of: campaign.id))
    }
  }
}
