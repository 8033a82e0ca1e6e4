// What the ledger says of a provider's account and the provider's lines do not: the other way round
// of the comparison.
package import Domain
import Literals

extension Transaction {
  /// What a provider holds for us by its own lines.
  package func held(by provider: ProviderName) throws -> Money {
    try first(
      """
      SELECT CAST(COALESCE(SUM(gross_cents - fee_cents), 0) AS BIGINT) AS cents
        FROM provider_movement WHERE provider = \(provider)
      """
    ) { try Money(row: $0, "cents") } ?? .zero
  }
  /// Payments that the ledger has booked on a provider's account in this span of time, and of which
  /// the provider has not a single line: nobody took that money.
  package func paymentsWithoutLine(
    of provider: ProviderName, since: Instant, until: Instant
  ) throws -> [MovementDifference] {
    let account = Account.provider(provider)
    return try rows(
      """
      SELECT s.payment_id, CAST(SUM(s.amount_cents) AS BIGINT) AS ledger_cents
        FROM posting s
       WHERE s.account_code = \(account) AND s.payment_id IN (
               SELECT b.payment_id
                 FROM journal_entry e JOIN posting b ON b.journal_entry_id = e.id
                WHERE e.recorded_at >= \(since) AND e.recorded_at < \(until)
                  AND b.account_code = \(account))
         AND NOT EXISTS (SELECT 1 FROM provider_movement m WHERE m.payment_id = s.payment_id)
       GROUP BY s.payment_id
      HAVING SUM(s.amount_cents) <> 0
       ORDER BY s.payment_id LIMIT 500
      """
    ) { row in
      let id: Payment.ID = try row("payment_id")
      return MovementDifference(
        object: id.description, payment: id, provider: .zero,
        ledger: try Money(row: row, "ledger_cents"))
    }
  }
  /// By how much a provider's account differed as a whole when a person took that off the desk
  /// last; nil when nobody did.
  package func acceptedDifference(of account: Account) throws -> Money? {
    let closed = try first(
      """
      SELECT expected, found FROM money_exception
       WHERE kind = \(MoneyException.Kind.movementDiffers) AND object_id = \(account)
         AND closed_by IS NOT NULL
       ORDER BY closed_at DESC LIMIT 1
      """
    ) { (try $0("expected", as: String.self), try $0("found", as: String.self)) }
    guard let closed, let expected = cents(closed.0), let found = cents(closed.1) else {
      return nil
    }
    return Money(cents: expected - found)
  }
  /// Whether something of a provider's account may still be on its way to the ledger, or the other
  /// way: a line or an entry since a time, or a difference that is on the desk already.
  package func isMoving(_ provider: ProviderName, since: Instant) throws -> Bool {
    let account = Account.provider(provider)
    let line = try first(
      """
      SELECT 1 AS one FROM provider_movement
       WHERE provider = \(provider) AND occurred_at >= \(since) LIMIT 1
      """
    ) { _ in true }
    let entry = try first(
      """
      SELECT 1 AS one FROM journal_entry e JOIN posting s ON s.journal_entry_id = e.id
       WHERE e.recorded_at >= \(since) AND s.account_code = \(account) LIMIT 1
      """
    ) { _ in true }
    let difference = try first(
      """
      SELECT 1 AS one FROM money_exception
       WHERE kind = \(MoneyException.Kind.movementDiffers) AND closed_at IS NULL
         AND object_id <> \(account) LIMIT 1
      """
    ) { _ in true }
    return line != nil || entry != nil || difference != nil
  }
}

/// The cents of an amount as the desk's differences show it.
private func cents(_ words: String) -> Int64? {
  words.split(separator: " ").first.flatMap { Int64($0) }
}
