// The table of budget lines.
package import Domain
import Literals

extension Transaction {
  /// The lines of a campaign's budget, in their order.
  package func budget(of campaign: Campaign.ID) throws -> [BudgetLine] {
    try rows(
      """
      SELECT id, position, title_it, title_en, minimum_cents, optimum_cents
        FROM budget_line
       WHERE campaign_id = \(campaign)
       ORDER BY position
      """
    ) { row in
      BudgetLine(
        id: try row("id"), position: try row("position"), title: try LocalText(row: row, "title"),
        minimum: try Money(row: row, "minimum_cents"),
        optimum: try Money(row: row, "optimum_cents"))
    }
  }
  /// Puts these lines in the place of all there were.
  package func replaceBudget(of campaign: Campaign.ID, with lines: [BudgetLine]) throws {
    try execute("DELETE FROM budget_line WHERE campaign_id = \(campaign)")
    for line in lines {
      try execute(
        """
        INSERT INTO budget_line (id, campaign_id, position, title_it, title_en, minimum_cents,
                                 optimum_cents)
             VALUES (\(line.id), \(campaign), \(line.position), \(line.title.italian),
                     \(line.title.english), \(line.minimum.cents), \(line.optimum.cents))
        """)
    }
  }
}
