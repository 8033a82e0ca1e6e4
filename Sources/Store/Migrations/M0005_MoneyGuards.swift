// What the database itself refuses in the ledger, in each engine's idiom: change, imbalance,
// overdraft.

/// SQLite has no deferred trigger, but deferred foreign keys: an entry's sum and the number of its
/// missing postings refer to a table whose only value is zero. Its row goes when both are zero, so
/// that the table is empty at rest and a posting added later finds no row and is refused.
/// With one writer the totals are kept at once.
let ledgerGuardsOfSQLite = """
  CREATE TABLE zero (value INTEGER PRIMARY KEY CHECK (value = 0)) STRICT
  ;;
  INSERT INTO zero (value) VALUES (0)
  ;;
  CREATE TABLE journal_open (
    journal_entry_id  TEXT PRIMARY KEY REFERENCES journal_entry (id),
    sum_cents         INTEGER NOT NULL REFERENCES zero (value) DEFERRABLE INITIALLY DEFERRED,
    missing_lines     INTEGER NOT NULL REFERENCES zero (value) DEFERRABLE INITIALLY DEFERRED
  ) STRICT
  ;;
  CREATE VIEW account_balance AS
    SELECT a.code AS account_code, a.kind AS kind, a.currency AS currency,
           a.grows_by_debit AS grows_by_debit, t.posted_cents AS posted_cents
      FROM account a
      JOIN account_total t ON t.account_code = a.code
  ;;
  CREATE TRIGGER account_starts_at_zero AFTER INSERT ON account
  BEGIN INSERT INTO account_total (account_code, posted_cents) VALUES (NEW.code, 0); END
  ;;
  CREATE TRIGGER journal_entry_opens AFTER INSERT ON journal_entry
  BEGIN INSERT INTO journal_open VALUES (NEW.id, 0, NEW.lines); END
  ;;
  CREATE TRIGGER posting_counts AFTER INSERT ON posting
  BEGIN
    SELECT RAISE(ABORT, 'a journal entry takes no further posting')
     WHERE NOT EXISTS (SELECT 1 FROM journal_open o
                        WHERE o.journal_entry_id = NEW.journal_entry_id);
    UPDATE journal_open
       SET sum_cents = sum_cents + NEW.amount_cents, missing_lines = missing_lines - 1
     WHERE journal_entry_id = NEW.journal_entry_id;
    DELETE FROM journal_open
     WHERE journal_entry_id = NEW.journal_entry_id AND sum_cents = 0 AND missing_lines = 0;
    UPDATE account_total SET posted_cents = posted_cents + NEW.amount_cents
     WHERE account_code = NEW.account_code;
  END
  ;;
  CREATE TRIGGER account_total_overdraft AFTER UPDATE ON account_total
  WHEN EXISTS (SELECT 1 FROM account a
                WHERE a.code = NEW.account_code AND NOT a.may_go_negative
                  AND (CASE WHEN a.grows_by_debit THEN NEW.posted_cents
                            ELSE -NEW.posted_cents END) < 0)
  BEGIN SELECT RAISE(ABORT, 'an account that may not go negative would be overdrawn'); END
  ;;
  CREATE TRIGGER account_kept BEFORE UPDATE ON account
  BEGIN SELECT RAISE(ABORT, 'an account is never changed'); END
  ;;
  CREATE TRIGGER account_never_deleted BEFORE DELETE ON account
  BEGIN SELECT RAISE(ABORT, 'an account is never deleted'); END
  ;;
  CREATE TRIGGER journal_entry_kept BEFORE UPDATE ON journal_entry
  BEGIN SELECT RAISE(ABORT, 'a journal entry is never changed'); END
  ;;
  CREATE TRIGGER journal_entry_never_deleted BEFORE DELETE ON journal_entry
  BEGIN SELECT RAISE(ABORT, 'a journal entry is never deleted'); END
  ;;
  CREATE TRIGGER posting_kept BEFORE UPDATE ON posting
  BEGIN SELECT RAISE(ABORT, 'a posting is never changed'); END
  ;;
  CREATE TRIGGER posting_never_deleted BEFORE DELETE ON posting
  BEGIN SELECT RAISE(ABORT, 'a posting is never deleted'); END
  ;;
  CREATE TRIGGER payment_event_kept BEFORE UPDATE ON payment_event
  BEGIN SELECT RAISE(ABORT, 'the history of a payment is never changed'); END
  ;;
  CREATE TRIGGER payment_event_never_deleted BEFORE DELETE ON payment_event
  BEGIN SELECT RAISE(ABORT, 'the history of a payment is never deleted'); END
  """

/// PostgreSQL checks the sum when the transaction commits. A posting writes its change to a narrow
/// table that a job folds into the totals, so that a campaign everybody gives to has no hot row;
/// only a posting that reduces a never-negative account locks that account, and then counts.
let ledgerGuardsOfPostgreSQL = """
  CREATE TABLE account_delta (
    id            BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account_code  TEXT NOT NULL,
    amount_cents  BIGINT NOT NULL
  ) WITH (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000)
  ;;
  CREATE INDEX account_delta_account ON account_delta (account_code)
  ;;
  CREATE VIEW account_balance AS
    SELECT a.code AS account_code, a.kind AS kind, a.currency AS currency,
           a.grows_by_debit AS grows_by_debit,
           (COALESCE((SELECT t.posted_cents FROM account_total t WHERE t.account_code = a.code), 0)
            + COALESCE((SELECT SUM(d.amount_cents) FROM account_delta d
                         WHERE d.account_code = a.code), 0))::BIGINT AS posted_cents
      FROM account a
  ;;
  CREATE FUNCTION require_balanced(entry TEXT) RETURNS void LANGUAGE plpgsql AS $$
  DECLARE wanted BIGINT; found BIGINT; total NUMERIC;
  BEGIN
    SELECT e.lines INTO wanted FROM journal_entry e WHERE e.id = entry;
    SELECT COUNT(*), COALESCE(SUM(p.amount_cents), 0) INTO found, total
      FROM posting p WHERE p.journal_entry_id = entry;
    IF found <> wanted OR total <> 0 THEN
      RAISE EXCEPTION 'journal entry % does not balance: % of % postings, sum %',
        entry, found, wanted, total USING ERRCODE = 'check_violation';
    END IF;
  END $$
  ;;
  CREATE FUNCTION journal_entry_balances() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN PERFORM require_balanced(NEW.id); RETURN NULL; END $$
  ;;
  CREATE FUNCTION posting_balances() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN PERFORM require_balanced(NEW.journal_entry_id); RETURN NULL; END $$
  ;;
  CREATE FUNCTION posting_counts() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE reduces BOOLEAN; by_debit BOOLEAN; balance BIGINT;
  BEGIN
    SELECT NOT a.may_go_negative AND a.grows_by_debit <> (NEW.amount_cents > 0), a.grows_by_debit
      INTO reduces, by_debit FROM account a WHERE a.code = NEW.account_code;
    IF reduces THEN
      PERFORM 1 FROM account a WHERE a.code = NEW.account_code FOR NO KEY UPDATE;
    END IF;
    INSERT INTO account_delta (account_code, amount_cents)
    VALUES (NEW.account_code, NEW.amount_cents);
    IF reduces THEN
      SELECT b.posted_cents INTO balance FROM account_balance b
       WHERE b.account_code = NEW.account_code;
      IF (CASE WHEN by_debit THEN balance ELSE -balance END) < 0 THEN
        RAISE EXCEPTION 'account % may not go negative and would be overdrawn', NEW.account_code
          USING ERRCODE = 'check_violation';
      END IF;
    END IF;
    RETURN NULL;
  END $$
  ;;
  CREATE TRIGGER posting_counts AFTER INSERT ON posting
  FOR EACH ROW EXECUTE FUNCTION posting_counts()
  ;;
  CREATE CONSTRAINT TRIGGER journal_entry_balances AFTER INSERT ON journal_entry
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION journal_entry_balances()
  ;;
  CREATE CONSTRAINT TRIGGER posting_balances AFTER INSERT ON posting
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION posting_balances()
  ;;
  CREATE TRIGGER account_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON account
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  ;;
  CREATE TRIGGER journal_entry_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON journal_entry
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  ;;
  CREATE TRIGGER posting_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON posting
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  ;;
  CREATE TRIGGER payment_event_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON payment_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  """
