// Assemblies, proposals with their lineage, and which person showed which code of a census.
import Literals

extension Migration {
  static let proposals = Migration(
    number: 43, title: "proposals",
    why: "What people supported must stay what they read: the words of a proposal never change, and"
      + " whatever becomes of it is written beside it.",
    sql: """
      CREATE TABLE assembly (
        id               TEXT PRIMARY KEY,
        process_id       TEXT NOT NULL REFERENCES process (id),
        constituency_id  TEXT REFERENCES constituency (id),
        title            TEXT NOT NULL,
        held_on          TEXT NOT NULL,
        place            TEXT NOT NULL,
        present          {int64} NOT NULL CHECK (present >= 0),
        minutes          TEXT NOT NULL,
        form_key         TEXT NOT NULL UNIQUE,
        created_at       {time} NOT NULL
      ) {strict}
      ;;
      CREATE INDEX assembly_process ON assembly (process_id)
      ;;
      CREATE TABLE delegate (
        id           TEXT PRIMARY KEY,
        assembly_id  TEXT NOT NULL REFERENCES assembly (id),
        name         TEXT NOT NULL,
        UNIQUE (assembly_id, name)
      ) {strict}
      ;;
      CREATE TABLE proposal (
        id               TEXT PRIMARY KEY,
        process_id       TEXT NOT NULL REFERENCES process (id),
        constituency_id  TEXT NOT NULL REFERENCES constituency (id),
        number           {int64} NOT NULL CHECK (number > 0),
        title            TEXT NOT NULL,
        text             TEXT NOT NULL,
        cost_cents       {int64} CHECK (cost_cents >= 0),
        assembly_id      TEXT REFERENCES assembly (id),
        author_id        TEXT REFERENCES person (id),
        status           TEXT NOT NULL CHECK (status IN ('submitted', 'published', 'refused',
                           'withdrawn', 'merged', 'split')),
        form_key         TEXT UNIQUE,
        created_at       {time} NOT NULL,
        UNIQUE (process_id, number),
        CHECK (assembly_id IS NULL OR author_id IS NULL)
      ) {strict}
      ;;
      CREATE INDEX proposal_author ON proposal (author_id, process_id)
      ;;
      CREATE INDEX proposal_assembly ON proposal (assembly_id)
      ;;
      CREATE TABLE proposal_descent (
        source_id  TEXT NOT NULL REFERENCES proposal (id),
        target_id  TEXT NOT NULL REFERENCES proposal (id),
        descent    TEXT NOT NULL CHECK (descent IN ('merged', 'split', 'reproposed')),
        PRIMARY KEY (source_id, target_id),
        CHECK (source_id <> target_id)
      ) {strict}
      ;;
      CREATE INDEX proposal_descent_target ON proposal_descent (target_id)
      ;;
      CREATE TABLE proposal_event (
        id           TEXT PRIMARY KEY,
        proposal_id  TEXT NOT NULL REFERENCES proposal (id),
        event        TEXT NOT NULL CHECK (event IN ('published', 'refused', 'withdrawn', 'merged',
                       'split')),
        from_status  TEXT NOT NULL,
        to_status    TEXT NOT NULL,
        reason       TEXT NOT NULL,
        actor_id     TEXT REFERENCES person (id),
        occurred_at  {time} NOT NULL
      ) {strict}
      ;;
      CREATE INDEX proposal_event_proposal ON proposal_event (proposal_id)
      ;;
      CREATE TABLE voter_claim (
        voter_id    TEXT PRIMARY KEY REFERENCES voter (id),
        phase_id    TEXT NOT NULL REFERENCES phase (id),
        person_id   TEXT NOT NULL REFERENCES person (id),
        claimed_at  {time} NOT NULL,
        UNIQUE (phase_id, person_id)
      ) {strict}
      """,
    only: [.sqlite: guardsOfSQLite, .postgres: guardsOfPostgreSQL])
}

private let guardsOfSQLite = """
  CREATE TRIGGER proposal_words_kept BEFORE UPDATE ON proposal
  WHEN NEW.title <> OLD.title OR NEW.text <> OLD.text OR NEW.cost_cents IS NOT OLD.cost_cents
    OR NEW.number <> OLD.number OR NEW.constituency_id <> OLD.constituency_id
    OR NEW.process_id <> OLD.process_id
  BEGIN SELECT RAISE(ABORT, 'the words of a proposal never change'); END
  ;;
  CREATE TRIGGER proposal_never_deleted BEFORE DELETE ON proposal
  BEGIN SELECT RAISE(ABORT, 'a proposal is never deleted'); END
  ;;
  CREATE TRIGGER proposal_descent_kept BEFORE UPDATE ON proposal_descent
  BEGIN SELECT RAISE(ABORT, 'a lineage is never changed'); END
  ;;
  CREATE TRIGGER proposal_descent_never_deleted BEFORE DELETE ON proposal_descent
  BEGIN SELECT RAISE(ABORT, 'a lineage is never deleted'); END
  ;;
  CREATE TRIGGER proposal_event_kept BEFORE UPDATE ON proposal_event
  BEGIN SELECT RAISE(ABORT, 'a proposal''s history is never changed'); END
  ;;
  CREATE TRIGGER proposal_event_never_deleted BEFORE DELETE ON proposal_event
  BEGIN SELECT RAISE(ABORT, 'a proposal''s history is never deleted'); END
  """

private let guardsOfPostgreSQL = """
  CREATE FUNCTION proposal_kept() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'a proposal is never deleted'; END IF;
    IF (NEW.title, NEW.text, NEW.number, NEW.constituency_id, NEW.process_id)
       <> (OLD.title, OLD.text, OLD.number, OLD.constituency_id, OLD.process_id)
       OR NEW.cost_cents IS DISTINCT FROM OLD.cost_cents
    THEN RAISE EXCEPTION 'the words of a proposal never change'; END IF;
    RETURN NEW;
  END $$
  ;;
  CREATE TRIGGER proposal_kept BEFORE UPDATE OR DELETE ON proposal
  FOR EACH ROW EXECUTE FUNCTION proposal_kept()
  ;;
  CREATE TRIGGER proposal_descent_kept BEFORE UPDATE OR DELETE ON proposal_descent
  FOR EACH ROW EXECUTE FUNCTION participation_never_changed()
  ;;
  CREATE TRIGGER proposal_event_kept BEFORE UPDATE OR DELETE ON proposal_event
  FOR EACH ROW EXECUTE FUNCTION participation_never_changed()
  """
