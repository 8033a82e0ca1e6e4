// What donors, owners and reviewers see of pledges and campaigns.
package import Domain
import Literals

extension Transaction {
  /// A pledge's own page.
  package func pledgePage(accessKey: String) throws -> PledgePage? {
    guard let pledge = try pledge(accessKey: accessKey),
      let campaign = try campaign(pledge.campaign), let texts = try texts(of: campaign.id)
    else { return nil }
    return PledgePage(
      pledge: pledge, campaign: campaign, title: texts.title,
      organisation: try organisationName(campaign.organisation),
      reward: try pledge.reward.flatMap(reward), changes: try changes(of: pledge.id))
  }
  /// A campaign with all its parts, for setting up and reviewing.
  package func campaignDraft(_ slug: Slug) throws -> CampaignDraft? {
    guard let campaign = try campaign(slug), let texts = try texts(of: campaign.id) else {
      return nil
    }
    return CampaignDraft(
      campaign: campaign, texts: texts,
      organisation: try organisationName(campaign.organisation),
      parts: (
        try budget(of: campaign.id), try rewards(of: campaign.id),
        try pickUpPoints(of: campaign.organisation)
      ),
      sources: try sources(of: campaign.id), changes: try changes(of: campaign.id))
  }
  /// Campaigns for the desk, those changed last first.
  package func deskCampaigns(in states: [CampaignState], limit: Int = 200) throws
    -> [DeskCampaign]
  {
    try rows(
      """
      SELECT \(fragment: deskColumns)
       WHERE c.status IN (\(list: states))
       ORDER BY c.updated_at DESC, c.id
       LIMIT \(limit)
      """, as: DeskCampaign.init(row:))
  }
  /// One campaign as the desk lists it.
  package func deskCampaign(_ id: Campaign.ID) throws -> DeskCampaign? {
    try first("SELECT \(fragment: deskColumns) WHERE c.id = \(id)", as: DeskCampaign.init(row:))
  }
  /// How a campaign came to where it is, oldest first.
  package func changes(of campaign: Campaign.ID) throws -> [CampaignChange] {
    try rows(
      """
      SELECT e.from_status, e.to_status, e.reason, e.occurred_at, COALESCE(w.name, '') AS actor
        FROM campaign_event e
        LEFT JOIN person w ON w.id = e.actor_id
       WHERE e.campaign_id = \(campaign)
       ORDER BY e.occurred_at, e.id
      """
    ) { row in
      CampaignChange(
        from: try row("from_status"), to: try row("to_status"), reason: try row("reason"),
        actor: try row("actor"), at: try row("occurred_at"))
    }
  }
  /// The pledges of a campaign as its owner may see them: a name only where the donor allowed it
  /// or something has to be handed over.
  package func ownedPledges(of campaign: Campaign.ID, limit: Int = 1_000) throws
    -> [OwnedPledge]
  {
    try rows(
      """
      SELECT p.id, p.reference, p.status, p.amount_cents, p.created_at, r.title_it, r.title_en,
             CASE WHEN p.name_to_owner OR r.delivery IN ('pickUp', 'shipping')
                  THEN p.donor_name END AS name,
             p.ship_street, p.ship_postcode, p.ship_city, p.ship_province
        FROM pledge p
        LEFT JOIN reward r ON r.id = p.reward_id AND NOT p.reward_lost
       WHERE p.campaign_id = \(campaign)
         AND p.status IN (\(list: PledgeState.holding))
       ORDER BY p.created_at DESC, p.id
       LIMIT \(limit)
      """
    ) { row in
      let title: String? = try row("title_it")
      return OwnedPledge(
        id: try row("id"), reference: try row("reference"), state: try row("status"),
        amount: try Money(row: row, "amount_cents"),
        reward: try title.map { _ in try LocalText(row: row, "title") },
        who: (try row("name"), try PostalAddress(row: row)), placedAt: try row("created_at"))
    }
  }
  private func organisationName(_ id: Organisation.ID) throws -> String {
    try first("SELECT name FROM organisation WHERE id = \(id)") { try $0("name") } ?? ""
  }
}

private let deskColumns: SQL = """
  \(fragment: campaignColumns), c.title_it, c.title_en, c.summary_it, c.summary_en, c.story_it,
  c.story_en, c.place, c.picture, c.updated_at, o.name AS organisation,
  \(fragment: raisedCents) AS raised_cents
  FROM campaign c
  JOIN organisation o ON o.id = c.organisation_id
  LEFT JOIN campaign_outcome x ON x.campaign_id = c.id
  """

extension DeskCampaign {
  init(row: Row) throws {
    self.init(
      campaign: try Campaign(row: row), texts: try CampaignTexts(row: row),
      organisation: try row("organisation"),
      meter: Meter(
        raised: try Money(row: row, "raised_cents"), target: try BudgetTarget(row: row)),
      updatedAt: try row("updated_at"))
  }
}
