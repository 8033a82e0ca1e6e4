// The table of campaigns, and the history of their states.
package import Domain
import Literals

extension Transaction {
  /// Writes a new campaign.
  package func insert(_ campaign: Campaign, _ texts: CampaignTexts, at now: Instant) throws {
    try execute(
      """
      INSERT INTO campaign (id, slug, organisation_id, status, title_it, title_en, summary_it,
                            summary_en, story_it, story_en, place, picture, funding_rule, currency,
                            minimum_pledge_cents, opens_at, closes_at, card_charging,
                            platform_fee_basis_points, provider_fees_borne_by, author_id,
                            created_at, updated_at)
           VALUES (\(campaign.id), \(campaign.slug), \(campaign.organisation), \(campaign.state),
                   \(texts.title.italian), \(texts.title.english), \(texts.summary.italian),
                   \(texts.summary.english), \(texts.story.italian), \(texts.story.english),
                   \(texts.place), \(texts.picture), \(campaign.rule), \(campaign.currency),
                   \(campaign.minimumPledge.cents), \(campaign.opensAt), \(campaign.closesAt),
                   \(campaign.charging), \(campaign.fees.platformBasisPoints),
                   \(campaign.fees.providerFees), \(campaign.author), \(now), \(now))
      """)
  }
  /// The campaign of an address, if there is one.
  package func campaign(_ slug: Slug) throws -> Campaign? {
    try first(
      "SELECT \(fragment: campaignColumns) FROM campaign c WHERE c.slug = \(slug)",
      as: Campaign.init(row:))
  }
  /// The campaign of an id, if there is one.
  package func campaign(_ id: Campaign.ID) throws -> Campaign? {
    try first(
      "SELECT \(fragment: campaignColumns) FROM campaign c WHERE c.id = \(id)",
      as: Campaign.init(row:))
  }
  /// The same, kept from changing until the transaction ends.
  package func campaignLocked(_ id: Campaign.ID) throws -> Campaign? {
    try first(
      """
      SELECT \(fragment: campaignColumns) FROM campaign c WHERE c.id = \(id)
      \(sqlite: "", postgres: "FOR NO KEY UPDATE")
      """, as: Campaign.init(row:))
  }
  /// What a campaign says of itself.
  package func texts(of id: Campaign.ID) throws -> CampaignTexts? {
    try first(
      """
      SELECT title_it, title_en, summary_it, summary_en, story_it, story_en, place, picture
        FROM campaign
       WHERE id = \(id)
      """, as: CampaignTexts.init(row:))
  }
  /// Whether an address is taken.
  package func isTaken(_ slug: Slug) throws -> Bool {
    try first("SELECT 1 AS found FROM campaign WHERE slug = \(slug)") { _ in true } ?? false
  }
  /// Writes new words.
  package func update(_ texts: CampaignTexts, of id: Campaign.ID, at now: Instant) throws {
    try execute(
      """
      UPDATE campaign
         SET title_it = \(texts.title.italian), title_en = \(texts.title.english),
             summary_it = \(texts.summary.italian), summary_en = \(texts.summary.english),
             story_it = \(texts.story.italian), story_en = \(texts.story.english),
             place = \(texts.place), picture = \(texts.picture), updated_at = \(now)
       WHERE id = \(id)
      """)
  }
  /// Writes state, rule, least pledge and dates as the value has them.
  package func update(_ campaign: Campaign, at now: Instant) throws {
    try execute(
      """
      UPDATE campaign
         SET status = \(campaign.state), funding_rule = \(campaign.rule),
             minimum_pledge_cents = \(campaign.minimumPledge.cents),
             opens_at = \(campaign.opensAt), closes_at = \(campaign.closesAt),
             extended_at = CASE WHEN \(campaign.wasExtended)
                                THEN COALESCE(extended_at, \(now)) END,
             second_round_at = \(campaign.secondRoundAt),
             card_charging = \(campaign.charging),
             updated_at = \(now)
       WHERE id = \(campaign.id)
      """)
  }
  /// Notes who decided about a campaign; the schema refuses its author.
  package func set(reviewer: Person.ID, of id: Campaign.ID) throws {
    try execute("UPDATE campaign SET reviewer_id = \(reviewer) WHERE id = \(id)")
  }
  /// One more row of a campaign's history.
  package func record(_ event: CampaignEventRow) throws {
    try execute(
      """
      INSERT INTO campaign_event (id, campaign_id, from_status, to_status, reason, actor_kind,
                                  actor_id, occurred_at)
           VALUES (\(event.id), \(event.campaign), \(event.from), \(event.to), \(event.reason),
                   \(event.actor.kind.rawValue), \(event.actor.person), \(event.at))
      """)
  }
  /// What happened to a campaign in one row of its history, if there is such a row.
  package func campaignStep(_ id: CampaignEventRow.ID) throws
    -> (campaign: Campaign.ID, to: CampaignState, reason: String)?
  {
    try first("SELECT campaign_id, to_status, reason FROM campaign_event WHERE id = \(id)") {
      (try $0("campaign_id"), try $0("to_status"), try $0("reason"))
    }
  }
  /// Campaigns in a state whose date has come: opening dates for `approved`, deadlines otherwise.
  package func dueCampaigns(in state: CampaignState, at now: Instant, limit: Int) throws
    -> [Campaign.ID]
  {
    let column: SQL = state == .approved ? "opens_at" : "closes_at"
    return try rows(
      """
      SELECT id
        FROM campaign
       WHERE status = \(state)
         AND \(fragment: column) <= \(now)
       ORDER BY \(fragment: column), id
       LIMIT \(limit)
      """
    ) { try $0("id") }
  }
}

/// A row of a campaign's history.
package struct CampaignEventRow: Identified, Sendable {
  package static let idPrefix = "cev"

  let id: CampaignEventRow.ID
  let campaign: Campaign.ID
  let from: CampaignState?
  let to: CampaignState
  let reason: String
  let actor: Actor
  let at: Instant

  package init(
    id: CampaignEventRow.ID, campaign: Campaign.ID,
    step: (from: CampaignState?, to: CampaignState), reason: String, by actor: Actor, at: Instant
  ) {
    self.id = id
    self.campaign = campaign
    (from, to) = step
    self.reason = reason
    self.actor = actor
    self.at = at
  }
}

/// The columns that make a `Campaign`, with the sums of its budget lines.
let campaignColumns: SQL = """
  c.id, c.slug, c.organisation_id, c.status, c.funding_rule, c.currency, c.minimum_pledge_cents,
  c.opens_at, c.closes_at, c.extended_at, c.second_round_at, c.card_charging,
  c.platform_fee_basis_points, c.provider_fees_borne_by, c.author_id,
  (SELECT CAST(COALESCE(SUM(b.minimum_cents), 0) AS BIGINT)
     FROM budget_line b WHERE b.campaign_id = c.id) AS target_minimum_cents,
  (SELECT CAST(COALESCE(SUM(b.optimum_cents), 0) AS BIGINT)
     FROM budget_line b WHERE b.campaign_id = c.id) AS target_optimum_cents
  """

extension BudgetTarget {
  init(row: Row) throws {
    self.init(
      minimum: try Money(row: row, "target_minimum_cents"),
      optimum: try Money(row: row, "target_optimum_cents"))
  }
}

extension Campaign {
  init(row: Row) throws {
    let extended: Instant? = try row("extended_at")
    self.init(
      id: try row("id"), organisation: try row("organisation_id"), slug: try row("slug"),
      author: try row("author_id"), state: try row("status"), rule: try row("funding_rule"),
      minimumPledge: Money(cents: try row("minimum_pledge_cents"), try row("currency")),
      target: try BudgetTarget(row: row), opensAt: try row("opens_at"),
      closesAt: try row("closes_at"), wasExtended: extended != nil)
    secondRoundAt = try row("second_round_at")
    charging = try row("card_charging")
    fees = FeeRule(
      platformBasisPoints: try row("platform_fee_basis_points"),
      providerFees: try row("provider_fees_borne_by"))
  }
}

extension CampaignTexts {
  init(row: Row) throws {
    self.init(
      title: try LocalText(row: row, "title"), summary: try LocalText(row: row, "summary"),
      story: try LocalText(row: row, "story"), place: try row("place"),
      picture: try row("picture"))
  }
}
