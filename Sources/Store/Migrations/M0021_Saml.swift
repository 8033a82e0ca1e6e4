// Signing in by SPID and CIE: what was asked, what may not come again, whose session it is, and the
// register that the law wants kept for 24 months.
import Literals

extension Migration {
  static let saml = Migration(
    number: 21, title: "saml",
    why: "One request has one answer, on any machine; exchanges are kept apart, sealed and timed.",
    sql: """
      CREATE TABLE fiscal_identity (
        person_id      TEXT PRIMARY KEY REFERENCES person (id),
        fiscal_mark    TEXT NOT NULL UNIQUE,
        fiscal_sealed  {bytes} NOT NULL,
        first_seen_at  {time} NOT NULL,
        last_seen_at   {time} NOT NULL
      ) {strict}
      ;;
      CREATE TABLE saml_request (
        id              TEXT PRIMARY KEY,
        provider        TEXT NOT NULL,
        scheme          TEXT NOT NULL CHECK (scheme IN ('spid', 'cie')),
        level           {int64} NOT NULL CHECK (level BETWEEN 1 AND 3),
        browser_hash    TEXT NOT NULL,
        next_path       TEXT NOT NULL,
        previous_session TEXT,
        request_sealed  {bytes} NOT NULL,
        issued_at       {time} NOT NULL,
        expires_at      {time} NOT NULL,
        answered_at     {time}
      ) {strict}
      ;;
      CREATE INDEX saml_request_expiry ON saml_request (expires_at)
      ;;
      CREATE TABLE saml_seen (
        mark        TEXT PRIMARY KEY,
        expires_at  {time} NOT NULL
      ) {strict}
      ;;
      CREATE INDEX saml_seen_expiry ON saml_seen (expires_at)
      ;;
      CREATE TABLE saml_session (
        token_hash       TEXT PRIMARY KEY REFERENCES session (token_hash),
        provider         TEXT NOT NULL,
        scheme           TEXT NOT NULL CHECK (scheme IN ('spid', 'cie')),
        level            {int64} NOT NULL CHECK (level BETWEEN 1 AND 3),
        name_id          TEXT NOT NULL,
        name_qualifier   TEXT NOT NULL,
        session_index    TEXT,
        authenticated_at {time} NOT NULL
      ) {strict}
      ;;
      CREATE INDEX saml_session_subject ON saml_session (provider, name_id)
      ;;
      CREATE TABLE saml_exchange (
        id               TEXT PRIMARY KEY,
        request_id       TEXT NOT NULL UNIQUE,
        requested_at     {time} NOT NULL,
        response_id      TEXT NOT NULL,
        answered_at      {time} NOT NULL,
        issuer           TEXT NOT NULL,
        assertion_id     TEXT,
        subject          TEXT,
        subject_qualifier TEXT,
        outcome          TEXT NOT NULL,
        request_sealed   {bytes} NOT NULL,
        response_sealed  {bytes} NOT NULL,
        keep_until       {time} NOT NULL
      ) {strict}
      ;;
      CREATE INDEX saml_exchange_expiry ON saml_exchange (keep_until)
      ;;
      CREATE INDEX saml_exchange_response ON saml_exchange (response_id)
      ;;
      CREATE TABLE saml_refusal (
        id               TEXT PRIMARY KEY,
        refused_at       {time} NOT NULL,
        reason           TEXT NOT NULL,
        request_id       TEXT,
        provider         TEXT,
        response_sealed  {bytes}
      ) {strict}
      ;;
      CREATE INDEX saml_refusal_time ON saml_refusal (refused_at)
      ;;
      CREATE TABLE saml_metadata (
        source      TEXT PRIMARY KEY,
        scheme      TEXT NOT NULL CHECK (scheme IN ('spid', 'cie')),
        digest      TEXT NOT NULL,
        xml         {bytes} NOT NULL,
        fetched_at  {time} NOT NULL,
        problem     TEXT
      ) {strict}
      """,
    only: [
      .sqlite: """
      CREATE TRIGGER saml_exchange_kept BEFORE UPDATE ON saml_exchange
      BEGIN SELECT RAISE(ABORT, 'an exchange on record is never changed'); END
      ;;
      CREATE TRIGGER saml_exchange_kept_long BEFORE DELETE ON saml_exchange
      WHEN OLD.keep_until > CAST(strftime('%s', 'now') AS INTEGER) * 1000
      BEGIN SELECT RAISE(ABORT, 'an exchange is kept for 24 months'); END
      """,
      .postgres: """
      CREATE FUNCTION keep_saml_exchange() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.keep_until > EXTRACT(EPOCH FROM now()) * 1000 THEN
          RAISE EXCEPTION 'an exchange is kept for 24 months';
        END IF;
        RETURN OLD;
      END $$
      ;;
      CREATE TRIGGER saml_exchange_kept BEFORE UPDATE OR TRUNCATE ON saml_exchange
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
      ;;
      CREATE TRIGGER saml_exchange_kept_long BEFORE DELETE ON saml_exchange
      FOR EACH ROW EXECUTE FUNCTION keep_saml_exchange()
      """,
    ])
}
