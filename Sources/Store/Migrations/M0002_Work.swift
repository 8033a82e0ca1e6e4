// The queue of tasks, who leads the timetable, and which of its ticks were already taken.
import Literals

extension Migration {
  static let work = Migration(
    number: 2, title: "work",
    why: "Effects on the outside wait in the database with the change that asks for them.",
    sql: """
      CREATE TABLE task (
        id            TEXT PRIMARY KEY,
        queue         TEXT NOT NULL,
        kind          TEXT NOT NULL,
        arguments     {json} NOT NULL,
        unique_key    TEXT,
        status        TEXT NOT NULL CHECK (status IN ('ready', 'running', 'done', 'discarded',
                        'cancelled')),
        priority      {int64} NOT NULL,
        run_at        {time} NOT NULL,
        attempt       {int64} NOT NULL CHECK (attempt >= 0),
        attempts_max  {int64} NOT NULL CHECK (attempts_max > 0),
        lease_owner   TEXT,
        lease_until   {time},
        last_error    TEXT,
        note          TEXT,
        created_at    {time} NOT NULL,
        finished_at   {time},
        CHECK ((status = 'running') = (lease_owner IS NOT NULL)),
        CHECK ((status = 'running') = (lease_until IS NOT NULL)),
        CHECK ((status IN ('ready', 'running')) = (finished_at IS NULL))
      ) {strict}
      ;;
      CREATE INDEX task_ready ON task (queue, priority, run_at, id) WHERE status = 'ready'
      ;;
      CREATE INDEX task_lease ON task (lease_until) WHERE status = 'running'
      ;;
      CREATE INDEX task_status ON task (status, created_at, id)
      ;;
      CREATE UNIQUE INDEX task_once ON task (kind, unique_key)
        WHERE status IN ('ready', 'running')
      ;;
      CREATE TABLE leader_term (
        name        TEXT PRIMARY KEY,
        leader      TEXT NOT NULL,
        elected_at  {time} NOT NULL,
        expires_at  {time} NOT NULL,
        CHECK (expires_at > elected_at)
      ) {strict}
      ;;
      CREATE TABLE timetable_tick (
        name         TEXT NOT NULL,
        tick_at      {time} NOT NULL,
        enqueued_at  {time} NOT NULL,
        PRIMARY KEY (name, tick_at)
      ) {strict}
      """,
    only: [
      // Rows change often and live shortly: room for updates in place, and frequent cleaning.
      .postgres: """
      ALTER TABLE task SET (fillfactor = 75, autovacuum_vacuum_scale_factor = 0.02)
      """
    ])
}
