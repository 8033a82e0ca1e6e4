// Payouts to organisations: accounts verified by a second person, payouts approved by a second one.
import Literals

extension Migration {
  static let payingOut = Migration(
    number: 17, title: "payingOut",
    why: "Money leaves by two people's decision, to an account that two people have seen, once;"
      + " a campaign may go on to its optimum after its minimum.",
    sql: """
      CREATE TABLE payee_account (
        id               TEXT PRIMARY KEY,
        organisation_id  TEXT NOT NULL REFERENCES organisation (id),
        iban             TEXT NOT NULL,
        holder           TEXT NOT NULL CHECK (length(holder) BETWEEN 1 AND 70),
        entered_by       TEXT NOT NULL REFERENCES person (id),
        entered_at       {time} NOT NULL,
        verified_by      TEXT REFERENCES person (id),
        verified_at      {time},
        CHECK ((verified_by IS NULL) = (verified_at IS NULL)),
        CHECK (verified_by IS NULL OR verified_by <> entered_by)
      ) {strict}
      ;;
      CREATE INDEX payee_account_organisation ON payee_account (organisation_id, entered_at)
      ;;
      CREATE TABLE bank_file (
        id          TEXT PRIMARY KEY,
        digest      TEXT NOT NULL UNIQUE,
        content     {bytes} NOT NULL,
        transfers   {int64} NOT NULL CHECK (transfers > 0),
        sum_cents   {int64} NOT NULL CHECK (sum_cents > 0),
        created_by  TEXT NOT NULL REFERENCES person (id),
        created_at  {time} NOT NULL
      ) {strict}
      ;;
      CREATE TABLE payout (
        id             TEXT PRIMARY KEY,
        campaign_id    TEXT NOT NULL REFERENCES campaign (id),
        account_id     TEXT NOT NULL REFERENCES payee_account (id),
        amount_cents   {int64} NOT NULL CHECK (amount_cents > 0),
        currency       TEXT NOT NULL CHECK (currency = 'EUR'),
        end_to_end     TEXT NOT NULL UNIQUE,
        status         TEXT NOT NULL CHECK (status IN ('proposed', 'approved', 'submitted', 'paid',
                         'returned', 'failed', 'cancelled')),
        proposed_by    TEXT NOT NULL REFERENCES person (id),
        proposed_at    {time} NOT NULL,
        approved_by    TEXT REFERENCES person (id),
        bank_file_id   TEXT REFERENCES bank_file (id),
        updated_at     {time} NOT NULL,
        CHECK (approved_by IS NULL OR approved_by <> proposed_by),
        CHECK (status IN ('proposed', 'cancelled') OR approved_by IS NOT NULL),
        CHECK (status IN ('proposed', 'approved', 'cancelled') OR bank_file_id IS NOT NULL)
      ) {strict}
      ;;
      CREATE INDEX payout_status ON payout (status, proposed_at)
      ;;
      CREATE INDEX payout_campaign ON payout (campaign_id, status)
      ;;
      ALTER TABLE campaign ADD COLUMN second_round_at {time}
      """,
    only: WiderList.statements([
      WiderList(
        table: "journal_entry", column: "kind", known: "bankFee",
        added: ["payoutOrdered", "transferSent", "transferReturned", "refundTransferred"]),
      WiderList(table: "journal_entry", column: "cause_kind", known: "act", added: ["payout"]),
      WiderList(
        table: "campaign", column: "funding_rule", known: "keepWhatYouRaise",
        added: ["minimumThenOptimum"]),
    ]).merging([.sqlite: payoutGuardsOfSQLite, .postgres: payoutGuardsOfPostgreSQL]) {
      lists, guards in "\(lists)\n;;\n\(guards)"
    })
}

private let payoutGuardsOfSQLite = """
  CREATE TRIGGER payout_kept BEFORE UPDATE ON payout
  WHEN NEW.amount_cents <> OLD.amount_cents OR NEW.account_id <> OLD.account_id
    OR NEW.proposed_by <> OLD.proposed_by OR NEW.campaign_id <> OLD.campaign_id
    OR NEW.end_to_end <> OLD.end_to_end OR NEW.approved_by <> OLD.approved_by
  BEGIN SELECT RAISE(ABORT, 'what a payout is about is never changed'); END
  ;;
  CREATE TRIGGER payout_never_deleted BEFORE DELETE ON payout
  BEGIN SELECT RAISE(ABORT, 'a payout is never deleted'); END
  ;;
  CREATE TRIGGER payee_account_kept BEFORE UPDATE ON payee_account
  WHEN NEW.iban <> OLD.iban OR NEW.holder <> OLD.holder OR NEW.entered_by <> OLD.entered_by
    OR NEW.organisation_id <> OLD.organisation_id OR NEW.entered_at <> OLD.entered_at
    OR OLD.verified_by IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'an account is never changed: another one is entered'); END
  ;;
  CREATE TRIGGER payee_account_never_deleted BEFORE DELETE ON payee_account
  BEGIN SELECT RAISE(ABORT, 'an account is never deleted'); END
  """

private let payoutGuardsOfPostgreSQL = """
  CREATE FUNCTION payout_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF NEW.amount_cents <> OLD.amount_cents OR NEW.account_id <> OLD.account_id
      OR NEW.proposed_by <> OLD.proposed_by OR NEW.campaign_id <> OLD.campaign_id
      OR NEW.end_to_end <> OLD.end_to_end OR NEW.approved_by <> OLD.approved_by THEN
      RAISE EXCEPTION 'what a payout is about is never changed' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END $$
  ;;
  CREATE TRIGGER payout_kept BEFORE UPDATE ON payout
  FOR EACH ROW EXECUTE FUNCTION payout_keeps()
  ;;
  CREATE TRIGGER payout_never_deleted BEFORE DELETE OR TRUNCATE ON payout
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  ;;
  CREATE FUNCTION payee_account_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF NEW.iban <> OLD.iban OR NEW.holder <> OLD.holder OR NEW.entered_by <> OLD.entered_by
      OR NEW.organisation_id <> OLD.organisation_id OR NEW.entered_at <> OLD.entered_at
      OR OLD.verified_by IS NOT NULL THEN
      RAISE EXCEPTION 'an account is never changed' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END $$
  ;;
  CREATE TRIGGER payee_account_kept BEFORE UPDATE ON payee_account
  FOR EACH ROW EXECUTE FUNCTION payee_account_keeps()
  ;;
  CREATE TRIGGER payee_account_never_deleted BEFORE DELETE OR TRUNCATE ON payee_account
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  """
