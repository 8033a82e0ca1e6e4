// What providers paid to our bank, with the lines of their accounts that each transfer is made of.
package import Domain
import Literals

extension Transaction {
  /// Transfers of all providers, the latest first.
  package func deskSettlements(limit: Int = 200) throws -> [SettlementGlance] {
    try rows(
      "\(fragment: glances) ORDER BY m.occurred_at DESC, m.reference LIMIT \(limit)",
      as: SettlementGlance.init(row:))
  }

  /// One transfer by its provider's id of it; nil when there is none.
  package func deskSettlement(_ reference: String) throws -> SettlementFile? {
    guard
      let glance = try first(
        "\(fragment: glances) AND m.object_id = \(reference) ORDER BY m.occurred_at LIMIT 1",
        as: SettlementGlance.init(row:))
    else { return nil }
    let sums = try rows(
      """
      SELECT kind, COUNT(*) AS n, CAST(SUM(gross_cents) AS BIGINT) AS gross_cents,
             CAST(SUM(fee_cents) AS BIGINT) AS fee_cents
        FROM provider_movement
       WHERE provider = \(glance.provider) AND settlement = \(reference) AND kind <> 'settlement'
       GROUP BY kind ORDER BY kind
      """
    ) { row in
      SettlementFile.Sum(
        try row("kind"), count: try row("n"), gross: try Money(row: row, "gross_cents"),
        fee: try Money(row: row, "fee_cents"))
    }
    let lines = try rows(
      """
      SELECT reference, kind, payment_id, gross_cents, fee_cents, occurred_at
        FROM provider_movement
       WHERE provider = \(glance.provider) AND settlement = \(reference) AND kind <> 'settlement'
       ORDER BY occurred_at, reference LIMIT \(SettlementFile.linesMax)
      """
    ) { row in
      SettlementFile.Line(
        try row("reference"), try row("kind"), about: try row("payment_id"),
        amounts: (try Money(row: row, "gross_cents"), try Money(row: row, "fee_cents")),
        on: try row("occurred_at"))
    }
    return SettlementFile(glance, sums: sums, lines: lines)
  }
}

private let glances: SQL = """
  SELECT m.provider, m.object_id, m.gross_cents, m.occurred_at,
         (SELECT x.line_id FROM line_match x
           WHERE x.reason = 'settlement' AND x.status = 'matched' AND x.note = m.object_id
             AND NOT EXISTS (SELECT 1 FROM journal_entry r
                              WHERE r.reverses = x.journal_entry_id)) AS line_id,
         (SELECT COUNT(*) FROM provider_movement i
           WHERE i.provider = m.provider AND i.settlement = m.object_id
             AND i.kind <> 'settlement') AS items,
         CASE WHEN (m.provider, m.object_id)
                   IN (SELECT f.provider, f.object_id FROM provider_movement f
                        WHERE f.kind = 'settlementFailed') THEN 1 ELSE 0 END AS failed
    FROM provider_movement m
   WHERE m.kind = 'settlement'
  """

extension SettlementGlance {
  fileprivate init(row: Row) throws {
    let failed: Int = try row("failed")
    self.init(
      try row("object_id"), at: try row("provider"), -(try Money(row: row, "gross_cents")),
      on: try row("occurred_at"), state: (try row("items"), failed > 0, try row("line_id")))
  }
}
