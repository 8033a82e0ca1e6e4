// The ledger, the payments that feed it, and the inbox of the providers' webhooks.
import Literals

extension Migration {
  static let money = Migration(
    number: 5, title: "money",
    why: "Every cent in double entry, insert-only; imbalance and overdraft are refused here too.",
    sql: ledgerTables + "\n;;\n" + paymentTables,
    only: [.sqlite: ledgerGuardsOfSQLite, .postgres: ledgerGuardsOfPostgreSQL])
}

/// Debits are positive, credits negative. An entry says how many postings it has, so that none can
/// be added or left out.
private let ledgerTables = """
  CREATE TABLE account (
    code             TEXT PRIMARY KEY,
    kind             TEXT NOT NULL CHECK (kind IN ('bank', 'provider', 'provider_in_transit',
                       'disputes', 'project_receivable', 'escrow', 'project', 'match',
                       'refunds_payable', 'donor_credit', 'suspense', 'shipping', 'payments_out',
                       'tax_payable', 'platform_fee', 'provider_fee', 'dispute_fee',
                       'dispute_loss', 'refund_cover', 'bank_fee', 'rounding')),
    currency         TEXT NOT NULL CHECK (currency = 'EUR'),
    may_go_negative  {bool} NOT NULL,
    grows_by_debit   {bool} NOT NULL
  ) {strict}
  ;;
  CREATE TABLE account_total (
    account_code  TEXT PRIMARY KEY REFERENCES account (code),
    posted_cents  {int64} NOT NULL
  ) {strict}
  ;;
  CREATE TABLE journal_entry (
    id               TEXT PRIMARY KEY,
    kind             TEXT NOT NULL CHECK (kind IN ('captured', 'providerFee', 'transferMatched',
                       'transferUnmatched', 'suspenseAllocated', 'campaignSettled',
                       'refundDecided', 'creditReturned', 'payoutAnnounced', 'payoutReceived',
                       'bankFee', 'reversal')),
    idempotency_key  TEXT NOT NULL UNIQUE,
    content_digest   TEXT NOT NULL,
    lines            {int64} NOT NULL CHECK (lines >= 2),
    effective_on     TEXT NOT NULL,
    recorded_at      {time} NOT NULL,
    cause_kind       TEXT NOT NULL CHECK (cause_kind IN ('payment', 'webhookEvent',
                       'statementLine', 'campaign', 'pledge', 'act')),
    cause_id         TEXT NOT NULL,
    actor_kind       TEXT NOT NULL CHECK (actor_kind IN ('visitor', 'person', 'system',
                       'operator')),
    actor_id         TEXT REFERENCES person (id),
    reverses         TEXT UNIQUE REFERENCES journal_entry (id),
    CHECK ((kind = 'reversal') = (reverses IS NOT NULL))
  ) {strict}
  ;;
  CREATE INDEX journal_entry_cause ON journal_entry (cause_kind, cause_id)
  ;;
  CREATE INDEX journal_entry_recorded ON journal_entry (recorded_at)
  """

private let paymentTables = """
  CREATE TABLE payment (
    id                   TEXT PRIMARY KEY,
    pledge_id            TEXT NOT NULL REFERENCES pledge (id),
    campaign_id          TEXT NOT NULL REFERENCES campaign (id),
    attempt              {int64} NOT NULL CHECK (attempt > 0),
    provider             TEXT NOT NULL,
    provider_payment_id  TEXT,
    idempotency_key      TEXT NOT NULL UNIQUE,
    amount_cents         {int64} NOT NULL CHECK (amount_cents > 0),
    shipping_cents       {int64} NOT NULL CHECK (shipping_cents >= 0),
    currency             TEXT NOT NULL CHECK (currency = 'EUR'),
    status               TEXT NOT NULL CHECK (status IN ('created', 'requiresAction',
                           'processing', 'succeeded', 'failed', 'expired', 'cancelled',
                           'reviewHold')),
    failure              TEXT CHECK (failure IN ('declined', 'notAuthenticated',
                           'providerUnavailable', 'other')),
    hosted_page          TEXT,
    created_at           {time} NOT NULL,
    updated_at           {time} NOT NULL,
    expires_at           {time} NOT NULL,
    CHECK (shipping_cents <= amount_cents),
    UNIQUE (pledge_id, attempt),
    UNIQUE (provider, provider_payment_id)
  ) {strict}
  ;;
  CREATE INDEX payment_status ON payment (status, created_at)
  ;;
  CREATE INDEX payment_recent ON payment (created_at)
  ;;
  CREATE INDEX payment_campaign ON payment (campaign_id, created_at)
  ;;
  CREATE TABLE payment_event (
    payment_id   TEXT NOT NULL REFERENCES payment (id),
    ordinal      {int64} NOT NULL,
    from_status  TEXT,
    to_status    TEXT NOT NULL,
    reason       TEXT NOT NULL,
    cause        TEXT NOT NULL,
    occurred_at  {time} NOT NULL,
    PRIMARY KEY (payment_id, ordinal)
  ) {strict}
  ;;
  CREATE TABLE posting (
    journal_entry_id  TEXT NOT NULL REFERENCES journal_entry (id),
    line              {int64} NOT NULL,
    account_code      TEXT NOT NULL REFERENCES account (code),
    amount_cents      {int64} NOT NULL CHECK (amount_cents <> 0),
    currency          TEXT NOT NULL CHECK (currency = 'EUR'),
    campaign_id       TEXT REFERENCES campaign (id),
    pledge_id         TEXT REFERENCES pledge (id),
    payment_id        TEXT REFERENCES payment (id),
    PRIMARY KEY (journal_entry_id, line)
  ) {strict}
  ;;
  CREATE INDEX posting_account ON posting (account_code, journal_entry_id)
  ;;
  CREATE INDEX posting_raised ON posting (campaign_id, account_code, amount_cents)
    WHERE pledge_id IS NOT NULL
  ;;
  CREATE INDEX posting_pledge ON posting (pledge_id)
  ;;
  CREATE TABLE webhook_event (
    id           TEXT PRIMARY KEY,
    provider     TEXT NOT NULL,
    event_id     TEXT NOT NULL,
    type         TEXT NOT NULL,
    object_id    TEXT NOT NULL,
    signature    TEXT NOT NULL,
    body         {bytes} NOT NULL,
    status       TEXT NOT NULL CHECK (status IN ('received', 'applied', 'ignored', 'deferred',
                   'dead')),
    reason       TEXT NOT NULL,
    attempts     {int64} NOT NULL,
    received_at  {time} NOT NULL,
    settled_at   {time},
    UNIQUE (provider, event_id)
  ) {strict}
  ;;
  CREATE INDEX webhook_event_status ON webhook_event (status, received_at)
  ;;
  CREATE INDEX webhook_event_recent ON webhook_event (received_at)
  ;;
  CREATE INDEX webhook_event_object ON webhook_event (object_id)
  ;;
  CREATE TABLE money_exception (
    id          TEXT PRIMARY KEY,
    kind        TEXT NOT NULL CHECK (kind IN ('amount', 'currency', 'liveMode', 'reference',
                  'unknownObject', 'rewardLost', 'paidTwice', 'campaignOver')),
    payment_id  TEXT REFERENCES payment (id),
    object_id   TEXT NOT NULL,
    expected    TEXT NOT NULL,
    found       TEXT NOT NULL,
    opened_at   {time} NOT NULL,
    closed_at   {time},
    closed_by   TEXT REFERENCES person (id),
    note        TEXT NOT NULL
  ) {strict}
  ;;
  CREATE UNIQUE INDEX money_exception_open ON money_exception (kind, object_id)
    WHERE closed_at IS NULL
  """
