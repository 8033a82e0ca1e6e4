// The table of campaign outcomes: decided once, never changed.
package import Domain
import Literals

extension Transaction {
  /// Writes how a campaign ended, with the digest of what it was decided from.
  package func insert(
    _ outcome: CampaignOutcome, of campaign: Campaign, backers: Int, digest: Digest
  ) throws {
    try execute(
      """
      INSERT INTO campaign_outcome (campaign_id, outcome, minimum_cents, optimum_cents,
                                    confirmed_cents, pending_cents, backers, cut_off_at,
                                    decided_at, digest)
           VALUES (\(campaign.id), \(outcome.verdict), \(outcome.minimum.cents),
                   \(campaign.target.optimum.cents), \(outcome.confirmed.cents),
                   \(outcome.pendingIgnored.cents), \(backers), \(outcome.decidedAt),
                   \(outcome.decidedAt), \(digest))
      """)
  }
  /// How a campaign ended; nil until it has.
  package func outcome(of campaign: Campaign) throws -> CampaignOutcome? {
    try first(
      """
      SELECT minimum_cents, confirmed_cents, pending_cents, decided_at
        FROM campaign_outcome
       WHERE campaign_id = \(campaign.id)
      """
    ) { row in
      CampaignOutcome(
        rule: campaign.rule, minimum: try Money(row: row, "minimum_cents"),
        confirmed: try Money(row: row, "confirmed_cents"),
        pendingIgnored: try Money(row: row, "pending_cents"), decidedAt: try row("decided_at"),
        passedMinimum: campaign.secondRoundAt != nil)
    }
  }
}
