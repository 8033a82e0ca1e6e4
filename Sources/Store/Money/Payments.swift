// The table of payments, and the history of their states.
package import Domain
import Literals

extension Transaction {
  /// Writes a new attempt and the first line of its history.
  package func insert(_ payment: Payment) throws {
    let terms = payment.terms
    try execute(
      """
      INSERT INTO payment (id, pledge_id, campaign_id, attempt, provider, idempotency_key,
                           provider_payment_id, amount_cents, shipping_cents, currency, status,
                           created_at, updated_at, expires_at)
           VALUES (\(payment.id), \(payment.pledge), \(payment.campaign), \(payment.attempt),
                   \(payment.provider), \(payment.idempotencyKey),
                   \(payment.providerReference), \(terms.amount.cents), \(terms.shipping.cents),
                   \(terms.amount.currency), \(payment.status), \(terms.createdAt),
                   \(terms.createdAt), \(terms.expiresAt))
      """)
    let first = PaymentChange(
      from: nil, to: payment.status, reason: "started", cause: "pledge \(payment.pledge)",
      at: terms.createdAt)
    try record(first, of: payment.id)
  }
  /// Writes what a payment has become, and the line of its history that says why.
  package func update(_ payment: Payment, _ change: PaymentChange) throws {
    try execute(
      """
      UPDATE payment
         SET status = \(payment.status), failure = \(payment.failure),
             provider_payment_id = \(payment.providerReference),
             hosted_page = \(payment.hostedPage), updated_at = \(change.at)
       WHERE id = \(payment.id)
      """)
    try record(change, of: payment.id)
  }
  /// The payment of an id, if there is one.
  package func payment(_ id: Payment.ID) throws -> Payment? {
    try first("\(fragment: paymentColumns) WHERE id = \(id)", as: Payment.init(row:))
  }
  /// The same, kept from changing until the transaction ends.
  package func paymentLocked(_ id: Payment.ID) throws -> Payment? {
    try first(
      """
      \(fragment: paymentColumns) WHERE id = \(id)
      \(sqlite: "", postgres: "FOR NO KEY UPDATE")
      """, as: Payment.init(row:))
  }
  /// The payment that a provider knows by its own id.
  package func payment(of provider: ProviderName, reference: String) throws -> Payment? {
    try first(
      """
      \(fragment: paymentColumns)
       WHERE provider = \(provider) AND provider_payment_id = \(reference)
      """, as: Payment.init(row:))
  }
  /// All attempts to pay for a pledge, the latest first.
  package func payments(of pledge: Pledge.ID) throws -> [Payment] {
    try rows(
      "\(fragment: paymentColumns) WHERE pledge_id = \(pledge) ORDER BY attempt DESC",
      as: Payment.init(row:))
  }
  /// Payments at a provider whose news may have been missed: still open, not heard of since, and
  /// not asked about lately. One that has been open for long is asked about more rarely.
  package func quietPayments(
    since: Instant, _ patience: QuietPatience, limit: Int
  ) throws -> [Payment.ID] {
    try rows(
      """
      SELECT id FROM payment
       WHERE status IN ('created', 'requiresAction', 'processing', 'reviewHold')
         AND provider <> \(ProviderName.bank) AND updated_at < \(since)
         AND (asked_at IS NULL
              OR asked_at < CASE WHEN created_at > \(patience.youngSince)
                                 THEN \(patience.youngAskedBefore)
                                 ELSE \(patience.oldAskedBefore) END)
       ORDER BY updated_at, id LIMIT \(limit)
      """
    ) { try $0("id") }
  }
  /// The payment that a provider knows by one of these ids.
  package func payment(
    of provider: ProviderName, namedBy ids: [String]
  ) throws -> Payment.ID? {
    for id in ids {
      if let known = try payment(of: provider, reference: id) { return known.id }
      let named = try first(
        "SELECT payment_id FROM payment_name WHERE provider = \(provider) AND name = \(id)"
      ) { try $0("payment_id", as: Payment.ID.self) }
      if let named { return named }
    }
    return nil
  }
  /// Notes the ids that a provider knows a payment by.
  package func name(
    _ payment: Payment.ID, at provider: ProviderName, _ ids: [String]
  ) throws {
    for id in Set(ids).sorted() {
      try execute(
        """
        INSERT INTO payment_name (provider, name, payment_id)
             VALUES (\(provider), \(id), \(payment))
        ON CONFLICT (provider, name) DO NOTHING
        """)
    }
  }
  /// Notes that a payment is being asked about.
  package func setAsked(_ payment: Payment.ID, at now: Instant) throws {
    try execute("UPDATE payment SET asked_at = \(now) WHERE id = \(payment)")
  }
  /// Payments that nobody finished in time. Transfers wait for the bank and are not among them.
  package func overduePayments(at now: Instant, limit: Int) throws -> [Payment.ID] {
    try rows(
      """
      SELECT id FROM payment
       WHERE status IN ('created', 'requiresAction') AND provider <> \(ProviderName.bank)
         AND expires_at < \(now)
       ORDER BY expires_at, id LIMIT \(limit)
      """
    ) { try $0("id") }
  }
  /// The history of a payment, the oldest line first.
  package func changes(of payment: Payment.ID) throws -> [PaymentChange] {
    try rows(
      """
      SELECT from_status, to_status, reason, cause, occurred_at
        FROM payment_event WHERE payment_id = \(payment) ORDER BY ordinal
      """
    ) { row in
      PaymentChange(
        from: try row("from_status"), to: try row("to_status"), reason: try row("reason"),
        cause: try row("cause"), at: try row("occurred_at"))
    }
  }
  /// Adds a line to the history of a payment. Call under the payment's lock.
  package func record(_ change: PaymentChange, of payment: Payment.ID) throws {
    try execute(
      """
      INSERT INTO payment_event (payment_id, ordinal, from_status, to_status, reason, cause,
                                 occurred_at)
      SELECT \(payment), COUNT(*) + 1, \(change.from), \(change.to), \(change.reason),
             \(change.cause), \(change.at)
        FROM payment_event WHERE payment_id = \(payment)
      """)
  }
}

/// When a quiet payment is asked about again.
package struct QuietPatience: Hashable, Sendable {
  /// A payment made after this is young.
  let youngSince: Instant
  let youngAskedBefore: Instant
  let oldAskedBefore: Instant

  /// A young payment is asked about every few minutes, one that is older than a day once a day.
  package init(at now: Instant) {
    youngSince = now - .days(1)
    youngAskedBefore = now - .minutes(4)
    oldAskedBefore = now - .days(1)
  }
}

private let paymentColumns: SQL = """
  SELECT id, pledge_id, campaign_id, attempt, provider, provider_payment_id, amount_cents,
         shipping_cents, currency, status, failure, hosted_page, created_at, expires_at
    FROM payment
  """

extension Payment {
  init(row: Row) throws {
    let currency: Currency = try row("currency")
    self.init(
      id: try row("id"), of: (try row("pledge_id"), try row("campaign_id")),
      at: try row("provider"), attempt: try row("attempt"),
      Terms(
        amount: Money(cents: try row("amount_cents"), currency),
        shipping: Money(cents: try row("shipping_cents"), currency),
        createdAt: try row("created_at"), expiresAt: try row("expires_at")))
    status = try row("status")
    failure = try row("failure")
    providerReference = try row("provider_payment_id")
    hostedPage = try row("hosted_page")
  }
}
