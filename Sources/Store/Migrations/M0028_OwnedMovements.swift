// Lines of providers' accounts keep the name of the payment they are about, and are found while
// nobody knows it; their transfers are on one line of our statements each.
import Literals

extension Migration {
  static let ownedMovements = Migration(
    number: 28, title: "ownedMovements",
    why: "A line read long before its payment was heard of finds it, and its fee is booked; what"
      + " waits is found without reading all lines. A settlement arrives once.",
    sql: """
      ALTER TABLE provider_movement ADD COLUMN payment_name TEXT
      ;;
      CREATE INDEX provider_movement_unowned ON provider_movement (provider, occurred_at)
       WHERE payment_id IS NULL
      ;;
      CREATE INDEX provider_movement_settlements ON provider_movement (provider, occurred_at)
       WHERE kind IN ('settlement', 'settlementFailed')
      ;;
      CREATE UNIQUE INDEX line_match_settlement ON line_match (note)
       WHERE reason = 'settlement' AND status = 'matched'
      """)
}
