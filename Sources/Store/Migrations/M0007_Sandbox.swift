// The sandbox provider's own books: it stands in for another company, so no table is shared.
import Literals

extension Migration {
  static let sandbox = Migration(
    number: 7, title: "sandbox",
    why: "A stand-in provider that survives restarts: its payments, its events, its deliveries.",
    sql: """
      CREATE TABLE sandbox_payment (
        id               TEXT PRIMARY KEY,
        idempotency_key  TEXT NOT NULL UNIQUE,
        parameters       TEXT NOT NULL,
        merchant_reference TEXT NOT NULL,
        amount_cents     {int64} NOT NULL CHECK (amount_cents > 0),
        currency         TEXT NOT NULL,
        description      TEXT NOT NULL,
        return_url       TEXT NOT NULL,
        language         TEXT NOT NULL CHECK (language IN ('it', 'en')),
        status           TEXT NOT NULL CHECK (status IN ('open', 'challenge', 'processing',
                           'succeeded', 'declined', 'notAuthenticated', 'expired')),
        created_at       {time} NOT NULL,
        expires_at       {time} NOT NULL,
        settles_at       {time}
      ) {strict}
      ;;
      CREATE INDEX sandbox_payment_due ON sandbox_payment (status, settles_at)
      ;;
      CREATE TABLE sandbox_event (
        id          TEXT PRIMARY KEY,
        payment_id  TEXT NOT NULL REFERENCES sandbox_payment (id),
        type        TEXT NOT NULL,
        body        TEXT NOT NULL,
        created_at  {time} NOT NULL
      ) {strict}
      ;;
      CREATE INDEX sandbox_event_created ON sandbox_event (created_at)
      ;;
      CREATE TABLE sandbox_delivery (
        id            TEXT PRIMARY KEY,
        event_id      TEXT NOT NULL REFERENCES sandbox_event (id),
        due_at        {time} NOT NULL,
        attempts      {int64} NOT NULL,
        answer        TEXT NOT NULL,
        delivered_at  {time}
      ) {strict}
      ;;
      CREATE INDEX sandbox_delivery_due ON sandbox_delivery (due_at) WHERE delivered_at IS NULL
      ;;
      CREATE TABLE sandbox_mood (
        id                 {int64} PRIMARY KEY CHECK (id = 1),
        doubled_percent    {int64} NOT NULL CHECK (doubled_percent BETWEEN 0 AND 100),
        lost_percent       {int64} NOT NULL CHECK (lost_percent BETWEEN 0 AND 100),
        delay_seconds_max  {int64} NOT NULL CHECK (delay_seconds_max BETWEEN 0 AND 600)
      ) {strict}
      """)
}
