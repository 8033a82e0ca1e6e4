// The ledger, the payments that feed it, and the inbox of the providers' webhooks.
import Literals

extension Migration {
  static let money = Migration(
    number: 5, title: "money",
    why: "Every cent in double entry, insert-only; imbalance and overdraft are refused here too.",
    sql: """
      CREATE TABLE account (
        id               TEXT PRIMARY KEY,
        code             TEXT NOT NULL UNIQUE,
        kind             TEXT NOT NULL,
        currency         TEXT NOT NULL,
        may_go_negative  {bool} NOT NULL,
        credit_normal    {bool} NOT NULL,
        campaign_id      TEXT REFERENCES campaign (id),
        created_at       {time} NOT NULL
      ) {strict}
      ;;
      CREATE TABLE account_total (
        account_id    TEXT PRIMARY KEY REFERENCES account (id),
        posted_cents  {int64} NOT NULL
      ) {strict}
      ;;
      CREATE TABLE payment (
        id                   TEXT PRIMARY KEY,
        pledge_id            TEXT NOT NULL REFERENCES pledge (id),
        attempt              {int64} NOT NULL CHECK (attempt > 0),
        provider             TEXT NOT NULL,
        provider_payment_id  TEXT,
        idempotency_key      TEXT NOT NULL UNIQUE,
        amount_cents         {int64} NOT NULL CHECK (amount_cents > 0),
        currency             TEXT NOT NULL,
        status               TEXT NOT NULL CHECK (status IN ('created', 'requiresAction',
                               'processing', 'succeeded', 'failed', 'expired', 'cancelled',
                               'reviewHold')),
        failure              TEXT,
        exception            TEXT,
        hosted_url           TEXT,
        created_at           {time} NOT NULL,
        updated_at           {time} NOT NULL,
        UNIQUE (pledge_id, attempt),
        UNIQUE (provider, provider_payment_id)
      ) {strict}
      ;;
      CREATE INDEX payment_open ON payment (status, updated_at)
      ;;
      CREATE TABLE payment_event (
        id           TEXT PRIMARY KEY,
        payment_id   TEXT NOT NULL REFERENCES payment (id),
        from_status  TEXT,
        to_status    TEXT NOT NULL,
        reason       TEXT NOT NULL,
        cause        TEXT NOT NULL,
        occurred_at  {time} NOT NULL
      ) {strict}
      ;;
      CREATE INDEX payment_event_payment ON payment_event (payment_id)
      ;;
      CREATE TABLE journal_entry (
        id               TEXT PRIMARY KEY,
        kind             TEXT NOT NULL,
        idempotency_key  TEXT NOT NULL UNIQUE,
        effective_on     TEXT NOT NULL,
        recorded_at      {time} NOT NULL,
        source_kind      TEXT NOT NULL,
        source_id        TEXT NOT NULL,
        actor_kind       TEXT NOT NULL,
        actor_id         TEXT REFERENCES person (id),
        reverses         TEXT UNIQUE REFERENCES journal_entry (id),
        memo             TEXT NOT NULL
      ) {strict}
      ;;
      CREATE INDEX journal_entry_source ON journal_entry (source_kind, source_id)
      ;;
      CREATE TABLE posting (
        journal_entry_id  TEXT NOT NULL REFERENCES journal_entry (id),
        line              {int64} NOT NULL,
        account_id        TEXT NOT NULL REFERENCES account (id),
        amount_cents      {int64} NOT NULL CHECK (amount_cents <> 0),
        currency          TEXT NOT NULL,
        campaign_id       TEXT REFERENCES campaign (id),
        pledge_id         TEXT REFERENCES pledge (id),
        payment_id        TEXT REFERENCES payment (id),
        PRIMARY KEY (journal_entry_id, line)
      ) {strict}
      ;;
      CREATE INDEX posting_account ON posting (account_id, journal_entry_id)
      ;;
      CREATE INDEX posting_campaign ON posting (campaign_id, account_id)
      ;;
      CREATE INDEX posting_pledge ON posting (pledge_id)
      ;;
      CREATE TABLE webhook_event (
        id           TEXT PRIMARY KEY,
        provider     TEXT NOT NULL,
        event_id     TEXT NOT NULL,
        type         TEXT NOT NULL,
        object_id    TEXT NOT NULL,
        headers      {json} NOT NULL,
        body         {bytes} NOT NULL,
        status       TEXT NOT NULL CHECK (status IN ('received', 'applied', 'ignored', 'deferred',
                       'failed', 'dead')),
        reason       TEXT NOT NULL,
        attempts     {int64} NOT NULL,
        received_at  {time} NOT NULL,
        settled_at   {time},
        UNIQUE (provider, event_id)
      ) {strict}
      ;;
      CREATE INDEX webhook_event_status ON webhook_event (status, received_at)
      """)
}
