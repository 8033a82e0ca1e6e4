// The desk's list of what may be paid out, and of the files that banks were given.
package import Domain
import Literals

extension Transaction {
  /// Campaigns that succeeded, the latest first, with their names.
  package func paidOutCampaigns(limit: Int = 100) throws -> [(Campaign.ID, CampaignName)] {
    try rows(
      """
      SELECT c.id AS campaign_id, c.slug, c.title_it, c.title_en
        FROM campaign c
       WHERE c.status = 'succeeded'
       ORDER BY c.closes_at DESC, c.id LIMIT \(limit)
      """
    ) { (try $0("campaign_id"), try CampaignName(row: $0)) }
  }
  package func bankFiles(limit: Int = 50) throws -> [BankFileLine] {
    try rows(
      """
      SELECT id, transfers, sum_cents, created_at
        FROM bank_file ORDER BY created_at DESC, id LIMIT \(limit)
      """
    ) { row in
      BankFileLine(
        id: try row("id"), transfers: try row("transfers"), sum: try Money(row: row, "sum_cents"),
        createdAt: try row("created_at"))
    }
  }
}
