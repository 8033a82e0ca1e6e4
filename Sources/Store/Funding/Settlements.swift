// What settling a campaign reads of the ledger.
package import Domain
import Literals

extension Transaction {
  /// Campaigns that succeeded and for which money is held all the same.
  package func campaignsHolding(limit: Int) throws -> [Campaign.ID] {
    try rows(
      """
      SELECT c.id
        FROM campaign c
        JOIN account_balance b ON b.account_code = 'escrow:' || c.id
       WHERE c.status = 'succeeded' AND b.posted_cents <> 0
       ORDER BY c.id LIMIT \(limit)
      """
    ) { try $0("id") }
  }
  /// How often a campaign was settled: once at its end, and again for money that came late.
  package func settlements(of campaign: Campaign.ID) throws -> Int {
    try first(
      """
      SELECT COUNT(*) AS n FROM journal_entry
       WHERE cause_kind = 'campaign' AND cause_id = \(campaign) AND kind = 'campaignSettled'
      """
    ) { try $0("n") } ?? 0
  }
  /// What the providers took of a campaign's payments and was not charged on to it yet.
  package func providerFees(of campaign: Campaign.ID) throws -> [ProviderName: Money] {
    let fees = try rows(
      """
      SELECT account_code, currency, CAST(SUM(amount_cents) AS BIGINT) AS cents
        FROM posting
       WHERE campaign_id = \(campaign)
         AND substr(account_code, 1, 13) = 'provider_fee:'
       GROUP BY account_code, currency
      """
    ) { row in
      let account: Account = try row("account_code")
      return (account.owner ?? "", Money(cents: try row("cents"), try row("currency")))
    }
    return Dictionary(
      fees.compactMap { owner, fee in ProviderName(owner).map { ($0, fee) } }
    ) { first, _ in first }
  }
  /// Payments of a campaign that hold money which would go back, and their sum.
  package func capturedPayments(of campaign: Campaign.ID) throws -> (count: Int, sum: Money) {
    try first(
      """
      SELECT COUNT(*) AS n, CAST(COALESCE(SUM(left_cents), 0) AS BIGINT) AS cents
        FROM (SELECT p.amount_cents
                     - (SELECT COALESCE(SUM(r.amount_cents - r.resent_cents), 0) FROM refund r
                         WHERE r.payment_id = p.id AND r.status <> 'rejected') AS left_cents
                FROM payment p
               WHERE p.campaign_id = \(campaign) AND p.status = 'succeeded') held
       WHERE left_cents > 0
      """
    ) { (try $0("n"), try Money(row: $0, "cents")) } ?? (0, .zero)
  }
}
