// The phases of processes, their published rules, and the census that each phase stands on.
import Literals

extension Migration {
  static let phases = Migration(
    number: 42, title: "phases",
    why: "Whoever takes part must be able to trust that a rule, a budget or a census is the one"
      + " that was published when the phase opened.",
    sql: """
      ALTER TABLE process ADD COLUMN template TEXT NOT NULL DEFAULT 'importedRanking'
        CHECK (template IN ('bipart', 'classic', 'portoAlegre', 'socialFarm', 'school',
          'importedRanking'))
      ;;
      ALTER TABLE constituency ADD COLUMN budget_cents {int64} CHECK (budget_cents >= 0)
      ;;
      CREATE TABLE phase (
        id          TEXT PRIMARY KEY,
        process_id  TEXT NOT NULL REFERENCES process (id),
        position    {int64} NOT NULL CHECK (position > 0),
        kind        TEXT NOT NULL CHECK (kind IN ('budget', 'priorities', 'delegates', 'ideas',
                      'support', 'coDesign', 'projects', 'vote', 'votesAndPurchases', 'ranking',
                      'crowdfunding')),
        opens_on    TEXT NOT NULL,
        closes_on   TEXT NOT NULL,
        status      TEXT NOT NULL CHECK (status IN ('configured', 'open', 'suspended', 'closed')),
        rule        TEXT,
        opening     TEXT,
        digest      TEXT,
        opened_at   {time},
        UNIQUE (process_id, position),
        CHECK (opens_on <= closes_on),
        CHECK ((status = 'configured') = (opening IS NULL)),
        CHECK ((opening IS NULL) = (digest IS NULL) AND (opening IS NULL) = (opened_at IS NULL)),
        CHECK (opening IS NULL OR rule IS NOT NULL)
      ) {strict}
      ;;
      CREATE INDEX phase_due ON phase (opens_on) WHERE status IN ('configured', 'open')
      ;;
      CREATE TABLE phase_event (
        id           TEXT PRIMARY KEY,
        phase_id     TEXT NOT NULL REFERENCES phase (id),
        event        TEXT NOT NULL CHECK (event IN ('opened', 'suspended', 'resumed', 'prolonged',
                       'closed')),
        from_status  TEXT NOT NULL,
        to_status    TEXT NOT NULL,
        reason       TEXT NOT NULL,
        actor_id     TEXT REFERENCES person (id),
        occurred_at  {time} NOT NULL
      ) {strict}
      ;;
      CREATE INDEX phase_event_phase ON phase_event (phase_id)
      ;;
      CREATE TABLE voter (
        id               TEXT PRIMARY KEY,
        phase_id         TEXT NOT NULL REFERENCES phase (id),
        constituency_id  TEXT NOT NULL REFERENCES constituency (id),
        code             TEXT NOT NULL,
        name             TEXT NOT NULL,
        group_name       TEXT NOT NULL,
        UNIQUE (phase_id, code)
      ) {strict}
      ;;
      CREATE TABLE census (
        phase_id   TEXT PRIMARY KEY REFERENCES phase (id),
        voters     {int64} NOT NULL CHECK (voters > 0),
        digest     TEXT NOT NULL,
        frozen_at  {time} NOT NULL
      ) {strict}
      """,
    only: [.sqlite: guardsOfSQLite, .postgres: guardsOfPostgreSQL])
}

/// A rule that was published stays; so does the census; names alone may be forgotten.
private let guardsOfSQLite = """
  CREATE TRIGGER phase_rule_kept BEFORE UPDATE ON phase
  WHEN OLD.status <> 'configured'
   AND (NEW.status = 'configured' OR NEW.kind <> OLD.kind OR NEW.position <> OLD.position
        OR NEW.rule IS NOT OLD.rule OR NEW.opening IS NOT OLD.opening
        OR NEW.digest IS NOT OLD.digest OR NEW.opened_at IS NOT OLD.opened_at)
  BEGIN SELECT RAISE(ABORT, 'the rule of an opened phase is never changed'); END
  ;;
  CREATE TRIGGER phase_never_deleted BEFORE DELETE ON phase WHEN OLD.status <> 'configured'
  BEGIN SELECT RAISE(ABORT, 'an opened phase is never deleted'); END
  ;;
  CREATE TRIGGER constituency_budget_kept BEFORE UPDATE OF budget_cents, code ON constituency
  WHEN (NEW.budget_cents IS NOT OLD.budget_cents OR NEW.code IS NOT OLD.code)
   AND EXISTS (SELECT 1 FROM phase WHERE process_id = OLD.process_id
                  AND status IN ('open', 'suspended'))
  BEGIN SELECT RAISE(ABORT, 'a budget is not changed while a phase is open'); END
  ;;
  CREATE TRIGGER phase_event_kept BEFORE UPDATE ON phase_event
  BEGIN SELECT RAISE(ABORT, 'a phase''s history is never changed'); END
  ;;
  CREATE TRIGGER phase_event_never_deleted BEFORE DELETE ON phase_event
  BEGIN SELECT RAISE(ABORT, 'a phase''s history is never deleted'); END
  ;;
  CREATE TRIGGER census_kept BEFORE UPDATE ON census
  BEGIN SELECT RAISE(ABORT, 'a frozen census is never changed'); END
  ;;
  CREATE TRIGGER census_never_deleted BEFORE DELETE ON census
  BEGIN SELECT RAISE(ABORT, 'a frozen census is never deleted'); END
  ;;
  CREATE TRIGGER voter_frozen_insert BEFORE INSERT ON voter
  WHEN EXISTS (SELECT 1 FROM census WHERE phase_id = NEW.phase_id)
  BEGIN SELECT RAISE(ABORT, 'a frozen census takes nobody more'); END
  ;;
  CREATE TRIGGER voter_frozen_update BEFORE UPDATE ON voter
  WHEN EXISTS (SELECT 1 FROM census WHERE phase_id = OLD.phase_id)
   AND (NEW.name <> '' OR NEW.id <> OLD.id OR NEW.phase_id <> OLD.phase_id
        OR NEW.code <> OLD.code OR NEW.constituency_id <> OLD.constituency_id
        OR NEW.group_name <> OLD.group_name)
  BEGIN SELECT RAISE(ABORT, 'of a frozen census only names can be forgotten'); END
  ;;
  CREATE TRIGGER voter_frozen_delete BEFORE DELETE ON voter
  WHEN EXISTS (SELECT 1 FROM census WHERE phase_id = OLD.phase_id)
  BEGIN SELECT RAISE(ABORT, 'nobody is taken off a frozen census'); END
  """

private let guardsOfPostgreSQL = """
  CREATE FUNCTION phase_kept() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP = 'DELETE' THEN
      IF OLD.status <> 'configured' THEN
        RAISE EXCEPTION 'an opened phase is never deleted';
      END IF;
      RETURN OLD;
    END IF;
    IF OLD.status <> 'configured'
       AND (NEW.status = 'configured' OR NEW.kind <> OLD.kind OR NEW.position <> OLD.position
            OR NEW.rule IS DISTINCT FROM OLD.rule OR NEW.opening IS DISTINCT FROM OLD.opening
            OR NEW.digest IS DISTINCT FROM OLD.digest
            OR NEW.opened_at IS DISTINCT FROM OLD.opened_at)
    THEN RAISE EXCEPTION 'the rule of an opened phase is never changed'; END IF;
    RETURN NEW;
  END $$
  ;;
  CREATE TRIGGER phase_kept BEFORE UPDATE OR DELETE ON phase
  FOR EACH ROW EXECUTE FUNCTION phase_kept()
  ;;
  CREATE FUNCTION constituency_budget_kept() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF (NEW.budget_cents IS DISTINCT FROM OLD.budget_cents OR NEW.code IS DISTINCT FROM OLD.code)
       AND EXISTS (SELECT 1 FROM phase WHERE process_id = OLD.process_id
                      AND status IN ('open', 'suspended'))
    THEN RAISE EXCEPTION 'a budget is not changed while a phase is open'; END IF;
    RETURN NEW;
  END $$
  ;;
  CREATE TRIGGER constituency_budget_kept BEFORE UPDATE ON constituency
  FOR EACH ROW EXECUTE FUNCTION constituency_budget_kept()
  ;;
  CREATE FUNCTION participation_never_changed() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'rows of % are never changed', TG_TABLE_NAME;
  END $$
  ;;
  CREATE TRIGGER phase_event_kept BEFORE UPDATE OR DELETE ON phase_event
  FOR EACH ROW EXECUTE FUNCTION participation_never_changed()
  ;;
  CREATE TRIGGER census_kept BEFORE UPDATE OR DELETE ON census
  FOR EACH ROW EXECUTE FUNCTION participation_never_changed()
  ;;
  CREATE FUNCTION voter_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP = 'INSERT' THEN
      IF EXISTS (SELECT 1 FROM census WHERE phase_id = NEW.phase_id) THEN
        RAISE EXCEPTION 'a frozen census takes nobody more';
      END IF;
      RETURN NEW;
    END IF;
    IF NOT EXISTS (SELECT 1 FROM census WHERE phase_id = OLD.phase_id) THEN
      RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
    END IF;
    IF TG_OP = 'UPDATE' AND NEW.name = ''
       AND (NEW.id, NEW.phase_id, NEW.code, NEW.constituency_id, NEW.group_name)
         = (OLD.id, OLD.phase_id, OLD.code, OLD.constituency_id, OLD.group_name)
    THEN RETURN NEW; END IF;
    RAISE EXCEPTION 'of a frozen census only names can be forgotten';
  END $$
  ;;
  CREATE TRIGGER voter_frozen BEFORE INSERT OR UPDATE OR DELETE ON voter
  FOR EACH ROW EXECUTE FUNCTION voter_frozen()
  """
