// Refunds and disputes, and what the database itself refuses about money that goes back.
import Literals

extension Migration {
  static let returning = Migration(
    number: 12, title: "returning",
    why: "A refund is decided by two people, never above what was captured, never in a dispute;"
      + " what a provider takes away is followed until it is won or lost.",
    sql: [
      refundTables, disputeTables, sandboxReturnTables, wholeRefundsDecidedBefore,
    ].joined(separator: "\n;;\n"),
    only: WiderList.statements(returningLists).merging([
      .sqlite: returningGuardsOfSQLite, .postgres: returningGuardsOfPostgreSQL,
    ]) { lists, guards in "\(lists)\n;;\n\(guards)" })
}

private let returningLists = [
  WiderList(
    table: "journal_entry", column: "kind", known: "bankFee",
    added: ["refundConfirmed", "refundFailed", "disputeOpened", "disputeWon", "disputeLost"]),
  WiderList(
    table: "journal_entry", column: "cause_kind", known: "act", added: ["refund", "dispute"]),
  WiderList(
    table: "money_exception", column: "kind", known: "campaignOver",
    added: ["refundUnexpected", "refundRefused", "disputeUnexpected"]),
]

private let refundTables = """
  CREATE TABLE refund (
    id                  TEXT PRIMARY KEY,
    payment_id          TEXT NOT NULL REFERENCES payment (id),
    pledge_id           TEXT NOT NULL REFERENCES pledge (id),
    campaign_id         TEXT NOT NULL REFERENCES campaign (id),
    provider            TEXT NOT NULL,
    provider_refund_id  TEXT,
    idempotency_key     TEXT NOT NULL UNIQUE,
    reward_cents        {int64} NOT NULL CHECK (reward_cents >= 0),
    gift_cents          {int64} NOT NULL CHECK (gift_cents >= 0),
    shipping_cents      {int64} NOT NULL CHECK (shipping_cents >= 0),
    amount_cents        {int64} NOT NULL CHECK (amount_cents > 0),
    currency            TEXT NOT NULL CHECK (currency = 'EUR'),
    reason              TEXT NOT NULL CHECK (reason IN ('campaignFailed', 'campaignCancelled',
                          'withdrawal', 'askedByDonor', 'rewardMissing', 'paidTwice', 'fraud',
                          'unknown')),
    origin              TEXT NOT NULL CHECK (origin IN ('desk', 'donor', 'rule', 'provider')),
    status              TEXT NOT NULL CHECK (status IN ('requested', 'rejected', 'approved',
                          'submitted', 'pendingAtProvider', 'succeeded', 'failedRetryable',
                          'failedPermanent', 'manualTransferNeeded', 'manualPaid', 'unclaimed')),
    requested_by        TEXT REFERENCES person (id),
    requested_at        {time} NOT NULL,
    decided_by          TEXT REFERENCES person (id),
    updated_at          {time} NOT NULL,
    CHECK (amount_cents = reward_cents + gift_cents + shipping_cents),
    CHECK (requested_by IS NULL OR decided_by IS NULL OR decided_by <> requested_by),
    CHECK (requested_by IS NULL OR status = 'requested' OR decided_by IS NOT NULL),
    UNIQUE (provider, provider_refund_id)
  ) {strict}
  ;;
  CREATE INDEX refund_payment ON refund (payment_id)
  ;;
  CREATE INDEX refund_status ON refund (status, requested_at)
  ;;
  CREATE INDEX refund_campaign ON refund (campaign_id)
  ;;
  CREATE TABLE money_step (
    object_id    TEXT NOT NULL,
    ordinal      {int64} NOT NULL,
    from_status  TEXT,
    to_status    TEXT NOT NULL,
    reason       TEXT NOT NULL,
    person_id    TEXT REFERENCES person (id),
    occurred_at  {time} NOT NULL,
    PRIMARY KEY (object_id, ordinal)
  ) {strict}
  """

private let disputeTables = """
  CREATE TABLE dispute (
    id                   TEXT PRIMARY KEY,
    payment_id           TEXT NOT NULL REFERENCES payment (id),
    pledge_id            TEXT NOT NULL REFERENCES pledge (id),
    campaign_id          TEXT NOT NULL REFERENCES campaign (id),
    provider             TEXT NOT NULL,
    provider_dispute_id  TEXT NOT NULL,
    amount_cents         {int64} NOT NULL CHECK (amount_cents > 0),
    fee_cents            {int64} NOT NULL CHECK (fee_cents >= 0),
    fee_returned         {bool} NOT NULL,
    currency             TEXT NOT NULL CHECK (currency = 'EUR'),
    status               TEXT NOT NULL CHECK (status IN ('inquiry', 'evidenceNeeded',
                           'underReview', 'won', 'lost', 'accepted', 'closed')),
    reason               TEXT NOT NULL,
    evidence_due_at      {time},
    opened_at            {time} NOT NULL,
    updated_at           {time} NOT NULL,
    UNIQUE (provider, provider_dispute_id)
  ) {strict}
  ;;
  CREATE INDEX dispute_payment ON dispute (payment_id)
  ;;
  CREATE INDEX dispute_status ON dispute (status, opened_at)
  ;;
  CREATE INDEX dispute_campaign ON dispute (campaign_id, status)
  """

/// The sandbox's own books: it stands in for another company.
private let sandboxReturnTables = """
  CREATE TABLE sandbox_refund (
    id                  TEXT PRIMARY KEY,
    payment_id          TEXT NOT NULL REFERENCES sandbox_payment (id),
    idempotency_key     TEXT UNIQUE,
    merchant_reference  TEXT,
    amount_cents        {int64} NOT NULL CHECK (amount_cents > 0),
    currency            TEXT NOT NULL,
    status              TEXT NOT NULL CHECK (status IN ('succeeded', 'failed')),
    created_at          {time} NOT NULL
  ) {strict}
  ;;
  CREATE INDEX sandbox_refund_payment ON sandbox_refund (payment_id)
  ;;
  CREATE TABLE sandbox_dispute (
    id            TEXT PRIMARY KEY,
    payment_id    TEXT NOT NULL REFERENCES sandbox_payment (id),
    amount_cents  {int64} NOT NULL CHECK (amount_cents > 0),
    currency      TEXT NOT NULL,
    status        TEXT NOT NULL CHECK (status IN ('open', 'won', 'lost')),
    created_at    {time} NOT NULL
  ) {strict}
  ;;
  CREATE INDEX sandbox_dispute_payment ON sandbox_dispute (payment_id)
  """

/// What failed campaigns owed before refunds had a table: each was of a whole payment, and waits
/// for its provider.
private let wholeRefundsDecidedBefore = """
  INSERT INTO refund (id, payment_id, pledge_id, campaign_id, provider, idempotency_key,
                      reward_cents, gift_cents, shipping_cents, amount_cents, currency, reason,
                      origin, status, requested_at, updated_at)
  SELECT 'rfd_' || substr(p.id, 5), p.id, p.pledge_id, p.campaign_id, p.provider,
         'refund:rfd_' || substr(p.id, 5), g.reward_value_cents,
         p.amount_cents - p.shipping_cents - g.reward_value_cents, p.shipping_cents,
         p.amount_cents, p.currency, 'campaignFailed', 'rule', 'approved', j.recorded_at,
         j.recorded_at
    FROM journal_entry j
    JOIN payment p ON j.idempotency_key = 'refund-req:' || p.id
    JOIN pledge g ON g.id = p.pledge_id
  """
