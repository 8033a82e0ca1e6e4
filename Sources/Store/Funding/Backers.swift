// Backers who are people here: whose pledges are whose.
package import Domain
import Literals

extension Transaction {
  /// Binds the backer of someone's proved address to them, if nobody has it. Answers how many.
  package func bindBackers(to person: Person.ID) throws -> Int {
    try execute(
      """
      UPDATE backer SET person_id = \(person)
       WHERE person_id IS NULL
         AND email_key = (SELECT p.email_key
                            FROM person p
                           WHERE p.id = \(person) AND p.email_verified_at IS NOT NULL)
      """)
  }

  /// Someone's own pledges, the latest first.
  package func pledges(of person: Person.ID, limit: Int = 200) throws -> [OwnPledge] {
    try rows(
      """
      SELECT p.access_key, p.reference, c.title_it, c.title_en, p.amount_cents, p.currency,
             p.status, p.created_at
        FROM backer b
        JOIN pledge p ON p.backer_id = b.id
        JOIN campaign c ON c.id = p.campaign_id
       WHERE b.person_id = \(person)
       ORDER BY p.created_at DESC, p.id DESC
       LIMIT \(limit)
      """
    ) { row in
      OwnPledge(
        keys: (try row("access_key"), try row("reference")),
        titles: (try row("title_it"), try row("title_en")),
        total: Money(cents: try row("amount_cents"), try row("currency")),
        state: try row("status"), placedAt: try row("created_at"))
    }
  }
}
