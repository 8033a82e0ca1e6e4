// The chain over the ledger: entries sealed in blocks, and the heads that were published.
import Literals

/// Seals and heads refer to nothing by key: they say what was there, also when it is gone.
extension Migration {
  static let proof = Migration(
    number: 15, title: "proof",
    why: "Whoever owns the database could rewrite it; what was sealed and published tells.",
    sql: """
      CREATE TABLE ledger_block (
        number         {int64} PRIMARY KEY CHECK (number > 0),
        previous_hash  TEXT NOT NULL UNIQUE,
        sealed_at      {time} NOT NULL,
        entries        {int64} NOT NULL CHECK (entries > 0),
        postings       {int64} NOT NULL CHECK (postings >= 0),
        debits_cents   {int64} NOT NULL CHECK (debits_cents >= 0),
        entries_hash   TEXT NOT NULL,
        hash           TEXT NOT NULL UNIQUE
      ) {strict}
      ;;
      CREATE TABLE sealed_entry (
        journal_entry_id  TEXT PRIMARY KEY,
        block_number      {int64} NOT NULL,
        position          {int64} NOT NULL CHECK (position > 0),
        hash              TEXT NOT NULL,
        line_marks        TEXT NOT NULL,
        UNIQUE (block_number, position)
      ) {strict}
      ;;
      CREATE TABLE ledger_head (
        day           TEXT PRIMARY KEY,
        block_number  {int64} NOT NULL,
        hash          TEXT NOT NULL,
        entries       {int64} NOT NULL,
        postings      {int64} NOT NULL,
        debits_cents  {int64} NOT NULL,
        published_at  {time} NOT NULL
      ) {strict}
      ;;
      CREATE TABLE unsealed_entry (
        journal_entry_id  TEXT PRIMARY KEY
      ) {strict}
      ;;
      INSERT INTO unsealed_entry (journal_entry_id) SELECT id FROM journal_entry
      ;;
      CREATE INDEX journal_entry_effective ON journal_entry (effective_on, id)
      """,
    only: [.sqlite: guardsOfSQLite, .postgres: guardsOfPostgreSQL])
}

/// An entry waits from its first moment, so that none can stay out of the chain unseen.
private let guardsOfSQLite = """
  CREATE TRIGGER journal_entry_waits AFTER INSERT ON journal_entry
  BEGIN INSERT INTO unsealed_entry (journal_entry_id) VALUES (NEW.id); END
  ;;
  CREATE TRIGGER ledger_block_kept BEFORE UPDATE ON ledger_block
  BEGIN SELECT RAISE(ABORT, 'a block is never changed'); END
  ;;
  CREATE TRIGGER ledger_block_never_deleted BEFORE DELETE ON ledger_block
  BEGIN SELECT RAISE(ABORT, 'a block is never deleted'); END
  ;;
  CREATE TRIGGER sealed_entry_kept BEFORE UPDATE ON sealed_entry
  BEGIN SELECT RAISE(ABORT, 'a seal is never changed'); END
  ;;
  CREATE TRIGGER sealed_entry_never_deleted BEFORE DELETE ON sealed_entry
  BEGIN SELECT RAISE(ABORT, 'a seal is never deleted'); END
  ;;
  CREATE TRIGGER ledger_head_kept BEFORE UPDATE ON ledger_head
  BEGIN SELECT RAISE(ABORT, 'a published head is never changed'); END
  ;;
  CREATE TRIGGER ledger_head_never_deleted BEFORE DELETE ON ledger_head
  BEGIN SELECT RAISE(ABORT, 'a published head is never deleted'); END
  """

private let guardsOfPostgreSQL = """
  ALTER TABLE unsealed_entry
    SET (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000)
  ;;
  CREATE FUNCTION journal_entry_waits() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN INSERT INTO unsealed_entry (journal_entry_id) VALUES (NEW.id); RETURN NULL; END $$
  ;;
  CREATE TRIGGER journal_entry_waits AFTER INSERT ON journal_entry
  FOR EACH ROW EXECUTE FUNCTION journal_entry_waits()
  ;;
  CREATE TRIGGER ledger_block_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_block
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  ;;
  CREATE TRIGGER sealed_entry_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON sealed_entry
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  ;;
  CREATE TRIGGER ledger_head_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_head
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  """
