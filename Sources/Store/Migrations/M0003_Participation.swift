// Organisations, their processes, what was voted, and the rankings that were certified.
import Literals

extension Migration {
  static let participation = Migration(
    number: 3, title: "participation",
    why:
      "A campaign starts from a certified ranking; its inputs are kept as they came, with digest.",
    sql: """
      CREATE TABLE organisation (
        id          TEXT PRIMARY KEY,
        slug        TEXT NOT NULL UNIQUE,
        name        TEXT NOT NULL,
        tax_code    TEXT NOT NULL,
        place       TEXT NOT NULL,
        about_it    TEXT NOT NULL,
        about_en    TEXT NOT NULL,
        created_at  {time} NOT NULL
      ) {strict}
      ;;
      CREATE TABLE process (
        id               TEXT PRIMARY KEY,
        organisation_id  TEXT NOT NULL REFERENCES organisation (id),
        slug             TEXT NOT NULL UNIQUE,
        title_it         TEXT NOT NULL,
        title_en         TEXT NOT NULL,
        summary_it       TEXT NOT NULL,
        summary_en       TEXT NOT NULL,
        created_at       {time} NOT NULL
      ) {strict}
      ;;
      CREATE TABLE constituency (
        id          TEXT PRIMARY KEY,
        process_id  TEXT NOT NULL REFERENCES process (id),
        code        TEXT NOT NULL,
        name_it     TEXT NOT NULL,
        name_en     TEXT NOT NULL,
        position    {int64} NOT NULL,
        UNIQUE (process_id, code)
      ) {strict}
      ;;
      CREATE TABLE project (
        id               TEXT PRIMARY KEY,
        process_id       TEXT NOT NULL REFERENCES process (id),
        constituency_id  TEXT NOT NULL REFERENCES constituency (id),
        external_id      TEXT NOT NULL,
        title            TEXT NOT NULL,
        summary          TEXT NOT NULL,
        cost_cents       {int64} CHECK (cost_cents >= 0),
        status           TEXT NOT NULL CHECK (status IN ('voted', 'withdrawn', 'merged')),
        merged_into      TEXT REFERENCES project (id),
        created_at       {time} NOT NULL,
        UNIQUE (constituency_id, external_id),
        CHECK ((status = 'merged') = (merged_into IS NOT NULL))
      ) {strict}
      ;;
      CREATE TABLE vote_import (
        id           TEXT PRIMARY KEY,
        process_id   TEXT NOT NULL REFERENCES process (id),
        format       TEXT NOT NULL CHECK (format IN ('pabulib', 'csv', 'json')),
        file_name    TEXT NOT NULL,
        content      {bytes} NOT NULL,
        digest       TEXT NOT NULL,
        imported_by  TEXT REFERENCES person (id),
        imported_at  {time} NOT NULL
      ) {strict}
      ;;
      CREATE TABLE ranking (
        id               TEXT PRIMARY KEY,
        process_id       TEXT NOT NULL REFERENCES process (id),
        constituency_id  TEXT NOT NULL REFERENCES constituency (id),
        vote_import_id   TEXT NOT NULL REFERENCES vote_import (id),
        status           TEXT NOT NULL CHECK (status IN ('provisional', 'tieOpen', 'certified',
                           'superseded')),
        rule             TEXT NOT NULL,
        winners          {int64} CHECK (winners > 0),
        electors         {int64},
        ballots          {int64},
        created_at       {time} NOT NULL,
        certified_at     {time},
        certified_by     TEXT REFERENCES person (id),
        certificate      TEXT,
        digest           TEXT,
        CHECK (status <> 'certified' OR (certificate IS NOT NULL AND digest IS NOT NULL))
      ) {strict}
      ;;
      CREATE UNIQUE INDEX ranking_certified_once ON ranking (constituency_id)
        WHERE status = 'certified'
      ;;
      CREATE TABLE ranking_row (
        ranking_id  TEXT NOT NULL REFERENCES ranking (id),
        project_id  TEXT NOT NULL REFERENCES project (id),
        votes       {int64} NOT NULL CHECK (votes >= 0),
        place       {int64} NOT NULL CHECK (place > 0),
        shared      {bool} NOT NULL,
        sequence    {int64} NOT NULL,
        PRIMARY KEY (ranking_id, project_id)
      ) {strict}
      ;;
      CREATE TABLE tie_resolution (
        id           TEXT PRIMARY KEY,
        ranking_id   TEXT NOT NULL REFERENCES ranking (id),
        place        {int64} NOT NULL,
        method       TEXT NOT NULL,
        witnesses    TEXT NOT NULL,
        note         TEXT NOT NULL,
        sequence     {json} NOT NULL,
        recorded_by  TEXT REFERENCES person (id),
        recorded_at  {time} NOT NULL,
        UNIQUE (ranking_id, place)
      ) {strict}
      ;;
      CREATE TABLE ranking_event (
        id           TEXT PRIMARY KEY,
        ranking_id   TEXT NOT NULL REFERENCES ranking (id),
        from_status  TEXT,
        to_status    TEXT NOT NULL,
        reason       TEXT NOT NULL,
        actor_id     TEXT REFERENCES person (id),
        occurred_at  {time} NOT NULL
      ) {strict}
      ;;
      CREATE INDEX ranking_event_ranking ON ranking_event (ranking_id)
      """)
}
