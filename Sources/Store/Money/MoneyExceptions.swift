// What does not fit and waits for a person: never booked, never lost from sight.
package import Domain
import Literals

extension Transaction {
  /// Puts something on the desk, once for as long as it is open.
  package func open(_ exception: MoneyException) throws {
    try execute(
      """
      INSERT INTO money_exception (id, kind, payment_id, object_id, expected, found, opened_at,
                                   note)
           VALUES (\(exception.id), \(exception.kind), \(exception.payment),
                   \(exception.objectID), \(exception.expected), \(exception.found),
                   \(exception.openedAt), '')
      ON CONFLICT (kind, object_id) WHERE closed_at IS NULL DO NOTHING
      """)
  }
  /// What waits for a person, the oldest first.
  package func openExceptions(limit: Int = 100) throws -> [MoneyException] {
    try rows(
      """
      SELECT id, kind, payment_id, object_id, expected, found, opened_at
        FROM money_exception WHERE closed_at IS NULL ORDER BY opened_at, id LIMIT \(limit)
      """
    ) { row in
      MoneyException(
        id: try row("id"), kind: try row("kind"), payment: try row("payment_id"),
        objectID: try row("object_id"),
        expected: try row("expected"), found: try row("found"), openedAt: try row("opened_at"))
    }
  }
  /// Takes something off the desk with a note; answers false when it was closed before.
  package func close(
    _ id: MoneyException.ID, by person: Person.ID, note: String, at now: Instant
  ) throws -> Bool {
    try execute(
      """
      UPDATE money_exception SET closed_at = \(now), closed_by = \(person), note = \(note)
       WHERE id = \(id) AND closed_at IS NULL
      """) == 1
  }
}
