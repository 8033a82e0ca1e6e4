// What real card providers need besides: which payments were asked about, the names that providers
// know them by, payments that another platform started, and the lines of the providers' accounts.
import Literals

extension Migration {
  static let movingIn = Migration(
    number: 19, title: "movingIn",
    why: "Payments move in; what a provider's account says is held against the ledger.",
    sql: """
      ALTER TABLE payment ADD COLUMN asked_at {time}
      ;;
      CREATE TABLE payment_name (
        provider    TEXT NOT NULL,
        name        TEXT NOT NULL,
        payment_id  TEXT NOT NULL REFERENCES payment (id),
        PRIMARY KEY (provider, name)
      ) {strict}
      ;;
      CREATE TABLE expected_payment (
        their_pledge_id      TEXT PRIMARY KEY,
        pledge_id            TEXT NOT NULL UNIQUE REFERENCES pledge (id),
        payment_id           TEXT UNIQUE REFERENCES payment (id),
        reference            TEXT,
        provider             TEXT,
        provider_payment_id  TEXT,
        donor_name           TEXT NOT NULL,
        donor_iban           TEXT NOT NULL,
        digest               TEXT NOT NULL,
        imported_at          {time} NOT NULL,
        UNIQUE (provider, provider_payment_id)
      ) {strict}
      ;;
      CREATE INDEX expected_payment_reference ON expected_payment (reference)
      ;;
      CREATE INDEX expected_payment_iban ON expected_payment (donor_iban)
      ;;
      CREATE TABLE provider_movement (
        provider     TEXT NOT NULL,
        reference    TEXT NOT NULL,
        kind         TEXT NOT NULL CHECK (kind IN ('capture', 'refund', 'refundFailed',
                       'disputeWithdrawn', 'disputeReinstated', 'fee', 'settlement',
                       'settlementFailed', 'other')),
        object_id    TEXT NOT NULL,
        payment_id   TEXT REFERENCES payment (id),
        gross_cents  {int64} NOT NULL,
        fee_cents    {int64} NOT NULL,
        currency     TEXT NOT NULL,
        occurred_at  {time} NOT NULL,
        PRIMARY KEY (provider, reference)
      ) {strict}
      ;;
      CREATE INDEX provider_movement_occurred ON provider_movement (provider, occurred_at)
      ;;
      CREATE INDEX provider_movement_payment ON provider_movement (payment_id)
      """,
    only: WiderList.statements([
      WiderList(
        table: "money_exception", column: "kind", known: "campaignOver",
        added: ["settlementFailed", "movementDiffers", "providerRefused"])
    ]))
}
