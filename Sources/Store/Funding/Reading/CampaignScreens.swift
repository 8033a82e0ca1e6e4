// What the public list and page of campaigns show.
package import Domain
import Literals

extension Transaction {
  /// The campaigns a visitor asked for, open ones that close soonest first, then the latest ended.
  package func campaignCards(_ filter: CampaignFilter, limit: Int, offset: Int = 0) throws
    -> [CampaignCard]
  {
    try rows(
      """
      SELECT \(fragment: cardColumns)
       WHERE \(fragment: condition(filter))
       ORDER BY CASE WHEN c.status IN ('live', 'onHold') THEN 0
                     WHEN c.status = 'settling' THEN 1 ELSE 2 END,
                CASE WHEN c.status IN ('live', 'onHold') THEN c.closes_at ELSE -c.closes_at END,
                c.id
       LIMIT \(limit) OFFSET \(offset)
      """, as: CampaignCard.init(row:))
  }
  /// How many campaigns there are of those asked for.
  package func campaignCount(_ filter: CampaignFilter) throws -> Int {
    try first(
      """
      SELECT COUNT(*) AS campaigns
        FROM campaign c
        JOIN organisation o ON o.id = c.organisation_id
       WHERE \(fragment: condition(filter))
      """
    ) { try $0("campaigns") } ?? 0
  }
  /// The organisations with a campaign that the public may see, for the list's filter.
  package func campaigningOrganisations() throws -> [(name: String, slug: Slug)] {
    try rows(
      """
      SELECT o.name, o.slug
        FROM organisation o
       WHERE EXISTS (SELECT 1 FROM campaign c
                      WHERE c.organisation_id = o.id
                        AND c.status IN (\(list: publicStates)))
       ORDER BY o.name
      """
    ) { (try $0("name"), try $0("slug")) }
  }
  /// One campaign as a card, whatever its state.
  package func campaignCard(_ id: Campaign.ID) throws -> CampaignCard? {
    try first("SELECT \(fragment: cardColumns) WHERE c.id = \(id)", as: CampaignCard.init(row:))
  }
  /// Everything on a campaign's page.
  package func campaignPage(_ slug: Slug) throws -> CampaignPage? {
    guard let campaign = try campaign(slug), let card = try campaignCard(campaign.id) else {
      return nil
    }
    var page = CampaignPage(
      campaign: campaign, card: card, lines: try budget(of: campaign.id),
      rewards: try rewards(of: campaign.id), sources: try sources(of: campaign.id),
      recent: try recentBackers(of: campaign.id), outcome: try outcome(of: campaign))
    page.matches = try matches(of: campaign.id)
    return page
  }
  /// The last who paid. What a donor did not allow to be shown does not leave the database; and
  /// their order is chance, or who hides an amount could be found in the public ledger by place and
  /// day.
  package func recentBackers(of campaign: Campaign.ID, limit: Int = 8) throws -> [RecentBacker] {
    try rows(
      """
      SELECT name, cents, day_at
        FROM (SELECT CASE WHEN name_public THEN donor_name END AS name,
                     CASE WHEN amount_public THEN amount_cents - shipping_cents END AS cents,
                     CASE WHEN amount_public OR NOT name_public THEN confirmed_at END AS day_at,
                     reference
                FROM pledge
               WHERE campaign_id = \(campaign)
                 AND status IN ('confirmed', 'closed')
                 AND confirmed_at IS NOT NULL
               ORDER BY confirmed_at DESC, id DESC
               LIMIT \(limit)) latest
       ORDER BY reference
      """
    ) { row in
      let cents: Int64? = try row("cents")
      let day: Instant? = try row("day_at")
      return RecentBacker(
        name: try row("name"), amount: cents.map { Money(cents: $0) },
        on: day.map { CivilDate(of: $0) })
    }
  }
  /// How many people have paid.
  package func backers(of campaign: Campaign.ID) throws -> Int {
    try first(
      "SELECT \(fragment: backerCount) AS backers FROM campaign c WHERE c.id = \(campaign)"
    ) { try $0("backers") } ?? 0
  }
  /// The public ledger of a campaign, newest first.
  package func publicLedger(of id: Campaign.ID, limit: Int, offset: Int) throws -> PublicLedger? {
    guard let card = try campaignCard(id) else { return nil }
    let rows = try rows(
      """
      SELECT j.effective_on, j.kind, -t.amount_cents AS cents
        FROM posting t
        JOIN journal_entry j ON j.id = t.journal_entry_id
       WHERE t.campaign_id = \(id)
         AND t.account_code IN (\("escrow:\(id)"), \("project:\(id)"))
         AND t.pledge_id IS NOT NULL
       ORDER BY j.effective_on DESC, j.id DESC
       LIMIT \(limit) OFFSET \(offset)
      """
    ) { row in
      PublicLedgerRow(
        on: try row("effective_on"), kind: try row("kind"), amount: try Money(row: row, "cents"))
    }
    let count: Int? = try first(
      """
      SELECT COUNT(*) AS entries
        FROM posting t
        JOIN journal_entry j ON j.id = t.journal_entry_id
       WHERE t.campaign_id = \(id)
         AND t.account_code IN (\("escrow:\(id)"), \("project:\(id)"))
         AND t.pledge_id IS NOT NULL
      """
    ) { try $0("entries") }
    return PublicLedger(
      card: card, rows: rows, count: count ?? 0, total: try raised(by: id))
  }

  private func condition(_ filter: CampaignFilter) -> SQL {
    let states = filter.status?.states ?? publicStates
    var condition: SQL = "c.status IN (\(list: states))"
    if let organisation = filter.organisation {
      condition = "\(fragment: condition) AND o.slug = \(organisation)"
    }
    if let delivery = filter.delivery {
      condition = """
        \(fragment: condition)
        AND EXISTS (SELECT 1 FROM reward r
                     WHERE r.campaign_id = c.id AND r.delivery = \(delivery))
        """
    }
    for word in filter.words.lowercased().split(whereSeparator: \.isWhitespace).prefix(8) {
      let pattern = "%\(word.filter { $0 != "%" && $0 != "_" && $0 != "\\" })%"
      condition = """
        \(fragment: condition)
        AND LOWER(c.title_it || ' ' || c.title_en || ' ' || c.summary_it || ' ' || c.summary_en
                  || ' ' || c.place || ' ' || o.name) LIKE \(pattern)
        """
    }
    return condition
  }
}

private let publicStates = CampaignState.allCases.filter(\.isPublic)

/// What sponsors' funds have added to campaign `c`.
private let matchedCents: SQL = """
  (SELECT CAST(COALESCE(SUM(m.committed_cents), 0) AS BIGINT)
     FROM match_commitment m
    WHERE m.campaign_id = c.id)
  """
private let backerCount: SQL = """
  (SELECT COUNT(DISTINCT p.backer_id)
     FROM pledge p
    WHERE p.campaign_id = c.id
      AND p.status IN ('confirmed', 'closed'))
  """
/// The columns of a card, and where they come from. Once a campaign is settled, who backed it is
/// who had when that was decided.
private let cardColumns: SQL = """
  \(fragment: campaignColumns), c.title_it, c.title_en, c.summary_it, c.summary_en,
  c.story_it, c.story_en, c.place, c.picture, o.name AS organisation,
  o.slug AS organisation_slug, x.outcome, \(fragment: matchedCents) AS matched_cents,
  \(fragment: raisedCents) AS raised_cents,
  CASE WHEN x.campaign_id IS NULL THEN \(fragment: backerCount) ELSE x.backers END AS backers
  FROM campaign c
  JOIN organisation o ON o.id = c.organisation_id
  LEFT JOIN campaign_outcome x ON x.campaign_id = c.id
  """

extension CampaignCard {
  init(row: Row) throws {
    self.init(
      id: try row("id"), slug: try row("slug"), state: try row("status"),
      texts: try CampaignTexts(row: row),
      owner: (try row("organisation"), try row("organisation_slug")),
      progress: (
        Meter(
          raised: try Money(row: row, "raised_cents"), target: try BudgetTarget(row: row),
          matched: try Money(row: row, "matched_cents")),
        try row("backers")
      ),
      dates: (try row("opens_at"), try row("closes_at")), verdict: try row("outcome"))
  }
}
