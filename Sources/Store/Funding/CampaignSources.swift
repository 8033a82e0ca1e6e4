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
