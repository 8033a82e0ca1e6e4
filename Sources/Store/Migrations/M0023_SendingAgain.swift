// Refunds that did not arrive and were sent again, refunds that a dispute overtook, and entries
// whose evidence is a line of a provider's account.
import Literals

extension Migration {
  static let sendingAgain = Migration(
    number: 23, title: "sendingAgain",
    why: "What a provider sends again was given back once, and counts once; what it has sent is a"
      + " fact, also in a dispute; a fee of the account itself is no payment's.",
    sql: """
      ALTER TABLE refund ADD COLUMN resent_cents {int64} NOT NULL DEFAULT 0
        CHECK (resent_cents BETWEEN 0 AND amount_cents)
      ;;
      CREATE INDEX provider_movement_reference ON provider_movement (reference)
      """,
    only: WiderList.statements([
      WiderList(
        table: "journal_entry", column: "cause_kind", known: "act", added: ["movement"]),
      WiderList(table: "refund", column: "status", known: "unclaimed", added: ["sentAgain"]),
    ]).merging([.sqlite: guardsOfSQLite, .postgres: guardsOfPostgreSQL]) { lists, guards in
      "\(lists)\n;;\n\(guards)"
    })
}

private let guardsOfSQLite = """
  DROP TRIGGER refund_covered
  ;;
  CREATE TRIGGER refund_covered BEFORE INSERT ON refund
  WHEN NEW.status <> 'rejected' AND NEW.amount_cents
    + (SELECT COALESCE(SUM(r.amount_cents - r.resent_cents), 0) FROM refund r
        WHERE r.payment_id = NEW.payment_id AND r.status <> 'rejected')
    + (SELECT COALESCE(SUM(d.amount_cents), 0) FROM dispute d
        WHERE d.payment_id = NEW.payment_id AND d.status IN ('lost', 'accepted'))
    > (SELECT CASE p.status WHEN 'succeeded' THEN p.amount_cents ELSE 0 END FROM payment p
        WHERE p.id = NEW.payment_id)
  BEGIN SELECT RAISE(ABORT, 'more would go back than was captured'); END
  ;;
  CREATE TRIGGER refund_resent_never_less BEFORE UPDATE ON refund
  WHEN NEW.resent_cents < OLD.resent_cents
  BEGIN SELECT RAISE(ABORT, 'what was sent again stays sent'); END
  ;;
  DROP TRIGGER refund_not_in_dispute
  ;;
  CREATE TRIGGER refund_not_in_dispute BEFORE UPDATE ON refund
  WHEN NEW.status IN ('approved', 'submitted') AND NEW.status <> OLD.status
    AND NEW.origin <> 'provider'
    AND EXISTS (SELECT 1 FROM dispute d
                 WHERE d.payment_id = NEW.payment_id
                   AND d.status IN ('inquiry', 'evidenceNeeded', 'underReview'))
  BEGIN SELECT RAISE(ABORT, 'a disputed payment is not refunded'); END
  """

private let guardsOfPostgreSQL = """
  CREATE OR REPLACE FUNCTION refund_is_covered() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE captured BIGINT; gone BIGINT;
  BEGIN
    SELECT CASE p.status WHEN 'succeeded' THEN p.amount_cents ELSE 0 END INTO captured
      FROM payment p WHERE p.id = NEW.payment_id FOR NO KEY UPDATE;
    SELECT (SELECT COALESCE(SUM(r.amount_cents - r.resent_cents), 0) FROM refund r
             WHERE r.payment_id = NEW.payment_id AND r.status <> 'rejected')
         + (SELECT COALESCE(SUM(d.amount_cents), 0) FROM dispute d
             WHERE d.payment_id = NEW.payment_id AND d.status IN ('lost', 'accepted'))
      INTO gone;
    IF NEW.status <> 'rejected' AND NEW.amount_cents + gone > captured THEN
      RAISE EXCEPTION 'more would go back than was captured' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END $$
  ;;
  CREATE OR REPLACE FUNCTION refund_changes() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF NEW.amount_cents <> OLD.amount_cents OR NEW.payment_id <> OLD.payment_id
      OR NEW.requested_by IS DISTINCT FROM OLD.requested_by
      OR (OLD.status = 'rejected' AND NEW.status <> 'rejected') THEN
      RAISE EXCEPTION 'what a refund is about is never changed' USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.resent_cents < OLD.resent_cents THEN
      RAISE EXCEPTION 'what was sent again stays sent' USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.status IN ('approved', 'submitted') AND NEW.status <> OLD.status
      AND NEW.origin <> 'provider'
      AND EXISTS (SELECT 1 FROM dispute d
                   WHERE d.payment_id = NEW.payment_id
                     AND d.status IN ('inquiry', 'evidenceNeeded', 'underReview')) THEN
      RAISE EXCEPTION 'a disputed payment is not refunded' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END $$
  """
