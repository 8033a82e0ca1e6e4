// The lines of the providers' accounts with us, and where the ledger says something else.
package import Domain
import Literals

/// Where a provider's account and the ledger differ.
package struct MovementDifference: Hashable, Sendable {
  /// The payment, or the line of the provider's that is about none of ours.
  package let object: String
  package let payment: Payment.ID?
  /// What the provider's lines sum up to, and the postings of its account.
  package let provider: Money
  package let ledger: Money

  package init(object: String, payment: Payment.ID?, provider: Money, ledger: Money) {
    (self.object, self.payment) = (object, payment)
    (self.provider, self.ledger) = (provider, ledger)
  }
}

/// A settlement's own line in the provider's account.
package struct SettlementLine: Hashable, Sendable {
  package let reference: String
  package let settlement: String
  package let amount: Money
  package let occurredAt: Instant
}

extension Transaction {
  /// Keeps a line; false when it is known.
  package func insert(
    _ line: ProviderMovement, of provider: ProviderName, about payment: Payment.ID?
  ) throws -> Bool {
    try execute(
      """
      INSERT INTO provider_movement (provider, reference, kind, object_id, payment_name, payment_id,
                                     gross_cents, fee_cents, currency, occurred_at)
           VALUES (\(provider), \(line.reference), \(line.kind), \(line.object), \(line.payment),
                   \(payment), \(line.gross.cents), \(line.fee.cents), \(line.gross.currency),
                   \(line.createdAt))
      ON CONFLICT (provider, reference) DO NOTHING
      """) == 1
  }
  /// Notes which payment a line is about, where nobody knew it before; false where it was known.
  package func set(
    payment: Payment.ID, of line: ProviderMovement, at provider: ProviderName
  ) throws -> Bool {
    try execute(
      """
      UPDATE provider_movement SET payment_id = \(payment)
       WHERE provider = \(provider) AND reference = \(line.reference) AND payment_id IS NULL
      """) == 1
  }
  /// When the latest line that is known was made.
  package func latestMovement(of provider: ProviderName) throws -> Instant? {
    try first(
      """
      SELECT occurred_at FROM provider_movement WHERE provider = \(provider)
       ORDER BY occurred_at DESC LIMIT 1
      """
    ) { try $0("occurred_at") }
  }
  /// Settlements of which it is not yet known what they are made of.
  package func settlementsToOpen(of provider: ProviderName, limit: Int) throws
    -> [SettlementLine]
  {
    try rows(
      """
      SELECT reference, object_id, gross_cents, occurred_at FROM provider_movement
       WHERE provider = \(provider) AND kind = 'settlement' AND settlement IS NULL
       ORDER BY occurred_at, reference LIMIT \(limit)
      """
    ) { row in
      SettlementLine(
        reference: try row("reference"), settlement: try row("object_id"),
        amount: -(try Money(row: row, "gross_cents")), occurredAt: try row("occurred_at"))
    }
  }
  /// Lines that were about nobody's payment when they were read, and whose payment is known now.
  package func claimableMovements(of provider: ProviderName, limit: Int) throws
    -> [ProviderMovement]
  {
    try rows(
      """
      SELECT m.reference, m.kind, m.object_id, m.payment_name, m.gross_cents, m.fee_cents,
             m.occurred_at
        FROM provider_movement m
       WHERE m.provider = \(provider) AND m.payment_id IS NULL AND m.currency = 'EUR'
         AND (EXISTS (SELECT 1 FROM payment_name n
                       WHERE n.provider = m.provider AND n.name IN (m.object_id, m.payment_name))
              OR EXISTS (SELECT 1 FROM payment p
                          WHERE p.provider = m.provider
                            AND p.provider_payment_id IN (m.object_id, m.payment_name)))
       ORDER BY m.occurred_at, m.reference LIMIT \(limit)
      """
    ) { row in
      ProviderMovement(
        reference: try row("reference"), try row("kind"), object: try row("object_id"),
        payment: try row("payment_name"),
        amounts: (try Money(row: row, "gross_cents"), try Money(row: row, "fee_cents")),
        at: try row("occurred_at"))
    }
  }
  /// Transfers to our bank of which the ledger does not know, or not that they failed: however long
  /// ago their lines were read.
  package func settlementsUnbooked(of provider: ProviderName, limit: Int) throws
    -> [SettlementLine]
  {
    try rows(
      """
      SELECT m.reference, m.object_id, m.gross_cents, m.occurred_at
        FROM provider_movement m
        LEFT JOIN journal_entry e
          ON e.idempotency_key = 'payout:' || m.provider || ':' || m.object_id
       WHERE m.provider = \(provider)
         AND (m.kind = 'settlement' AND e.id IS NULL
              OR m.kind = 'settlementFailed'
                 AND NOT EXISTS (SELECT 1 FROM journal_entry r WHERE r.reverses = e.id))
       ORDER BY m.occurred_at, m.reference LIMIT \(limit)
      """
    ) { row in
      SettlementLine(
        reference: try row("reference"), settlement: try row("object_id"),
        amount: -(try Money(row: row, "gross_cents")), occurredAt: try row("occurred_at"))
    }
  }
  /// Notes the lines that a settlement is made of, its own among them.
  package func set(
    settlement: String, of lines: [String], at provider: ProviderName
  ) throws {
    for line in lines {
      try execute(
        """
        UPDATE provider_movement SET settlement = \(settlement)
         WHERE provider = \(provider) AND reference = \(line)
        """)
    }
  }
  /// Payments with a line in this span of time whose sum is not the ledger's, and lines that are
  /// about nothing we know.
  package func movementDifferences(
    of provider: ProviderName, since: Instant, until: Instant
  ) throws -> [MovementDifference] {
    let account = Account.provider(provider)
    let payments = try rows(
      """
      SELECT x.payment_id, x.provider_cents, x.ledger_cents
        FROM (SELECT p.id AS payment_id,
                     CAST((SELECT SUM(m.gross_cents - m.fee_cents) FROM provider_movement m
                            WHERE m.payment_id = p.id) AS BIGINT) AS provider_cents,
                     CAST((SELECT COALESCE(SUM(s.amount_cents), 0) FROM posting s
                            WHERE s.pledge_id = p.pledge_id AND s.payment_id = p.id
                              AND s.account_code = \(account)) AS BIGINT) AS ledger_cents
                FROM payment p
               WHERE p.id IN (SELECT m.payment_id FROM provider_movement m
                               WHERE m.provider = \(provider) AND m.occurred_at >= \(since)
                                 AND m.occurred_at < \(until))) x
       WHERE x.provider_cents <> x.ledger_cents
       ORDER BY x.payment_id LIMIT 500
      """
    ) { row in
      let id: Payment.ID = try row("payment_id")
      return MovementDifference(
        object: id.description, payment: id, provider: try Money(row: row, "provider_cents"),
        ledger: try Money(row: row, "ledger_cents"))
    }
    let strangers = try rows(
      """
      SELECT reference, CAST(gross_cents - fee_cents AS BIGINT) AS provider_cents
        FROM provider_movement
       WHERE provider = \(provider) AND occurred_at >= \(since) AND occurred_at < \(until)
         AND payment_id IS NULL
         AND kind IN ('capture', 'refund', 'refundFailed', 'disputeWithdrawn',
                      'disputeReinstated', 'other')
       ORDER BY occurred_at, reference LIMIT 500
      """
    ) { row in
      MovementDifference(
        object: try row("reference"), payment: nil,
        provider: try Money(row: row, "provider_cents"), ledger: .zero)
    }
    return payments + strangers
  }
}
