// The sandbox provider's table of saved cards. Only the sandbox reads and writes it.
package import Domain
import Literals

extension Transaction {
  /// Writes a new card; false when its key was used before.
  package func insert(_ card: SandboxCard, at now: Instant) throws -> Bool {
    let order = card.order
    return try execute(
      """
      INSERT INTO sandbox_card (id, idempotency_key, merchant_reference, return_url, language,
                                status, created_at)
           VALUES (\(card.id), \(order.idempotencyKey), \(order.merchantReference),
                   \(order.returnURL), \(order.language), \(card.status.rawValue), \(now))
      ON CONFLICT (idempotency_key) DO NOTHING
      """) == 1
  }
  package func update(_ card: SandboxCard) throws {
    try execute(
      "UPDATE sandbox_card SET status = \(card.status.rawValue) WHERE id = \(card.id)")
  }
  package func sandboxCard(_ id: SandboxCard.ID) throws -> SandboxCard? {
    try first("\(fragment: sandboxCardColumns) WHERE id = \(id)", as: SandboxCard.init(row:))
  }
  package func sandboxCard(savedUnder key: String) throws -> SandboxCard? {
    try first(
      "\(fragment: sandboxCardColumns) WHERE idempotency_key = \(key)",
      as: SandboxCard.init(row:))
  }
}

private let sandboxCardColumns: SQL = """
  SELECT id, idempotency_key, merchant_reference, return_url, language, status FROM sandbox_card
  """

extension SandboxCard.Status: ColumnReadable {}

extension SandboxCard {
  init(row: Row) throws {
    self.init(
      id: try row("id"),
      Order(
        key: try row("idempotency_key"), for: try row("merchant_reference"),
        returnURL: try row("return_url"), language: try row("language")),
      status: try row("status"))
  }
}
