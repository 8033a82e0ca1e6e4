// The sandbox provider's own tables. Only the sandbox reads and writes them.
package import Domain
import Literals

extension Transaction {
  /// The payment made under a key, if one was.
  package func sandboxPayment(madeUnder key: String) throws -> SandboxPayment? {
    try first(
      "\(fragment: sandboxColumns) WHERE idempotency_key = \(key)",
      as: SandboxPayment.init(row:))
  }
  /// A payment, kept from changing until the transaction ends.
  package func sandboxPaymentLocked(_ id: SandboxPayment.ID) throws -> SandboxPayment? {
    try first(
      """
      \(fragment: sandboxColumns) WHERE id = \(id)
      \(sqlite: "", postgres: "FOR NO KEY UPDATE")
      """, as: SandboxPayment.init(row:))
  }
  /// A payment as it is.
  package func sandboxPayment(_ id: SandboxPayment.ID) throws -> SandboxPayment? {
    try first(
      "\(fragment: sandboxColumns) WHERE id = \(id)", as: SandboxPayment.init(row:))
  }
  /// Writes a new payment; false when its key was used in the meantime.
  package func insert(_ payment: SandboxPayment) throws -> Bool {
    let order = payment.order
    return try execute(
      """
      INSERT INTO sandbox_payment (id, idempotency_key, parameters, merchant_reference,
                                   amount_cents, currency, description, return_url, language,
                                   status, created_at, expires_at, settles_at, card)
           VALUES (\(payment.id), \(order.idempotencyKey), \(order.parameters),
                   \(order.merchantReference), \(order.amount.cents), \(order.amount.currency),
                   \(order.description), \(order.returnURL), \(order.language),
                   \(payment.status.rawValue), \(order.times.createdAt),
                   \(order.times.expiresAt), \(payment.settlesAt), \(payment.card))
      ON CONFLICT (idempotency_key) DO NOTHING
      """) == 1
  }
  /// Writes the state of a payment.
  package func update(_ payment: SandboxPayment) throws {
    try execute(
      """
      UPDATE sandbox_payment
         SET status = \(payment.status.rawValue), settles_at = \(payment.settlesAt),
             card = \(payment.card)
       WHERE id = \(payment.id)
      """)
  }
  /// Slow payments whose time has come.
  package func dueSandboxPayments(at now: Instant, limit: Int) throws -> [SandboxPayment.ID] {
    try rows(
      """
      SELECT id FROM sandbox_payment
       WHERE status = 'processing' AND settles_at <= \(now)
       ORDER BY settles_at, id LIMIT \(limit)
      """
    ) { try $0("id") }
  }

  /// Keeps an event.
  package func insert(_ event: SandboxEvent) throws {
    try execute(
      """
      INSERT INTO sandbox_event (id, payment_id, type, body, created_at)
           VALUES (\(event.id), \(event.payment), \(event.type), \(event.body),
                   \(event.createdAt))
      """)
  }
  /// Events from a time on, the oldest first: sent or lost.
  package func sandboxEvents(since: Instant, limit: Int) throws -> [SandboxEvent] {
    try rows(
      """
      SELECT id AS event_id, payment_id, type, body, created_at
        FROM sandbox_event WHERE created_at >= \(since) ORDER BY created_at, id LIMIT \(limit)
      """, as: SandboxEvent.init(row:))
  }

  /// Plans the sending of an event.
  package func insert(_ delivery: SandboxDelivery, dueAt: Instant) throws {
    try execute(
      """
      INSERT INTO sandbox_delivery (id, event_id, due_at, attempts, answer)
           VALUES (\(delivery.id), \(delivery.event.id), \(dueAt), 0, '')
      """)
  }
  /// A planned sending with its event.
  package func sandboxDelivery(_ id: SandboxDelivery.ID) throws -> SandboxDelivery? {
    try first(
      """
      SELECT e.id AS event_id, e.payment_id, e.type, e.body, e.created_at, d.delivered_at
        FROM sandbox_delivery d
        JOIN sandbox_event e ON e.id = d.event_id
       WHERE d.id = \(id)
      """
    ) { row in
      let deliveredAt: Instant? = try row("delivered_at")
      return SandboxDelivery(
        id: id, event: try SandboxEvent(row: row), isDelivered: deliveredAt != nil)
    }
  }
  /// Writes how a sending ended.
  package func settle(
    _ id: SandboxDelivery.ID, answer: String, deliveredAt: Instant?
  ) throws {
    try execute(
      """
      UPDATE sandbox_delivery
         SET attempts = attempts + 1, answer = \(answer), delivered_at = \(deliveredAt)
       WHERE id = \(id)
      """)
  }

  /// How webhooks are treated; nil when nobody has chosen.
  package func sandboxMood() throws -> SandboxMood? {
    try first(
      "SELECT doubled_percent, lost_percent, delay_seconds_max FROM sandbox_mood WHERE id = 1"
    ) { row in
      SandboxMood(
        doubledPercent: try row("doubled_percent"), lostPercent: try row("lost_percent"),
        delaySecondsMax: try row("delay_seconds_max"))
    }
  }
  /// Chooses how webhooks are treated from now on.
  package func set(_ mood: SandboxMood) throws {
    try execute(
      """
      INSERT INTO sandbox_mood (id, doubled_percent, lost_percent, delay_seconds_max)
           VALUES (1, \(mood.doubledPercent), \(mood.lostPercent), \(mood.delaySecondsMax))
      ON CONFLICT (id) DO UPDATE
         SET doubled_percent = excluded.doubled_percent, lost_percent = excluded.lost_percent,
             delay_seconds_max = excluded.delay_seconds_max
      """)
  }
}

private let sandboxColumns: SQL = """
  SELECT id, idempotency_key, merchant_reference, amount_cents, currency, description, return_url,
         language, status, created_at, expires_at, settles_at, card
    FROM sandbox_payment
  """

extension SandboxPayment.Status: ColumnReadable {}

extension SandboxPayment {
  init(row: Row) throws {
    let order = Order(
      key: try row("idempotency_key"), for: try row("merchant_reference"),
      amount: Money(cents: try row("amount_cents"), try row("currency")),
      shown: (try row("description"), try row("return_url"), try row("language")),
      times: (try row("created_at"), try row("expires_at")))
    self.init(
      id: try row("id"), order, status: try row("status"), settlesAt: try row("settles_at"))
    card = try row("card")
  }
}

extension SandboxEvent {
  init(row: Row) throws {
    self.init(
      id: try row("event_id"), payment: try row("payment_id"), type: try row("type"),
      body: try row("body"), createdAt: try row("created_at"))
  }
}
