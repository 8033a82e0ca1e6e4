// Which environment the money of this database is of, and what a payout keeps once it is approved.
import Literals

extension Migration {
  static let moneyEnvironment = Migration(
    number: 37, title: "moneyEnvironment",
    why: "Play money and real money never meet in one ledger;"
      + " an approval is never taken off a payout.",
    sql: """
      CREATE TABLE money_environment (
        id           {int64} PRIMARY KEY CHECK (id = 1),
        environment  TEXT NOT NULL CHECK (environment IN ('test', 'live')),
        bound_at     {time} NOT NULL
      ) {strict}
      """,
    only: WiderList.statements([
      WiderList(
        table: "money_exception", column: "kind", known: "campaignOver", added: ["fraudWarning"])
    ]).merging([.sqlite: guardsOfSQLite, .postgres: guardsOfPostgreSQL]) { lists, guards in
      "\(lists)\n;;\n\(guards)"
    })
}

/// `<>` says nothing of a value that is missing: an approval could be taken off.
private let guardsOfSQLite = """
  DROP TRIGGER payout_kept
  ;;
  CREATE TRIGGER payout_kept BEFORE UPDATE ON payout
  WHEN NEW.amount_cents <> OLD.amount_cents OR NEW.account_id <> OLD.account_id
    OR NEW.proposed_by <> OLD.proposed_by OR NEW.campaign_id <> OLD.campaign_id
    OR NEW.end_to_end <> OLD.end_to_end
    OR OLD.approved_by IS NOT NULL AND NEW.approved_by IS NOT OLD.approved_by
  BEGIN SELECT RAISE(ABORT, 'what a payout is about is never changed'); END
  ;;
  CREATE TRIGGER money_environment_kept BEFORE UPDATE ON money_environment
  BEGIN SELECT RAISE(ABORT, 'the environment of the money is never changed'); END
  ;;
  CREATE TRIGGER money_environment_never_deleted BEFORE DELETE ON money_environment
  BEGIN SELECT RAISE(ABORT, 'the environment of the money is never changed'); END
  """

private let guardsOfPostgreSQL = """
  CREATE OR REPLACE FUNCTION payout_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF NEW.amount_cents <> OLD.amount_cents OR NEW.account_id <> OLD.account_id
      OR NEW.proposed_by <> OLD.proposed_by OR NEW.campaign_id <> OLD.campaign_id
      OR NEW.end_to_end <> OLD.end_to_end
      OR OLD.approved_by IS NOT NULL AND NEW.approved_by IS DISTINCT FROM OLD.approved_by THEN
      RAISE EXCEPTION 'what a payout is about is never changed' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END $$
  ;;
  CREATE TRIGGER money_environment_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON money_environment
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  """
