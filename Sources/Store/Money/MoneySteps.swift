// The history of refunds, disputes and payouts: one line a change, never altered.
package import Domain
import Literals

extension Transaction {
  /// Adds a line to the history of a thing. Call under that thing's lock.
  package func record(_ step: MoneyStep, of object: String) throws {
    try execute(
      """
      INSERT INTO money_step (object_id, ordinal, from_status, to_status, reason, person_id,
                              occurred_at)
      SELECT \(object), COUNT(*) + 1, \(step.from), \(step.to), \(step.reason), \(step.by),
             \(step.at)
        FROM money_step WHERE object_id = \(object)
      """)
  }
  /// The history of a thing, the oldest line first.
  package func steps(of object: String) throws -> [MoneyStep] {
    try rows(
      """
      SELECT from_status, to_status, reason, person_id, occurred_at
        FROM money_step WHERE object_id = \(object) ORDER BY ordinal
      """
    ) { row in
      MoneyStep(
        from: try row("from_status"), to: try row("to_status"), reason: try row("reason"),
        by: try row("person_id"), at: try row("occurred_at"))
    }
  }
}
