// What a campaign raised: the one place that computes it, for lists, pages, meters and the desk.
package import Domain
import Literals

/// The money that came in for campaign `c` and did not go back, from the postings alone: gifts and
/// rewards without shipping, refunds and lost disputes taken off. Only postings about a pledge
/// count, so that handing the money over changes nothing.
let heldCents: SQL = """
  (SELECT CAST(COALESCE(-SUM(t.amount_cents), 0) AS BIGINT)
     FROM posting t
    WHERE t.campaign_id = c.id
      AND t.account_code IN ('escrow:' || c.id, 'project:' || c.id,
                             'project_receivable:' || c.id)
      AND t.pledge_id IS NOT NULL)
  """

/// The figure that people are shown: as long as campaign `c` runs, what the ledger says; once its
/// outcome `x` is decided, what the ledger said then, also after the money has gone back.
let raisedCents: SQL =
  "CASE WHEN x.campaign_id IS NULL THEN \(fragment: heldCents) ELSE x.confirmed_cents END"

extension Transaction {
  /// What the ledger holds or held for a campaign at this moment.
  package func raised(by campaign: Campaign.ID) throws -> Money {
    try first(
      "SELECT \(fragment: heldCents) AS raised_cents FROM campaign c WHERE c.id = \(campaign)"
    ) { try Money(row: $0, "raised_cents") } ?? .zero
  }
}
