// What a campaign's published ledger lists, row by row with its seal.
package import Domain
import Literals

extension Transaction {
  /// The rows of a campaign's public ledger, the oldest first.
  package func provenRows(of campaign: Campaign.ID, limit: Int) throws -> [ProvenRow] {
    try rows(
      """
      SELECT e.id, e.effective_on, e.kind, -p.amount_cents AS cents, s.block_number, s.position,
             s.hash
        FROM posting p
        JOIN journal_entry e ON e.id = p.journal_entry_id
        LEFT JOIN sealed_entry s ON s.journal_entry_id = e.id
       WHERE p.campaign_id = \(campaign)
         AND p.account_code IN (\("escrow:\(campaign)"), \("project:\(campaign)"))
         AND p.pledge_id IS NOT NULL
       ORDER BY e.effective_on, e.id, p.line
       LIMIT \(limit)
      """
    ) { row in
      let block: Int64? = try row("block_number")
      let seal = try block.map {
        Seal(block: $0, position: try row("position"), hash: try row("hash"), lineMarks: [])
      }
      return ProvenRow(
        entry: try row("id"), on: try row("effective_on"), kind: try row("kind"),
        amount: try Money(row: row, "cents"), seal: seal)
    }
  }

  /// Every account with the day of its first posting and what it holds, debits positive.
  package func accountsInUse() throws -> [LedgerAccountLine] {
    try rows(
      """
      SELECT b.account_code, b.currency, b.posted_cents, f.first_on
        FROM account_balance b
        JOIN (SELECT p.account_code, MIN(e.effective_on) AS first_on
                FROM posting p JOIN journal_entry e ON e.id = p.journal_entry_id
               GROUP BY p.account_code) f ON f.account_code = b.account_code
       ORDER BY b.account_code
      """
    ) { row in
      LedgerAccountLine(
        code: try row("account_code"), currency: try row("currency"),
        firstOn: try row("first_on"), cents: try row("posted_cents"))
    }
  }
}
