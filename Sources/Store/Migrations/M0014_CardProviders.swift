// What real card providers need: how far events were read, and the sandbox's refunds.
import Literals

extension Migration {
  static let cardProviders = Migration(
    number: 14, title: "cardProviders",
    why: "The poller goes on where it stopped, however long it was down; the sandbox gives back.",
    sql: """
      CREATE TABLE provider_poll (
        provider      TEXT PRIMARY KEY,
        polled_until  {time} NOT NULL
      ) {strict}
      ;;
      CREATE TABLE sandbox_refund (
        id                  TEXT PRIMARY KEY,
        idempotency_key     TEXT NOT NULL UNIQUE,
        merchant_reference  TEXT NOT NULL,
        payment_id          TEXT NOT NULL REFERENCES sandbox_payment (id),
        amount_cents        {int64} NOT NULL CHECK (amount_cents > 0),
        currency            TEXT NOT NULL,
        made_at             {time} NOT NULL
      ) {strict}
      ;;
      CREATE INDEX sandbox_refund_payment ON sandbox_refund (payment_id)
      ;;
      CREATE INDEX sandbox_refund_made ON sandbox_refund (made_at)
      """)
}
