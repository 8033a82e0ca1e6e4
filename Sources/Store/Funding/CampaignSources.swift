// The table that ties a campaign for ever to the places its projects won.
package import Domain
import Literals

extension Transaction {
  /// Ties a campaign to a ranked project.
  package func insert(_ source: CampaignSource, of campaign: Campaign.ID) throws {
    try execute(
      """
      INSERT INTO campaign_project (campaign_id, project_id, ranking_id, place, ranked, votes, rule,
                                    digest)
           VALUES (\(campaign), \(source.project), \(source.ranking), \(source.place),
                   \(source.ranked), \(source.votes), \(source.rule), \(source.digest))
      """)
  }
  /// The ranked projects that a campaign raises money for, best place first.
  package func sources(of campaign: Campaign.ID) throws -> [CampaignSource] {
    try rows(
      """
      SELECT s.project_id, s.ranking_id, s.place, s.ranked, s.votes, s.rule, s.digest, j.title,
             w.slug
        FROM campaign_project s
        JOIN project j ON j.id = s.project_id
        JOIN process w ON w.id = j.process_id
       WHERE s.campaign_id = \(campaign)
       ORDER BY s.place, s.project_id
      """
    ) { row in
      CampaignSource(
        project: (try row("project_id"), try row("title")), ranking: try row("ranking_id"),
        result: (try row("place"), try row("ranked"), try row("votes")), rule: try row("rule"),
        digest: try row("digest"), process: try row("slug"))
    }
  }
}

extension Transaction {
  /// A project's place in a ranking, if that ranking is certified.
  package func certifiedPlace(of project: Project.ID, in ranking: Ranking.ID) throws
    -> CertifiedPlace?
  {
    try first(
      """
      SELECT \(fragment: placeColumns)
       WHERE k.project_id = \(project)
         AND k.ranking_id = \(ranking)
         AND g.status = 'certified'
      """, as: CertifiedPlace.init(row:))
  }
  /// Every place of every certified ranking, by process, constituency and place.
  package func certifiedPlaces(limit: Int = 500) throws -> [CertifiedPlace] {
    try rows(
      """
      SELECT \(fragment: placeColumns)
       WHERE g.status = 'certified'
       ORDER BY w.slug, g.constituency_id, k.place, k.sequence, k.project_id
       LIMIT \(limit)
      """, as: CertifiedPlace.init(row:))
  }
}

private let placeColumns: SQL = """
  k.project_id, k.ranking_id, k.place, k.votes, g.rule, g.digest, j.title, j.summary, j.cost_cents,
  w.id AS process_id, w.slug, w.organisation_id,
  (SELECT COUNT(*) FROM ranking_row n WHERE n.ranking_id = k.ranking_id) AS ranked,
  (SELECT MAX(c.slug)
     FROM campaign_project s
     JOIN campaign c ON c.id = s.campaign_id
    WHERE s.project_id = k.project_id
      AND c.status NOT IN ('rejected', 'cancelled', 'failed')) AS campaign_slug
  FROM ranking_row k
  JOIN ranking g ON g.id = k.ranking_id
  JOIN project j ON j.id = k.project_id
  JOIN process w ON w.id = g.process_id
  """

extension CertifiedPlace {
  init(row: Row) throws {
    let cents: Int64? = try row("cost_cents")
    self.init(
      source: CampaignSource(
        project: (try row("project_id"), try row("title")), ranking: try row("ranking_id"),
        result: (try row("place"), try row("ranked"), try row("votes")), rule: try row("rule"),
        digest: try row("digest"), process: try row("slug")),
      summary: try row("summary"), cost: cents.map { Money(cents: $0) },
      at: (try row("process_id"), try row("organisation_id")),
      campaign: try row("campaign_slug"))
  }
}
