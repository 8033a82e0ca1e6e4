// People, how they come in, what they may do, what they did, and the mail they got.
import Literals

extension Migration {
  static let identity = Migration(
    number: 1, title: "identity",
    why: "One-time links, sessions, grants on objects, an append-only audit record, outgoing mail.",
    sql: """
      CREATE TABLE person (
        id          TEXT PRIMARY KEY,
        email       TEXT NOT NULL,
        email_key   TEXT NOT NULL UNIQUE,
        name        TEXT NOT NULL,
        language    TEXT NOT NULL CHECK (language IN ('it', 'en')),
        created_at  {time} NOT NULL
      ) {strict}
      ;;
      CREATE TABLE sign_in_link (
        token_hash  TEXT PRIMARY KEY,
        person_id   TEXT NOT NULL REFERENCES person (id),
        next_path   TEXT NOT NULL,
        created_at  {time} NOT NULL,
        expires_at  {time} NOT NULL,
        used_at     {time}
      ) {strict}
      ;;
      CREATE INDEX sign_in_link_person ON sign_in_link (person_id)
      ;;
      CREATE TABLE session (
        token_hash    TEXT PRIMARY KEY,
        person_id     TEXT NOT NULL REFERENCES person (id),
        csrf_secret   TEXT NOT NULL,
        created_at    {time} NOT NULL,
        last_seen_at  {time} NOT NULL,
        expires_at    {time} NOT NULL,
        ended_at      {time}
      ) {strict}
      ;;
      CREATE INDEX session_person ON session (person_id)
      ;;
      CREATE TABLE role_grant (
        id          TEXT PRIMARY KEY,
        person_id   TEXT NOT NULL REFERENCES person (id),
        role        TEXT NOT NULL CHECK (role IN ('administrator', 'treasurer', 'reviewer',
                      'facilitator', 'campaignOwner', 'fulfilment', 'mediator', 'auditor',
                      'backer', 'voter')),
        scope_kind  TEXT NOT NULL CHECK (scope_kind IN ('platform', 'organisation', 'process',
                      'campaign')),
        scope_id    TEXT NOT NULL,
        granted_by  TEXT REFERENCES person (id),
        granted_at  {time} NOT NULL,
        revoked_by  TEXT REFERENCES person (id),
        revoked_at  {time},
        CHECK ((scope_kind = 'platform') = (scope_id = ''))
      ) {strict}
      ;;
      CREATE UNIQUE INDEX role_grant_once ON role_grant (person_id, role, scope_kind, scope_id)
        WHERE revoked_at IS NULL
      ;;
      CREATE TABLE audit_record (
        id           TEXT PRIMARY KEY,
        recorded_at  {time} NOT NULL,
        actor_kind   TEXT NOT NULL CHECK (actor_kind IN ('visitor', 'person', 'system',
                       'operator')),
        actor_id     TEXT REFERENCES person (id),
        act          TEXT NOT NULL,
        object_kind  TEXT NOT NULL,
        object_id    TEXT NOT NULL,
        detail       {json} NOT NULL,
        request_id   TEXT NOT NULL
      ) {strict}
      ;;
      CREATE INDEX audit_record_object ON audit_record (object_kind, object_id)
      ;;
      CREATE TABLE mail_message (
        id          TEXT PRIMARY KEY,
        kind        TEXT NOT NULL,
        unique_key  TEXT NOT NULL UNIQUE,
        to_address  TEXT NOT NULL,
        to_name     TEXT NOT NULL,
        language    TEXT NOT NULL CHECK (language IN ('it', 'en')),
        subject     TEXT NOT NULL,
        text_body   TEXT NOT NULL,
        html_body   TEXT NOT NULL,
        status      TEXT NOT NULL CHECK (status IN ('queued', 'sent', 'failed')),
        last_error  TEXT,
        created_at  {time} NOT NULL,
        sent_at     {time}
      ) {strict}
      ;;
      CREATE INDEX mail_message_recent ON mail_message (created_at)
      """,
    only: [
      .sqlite: """
      CREATE TRIGGER audit_record_kept BEFORE UPDATE ON audit_record
      BEGIN SELECT RAISE(ABORT, 'an audit record is never changed'); END
      ;;
      CREATE TRIGGER audit_record_never_deleted BEFORE DELETE ON audit_record
      BEGIN SELECT RAISE(ABORT, 'an audit record is never deleted'); END
      """,
      .postgres: """
      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'a row of % is never changed or deleted', TG_TABLE_NAME; END $$
      ;;
      CREATE TRIGGER audit_record_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_record
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
      """,
    ])
}
