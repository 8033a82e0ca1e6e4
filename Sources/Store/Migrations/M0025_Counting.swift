// Counts of ballot files: the rule that was ordered, how far it is, and what was certified.
import Literals

extension Migration {
  static let counting = Migration(
    number: 25, title: "counting",
    why: "A count may take minutes, so it is a row that a job works on, and what it says is kept.",
    sql: """
      CREATE TABLE vote_count (
        id                   TEXT PRIMARY KEY,
        process_id           TEXT NOT NULL REFERENCES process (id),
        constituency_id      TEXT NOT NULL REFERENCES constituency (id),
        ranking_id           TEXT NOT NULL REFERENCES ranking (id),
        status               TEXT NOT NULL CHECK (status IN ('ordered', 'counting', 'tieOpen',
                               'counted', 'certified', 'superseded', 'stopped', 'failed')),
        parameters           {json} NOT NULL,
        purchases            {bytes},
        lot_secret           {bytes} NOT NULL,
        lot_words            TEXT,
        outcomes             {int64} NOT NULL DEFAULT 0,
        raised_by            {int64} NOT NULL DEFAULT 0,
        cost_reached         {int64} NOT NULL DEFAULT 0,
        stop_asked           {bool} NOT NULL,
        problem              TEXT,
        ballots              {bytes},
        published_purchases  {bytes},
        certificate          TEXT,
        digest               TEXT,
        ordered_at           {time} NOT NULL,
        counted_at           {time},
        certified_at         {time},
        certified_by         TEXT REFERENCES person (id),
        CHECK (status NOT IN ('tieOpen', 'counted', 'certified', 'superseded')
               OR (certificate IS NOT NULL AND digest IS NOT NULL AND ballots IS NOT NULL)),
        CHECK ((certified_at IS NOT NULL) = (status IN ('certified', 'superseded')))
      ) {strict}
      ;;
      CREATE INDEX vote_count_process ON vote_count (process_id)
      ;;
      CREATE UNIQUE INDEX vote_count_certified_once ON vote_count (constituency_id)
        WHERE status = 'certified'
      ;;
      CREATE TABLE vote_count_event (
        id             TEXT PRIMARY KEY,
        vote_count_id  TEXT NOT NULL REFERENCES vote_count (id),
        from_status    TEXT,
        to_status      TEXT NOT NULL,
        reason         TEXT NOT NULL,
        actor_id       TEXT REFERENCES person (id),
        occurred_at    {time} NOT NULL
      ) {strict}
      ;;
      CREATE INDEX vote_count_event_count ON vote_count_event (vote_count_id)
      """,
    only: [.sqlite: certifiedIsKeptInSQLite, .postgres: certifiedIsKeptInPostgreSQL])
}

/// Of a certified count only the status may still change, to superseded.
private let certifiedIsKeptInSQLite = """
  CREATE TRIGGER vote_count_kept BEFORE UPDATE ON vote_count
  WHEN OLD.status IN ('certified', 'superseded')
   AND (NEW.status <> 'superseded' OR NEW.parameters IS NOT OLD.parameters
        OR NEW.certificate IS NOT OLD.certificate OR NEW.digest IS NOT OLD.digest
        OR NEW.ballots IS NOT OLD.ballots OR NEW.certified_at IS NOT OLD.certified_at
        OR NEW.lot_words IS NOT OLD.lot_words OR NEW.lot_secret IS NOT OLD.lot_secret)
  BEGIN SELECT RAISE(ABORT, 'a certified count is never changed'); END
  ;;
  CREATE TRIGGER vote_count_never_deleted BEFORE DELETE ON vote_count
  BEGIN SELECT RAISE(ABORT, 'a count is never deleted'); END
  """

private let certifiedIsKeptInPostgreSQL = """
  CREATE FUNCTION vote_count_kept() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'a count is never deleted'; END IF;
    IF OLD.status IN ('certified', 'superseded')
       AND (NEW.status <> 'superseded' OR NEW.parameters IS DISTINCT FROM OLD.parameters
            OR NEW.certificate IS DISTINCT FROM OLD.certificate
            OR NEW.digest IS DISTINCT FROM OLD.digest
            OR NEW.ballots IS DISTINCT FROM OLD.ballots
            OR NEW.certified_at IS DISTINCT FROM OLD.certified_at
            OR NEW.lot_words IS DISTINCT FROM OLD.lot_words
            OR NEW.lot_secret IS DISTINCT FROM OLD.lot_secret)
    THEN RAISE EXCEPTION 'a certified count is never changed'; END IF;
    RETURN NEW;
  END $$
  ;;
  CREATE TRIGGER vote_count_kept BEFORE UPDATE OR DELETE ON vote_count
  FOR EACH ROW EXECUTE FUNCTION vote_count_kept()
  """
