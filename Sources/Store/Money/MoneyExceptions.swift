// What does not fit and waits for a person: never booked, never lost from sight.
package import Domain
import Literals

extension Transaction {
  /// Puts something on the desk, once for as long as it is open. A difference that a person has
  /// taken off is not asked again with the very same sums.
  package func open(_ exception: MoneyException) throws {
    if exception.kind.isDifference, try isAnswered(exception) { return }
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
  private func isAnswered(_ exception: MoneyException) throws -> Bool {
    try first(
      """
      SELECT 1 AS found FROM money_exception
       WHERE kind = \(exception.kind) AND object_id = \(exception.objectID)
         AND expected = \(exception.expected) AND found = \(exception.found)
         AND closed_by IS NOT NULL LIMIT 1
      """
    ) { _ in true } ?? false
  }
  /// What waits for a person, the oldest first.
  package func openExceptions(limit: Int = 100) throws -> [MoneyException] {
    try rows(
      """
      SELECT id, kind, payment_id, object_id, expected, found, opened_at
        FROM money_exception WHERE closed_at IS NULL ORDER BY opened_at, id LIMIT \(limit)
      """, as: MoneyException.init(row:))
  }
  /// Takes off the desk what is gone by itself; answers how many there were. They stay on record,
  /// with the reason and without a person.
  @discardableResult
  package func closeGone(
    _ kinds: [MoneyException.Kind], about object: String, because: MoneyException.Gone,
    at now: Instant
  ) throws -> Int {
    try execute(
      """
      UPDATE money_exception SET closed_at = \(now), note = \(because.rawValue)
       WHERE object_id = \(object) AND kind IN (\(list: kinds)) AND closed_at IS NULL
      """)
  }
  /// Takes off the desk the differences with providers' lines that are none any more.
  @discardableResult
  package func closeSettledDifferences(at now: Instant) throws -> Int {
    try execute(
      """
      UPDATE money_exception
         SET closed_at = \(now), note = \(MoneyException.Gone.agrees.rawValue)
       WHERE kind = \(MoneyException.Kind.movementDiffers) AND closed_at IS NULL
         AND (EXISTS (SELECT 1 FROM provider_movement m
                       WHERE m.reference = money_exception.object_id
                         AND m.payment_id IS NOT NULL)
              OR EXISTS (SELECT 1 FROM payment p
                          WHERE p.id = money_exception.payment_id
                            AND (SELECT COALESCE(SUM(m.gross_cents - m.fee_cents), 0)
                                   FROM provider_movement m WHERE m.payment_id = p.id)
                              = (SELECT COALESCE(SUM(s.amount_cents), 0) FROM posting s
                                  WHERE s.pledge_id = p.pledge_id AND s.payment_id = p.id
                                    AND s.account_code = 'provider:' || p.provider)))
      """)
  }
  /// Something on the desk, kept from changing until the transaction ends; nil when there is none.
  package func exceptionLocked(_ id: MoneyException.ID) throws -> MoneyException? {
    try first(
      """
      SELECT id, kind, payment_id, object_id, expected, found, opened_at
        FROM money_exception WHERE id = \(id) \(sqlite: "", postgres: "FOR NO KEY UPDATE")
      """, as: MoneyException.init(row:))
  }
  /// Whether something of this kind about a payment waits for a person.
  package func hasOpenException(
    _ kind: MoneyException.Kind, about payment: Payment.ID
  ) throws -> Bool {
    try first(
      """
      SELECT 1 AS one FROM money_exception
       WHERE payment_id = \(payment) AND kind = \(kind) AND closed_at IS NULL LIMIT 1
      """
    ) { _ in true } ?? false
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

extension MoneyException {
  fileprivate init(row: Row) throws {
    self.init(
      id: try row("id"), kind: try row("kind"), payment: try row("payment_id"),
      objectID: try row("object_id"), expected: try row("expected"), found: try row("found"),
      openedAt: try row("opened_at"))
  }
}
