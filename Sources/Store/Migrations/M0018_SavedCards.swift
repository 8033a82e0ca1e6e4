// Cards that are saved for the end of a campaign, with the words that their owners agreed to.
import Literals

extension Migration {
  static let savedCards = Migration(
    number: 18, title: "savedCards",
    why: "A campaign that may fail charges nobody before it has succeeded: cards are saved, and"
      + " charged once after the deadline.",
    sql: """
      ALTER TABLE campaign ADD COLUMN card_charging TEXT NOT NULL DEFAULT 'atOnce'
        CHECK (card_charging IN ('atOnce', 'atEnd'))
      ;;
      CREATE TABLE card_mandate (
        id                  TEXT PRIMARY KEY,
        pledge_id           TEXT NOT NULL REFERENCES pledge (id),
        campaign_id         TEXT NOT NULL REFERENCES campaign (id),
        attempt             {int64} NOT NULL CHECK (attempt > 0),
        provider            TEXT NOT NULL,
        idempotency_key     TEXT NOT NULL UNIQUE,
        amount_cents        {int64} NOT NULL CHECK (amount_cents > 0),
        currency            TEXT NOT NULL CHECK (currency = 'EUR'),
        wording             TEXT NOT NULL CHECK (length(wording) > 0),
        wording_digest      TEXT NOT NULL,
        status              TEXT NOT NULL CHECK (status IN ('asked', 'saved', 'expired', 'charged',
                              'released')),
        provider_reference  TEXT,
        hosted_page         TEXT,
        customer            TEXT,
        method              TEXT,
        fingerprint         TEXT,
        next_at             {time},
        rounds              {int64} NOT NULL CHECK (rounds >= 0),
        created_at          {time} NOT NULL,
        expires_at          {time} NOT NULL,
        updated_at          {time} NOT NULL,
        CHECK (status NOT IN ('saved', 'charged')
               OR (customer IS NOT NULL AND method IS NOT NULL)),
        UNIQUE (pledge_id, attempt),
        UNIQUE (provider, provider_reference)
      ) {strict}
      ;;
      CREATE UNIQUE INDEX card_mandate_saved ON card_mandate (pledge_id) WHERE status = 'saved'
      ;;
      CREATE INDEX card_mandate_status ON card_mandate (status, next_at)
      ;;
      CREATE INDEX card_mandate_campaign ON card_mandate (campaign_id, status)
      ;;
      CREATE TABLE sandbox_card (
        id                  TEXT PRIMARY KEY,
        idempotency_key     TEXT NOT NULL UNIQUE,
        merchant_reference  TEXT NOT NULL,
        return_url          TEXT NOT NULL,
        language            TEXT NOT NULL CHECK (language IN ('it', 'en')),
        status              TEXT NOT NULL CHECK (status IN ('open', 'good', 'declining',
                              'guarded', 'abandoned')),
        created_at          {time} NOT NULL
      ) {strict}
      """,
    only: [
      .sqlite: """
      PRAGMA writable_schema = ON
      ;;
      UPDATE sqlite_schema
         SET sql = replace(sql, 'payment_id  TEXT NOT NULL REFERENCES',
                                'payment_id  TEXT REFERENCES')
       WHERE type = 'table' AND name = 'sandbox_event'
      ;;
      PRAGMA writable_schema = RESET
      ;;
      \(mandateGuardOfSQLite)
      """,
      .postgres: """
      ALTER TABLE sandbox_event ALTER COLUMN payment_id DROP NOT NULL
      ;;
      \(mandateGuardOfPostgreSQL)
      """,
    ])
}

private let mandateGuardOfSQLite = """
  CREATE TRIGGER card_mandate_kept BEFORE UPDATE ON card_mandate
  WHEN NEW.pledge_id <> OLD.pledge_id OR NEW.amount_cents <> OLD.amount_cents
    OR NEW.wording <> OLD.wording OR NEW.wording_digest <> OLD.wording_digest
    OR OLD.status IN ('charged', 'released')
  BEGIN SELECT RAISE(ABORT, 'what a donor agreed to is never changed'); END
  ;;
  CREATE TRIGGER card_mandate_never_deleted BEFORE DELETE ON card_mandate
  BEGIN SELECT RAISE(ABORT, 'a mandate is never deleted'); END
  """

private let mandateGuardOfPostgreSQL = """
  CREATE FUNCTION card_mandate_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF NEW.pledge_id <> OLD.pledge_id OR NEW.amount_cents <> OLD.amount_cents
      OR NEW.wording <> OLD.wording OR NEW.wording_digest <> OLD.wording_digest
      OR OLD.status IN ('charged', 'released') THEN
      RAISE EXCEPTION 'what a donor agreed to is never changed' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END $$
  ;;
  CREATE TRIGGER card_mandate_kept BEFORE UPDATE ON card_mandate
  FOR EACH ROW EXECUTE FUNCTION card_mandate_keeps()
  ;;
  CREATE TRIGGER card_mandate_never_deleted BEFORE DELETE OR TRUNCATE ON card_mandate
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  """
