// What no refund may do, refused by each engine in its idiom: more than was captured, or in a
// dispute.

/// A refund that is asked for counts at once, so that two cannot each ask for the whole. A refund
/// that a provider has sent already is a fact: only the amount is held against it.
let returningGuardsOfSQLite = """
  CREATE TRIGGER refund_covered BEFORE INSERT ON refund
  WHEN NEW.status <> 'rejected' AND NEW.amount_cents
    + (SELECT COALESCE(SUM(r.amount_cents), 0) FROM refund r
        WHERE r.payment_id = NEW.payment_id AND r.status <> 'rejected')
    + (SELECT COALESCE(SUM(d.amount_cents), 0) FROM dispute d
        WHERE d.payment_id = NEW.payment_id AND d.status IN ('lost', 'accepted'))
    > (SELECT CASE p.status WHEN 'succeeded' THEN p.amount_cents ELSE 0 END FROM payment p
        WHERE p.id = NEW.payment_id)
  BEGIN SELECT RAISE(ABORT, 'more would go back than was captured'); END
  ;;
  CREATE TRIGGER refund_amount_kept BEFORE UPDATE ON refund
  WHEN NEW.amount_cents <> OLD.amount_cents OR NEW.payment_id <> OLD.payment_id
    OR NEW.requested_by IS NOT OLD.requested_by
    OR (OLD.status = 'rejected' AND NEW.status <> 'rejected')
  BEGIN SELECT RAISE(ABORT, 'what a refund is about is never changed'); END
  ;;
  CREATE TRIGGER refund_not_in_dispute BEFORE UPDATE ON refund
  WHEN NEW.status IN ('approved', 'submitted') AND NEW.status <> OLD.status
    AND EXISTS (SELECT 1 FROM dispute d
                 WHERE d.payment_id = NEW.payment_id
                   AND d.status IN ('inquiry', 'evidenceNeeded', 'underReview'))
  BEGIN SELECT RAISE(ABORT, 'a disputed payment is not refunded'); END
  ;;
  CREATE TRIGGER refund_never_deleted BEFORE DELETE ON refund
  BEGIN SELECT RAISE(ABORT, 'a refund is never deleted'); END
  ;;
  CREATE TRIGGER money_step_kept BEFORE UPDATE ON money_step
  BEGIN SELECT RAISE(ABORT, 'a history is never changed'); END
  ;;
  CREATE TRIGGER money_step_never_deleted BEFORE DELETE ON money_step
  BEGIN SELECT RAISE(ABORT, 'a history is never deleted'); END
  """

/// The payment's row is locked first, so that two refunds at once see each other.
let returningGuardsOfPostgreSQL = """
  CREATE FUNCTION refund_is_covered() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE captured BIGINT; gone BIGINT;
  BEGIN
    SELECT CASE p.status WHEN 'succeeded' THEN p.amount_cents ELSE 0 END INTO captured
      FROM payment p WHERE p.id = NEW.payment_id FOR NO KEY UPDATE;
    SELECT (SELECT COALESCE(SUM(r.amount_cents), 0) FROM refund r
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
  CREATE TRIGGER refund_covered BEFORE INSERT ON refund
  FOR EACH ROW EXECUTE FUNCTION refund_is_covered()
  ;;
  CREATE FUNCTION refund_changes() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF NEW.amount_cents <> OLD.amount_cents OR NEW.payment_id <> OLD.payment_id
      OR NEW.requested_by IS DISTINCT FROM OLD.requested_by
      OR (OLD.status = 'rejected' AND NEW.status <> 'rejected') THEN
      RAISE EXCEPTION 'what a refund is about is never changed' USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.status IN ('approved', 'submitted') AND NEW.status <> OLD.status
      AND EXISTS (SELECT 1 FROM dispute d
                   WHERE d.payment_id = NEW.payment_id
                     AND d.status IN ('inquiry', 'evidenceNeeded', 'underReview')) THEN
      RAISE EXCEPTION 'a disputed payment is not refunded' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END $$
  ;;
  CREATE TRIGGER refund_changes BEFORE UPDATE ON refund
  FOR EACH ROW EXECUTE FUNCTION refund_changes()
  ;;
  CREATE TRIGGER refund_kept BEFORE DELETE OR TRUNCATE ON refund
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  ;;
  CREATE TRIGGER money_step_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON money_step
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  """
