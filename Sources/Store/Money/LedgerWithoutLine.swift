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
      SELECT x.payment_id, x.ledger_cents
        FROM (SELECT p.id AS payment_id,
                     CAST((SELECT SUM(s.amount_cents) FROM posting s
                            WHERE s.pledge_id = p.pledge_id AND s.payment_id = p.id
                              AND s.account_code = \(account)) AS BIGINT) AS ledger_cents
                FROM (SELECT DISTINCT b.payment_id
                        FROM journal_entry e
                        JOIN posting b ON b.journal_entry_id = e.id
                       WHERE e.recorded_at >= \(since) AND e.recorded_at < \(until)
                         AND b.account_code = \(account)) recent
                JOIN payment p ON p.id = recent.payment_id
               WHERE NOT EXISTS (SELECT 1 FROM provider_movement m
                                  WHERE m.payment_id = p.id)) x
       WHERE x.ledger_cents <> 0
       ORDER BY x.payment_id LIMIT 500
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
  /// way: a line or an entry since a time.
  package func isMoving(_ provider: ProviderName, since: Instant) throws -> Bool {
    let line = try first(
      """
      SELECT 1 AS one FROM provider_movement
       WHERE provider = \(provider) AND occurred_at >= \(since) LIMIT 1
      """
    ) { _ in true }
    if line != nil { return true }
    return try first(
      """
      SELECT 1 AS one FROM journal_entry e JOIN posting s ON s.journal_entry_id = e.id
       WHERE e.recorded_at >= \(since) AND s.account_code = \(Account.provider(provider)) LIMIT 1
      """
    ) { _ in true } ?? false
  }
  /// What the differences of a provider that are on the desk already come to.
  package func differencesOnDesk(of provider: ProviderName) throws -> Money {
    let account = Account.provider(provider)
    return try first(
      """
      SELECT CAST(COALESCE(SUM(
               CASE WHEN x.payment_id IS NULL
                    THEN (SELECT COALESCE(SUM(m.gross_cents - m.fee_cents), 0)
                            FROM provider_movement m
                           WHERE m.provider = \(provider) AND m.reference = x.object_id)
                    ELSE (SELECT COALESCE(SUM(m.gross_cents - m.fee_cents), 0)
                            FROM provider_movement m WHERE m.payment_id = p.id)
                       - (SELECT COALESCE(SUM(s.amount_cents), 0) FROM posting s
                           WHERE s.pledge_id = p.pledge_id AND s.payment_id = p.id
                             AND s.account_code = \(account))
               END), 0) AS BIGINT) AS cents
        FROM money_exception x
        LEFT JOIN payment p ON p.id = x.payment_id
       WHERE x.kind = \(MoneyException.Kind.movementDiffers) AND x.closed_at IS NULL
         AND x.object_id <> \(account) AND (x.payment_id IS NULL OR p.provider = \(provider))
      """
    ) { try Money(row: $0, "cents") } ?? .zero
  }
}

/// The cents of an amount as the desk's differences show it.
private func cents(_ words: String) -> Int64? {
  words.split(separator: " ").first.flatMap { Int64($0) }
}
