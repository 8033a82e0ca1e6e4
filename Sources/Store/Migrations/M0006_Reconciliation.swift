// Bank statements as they came, their lines, and what each line was matched to.
import Literals

extension Migration {
  static let reconciliation = Migration(
    number: 6, title: "reconciliation",
    why: "A statement line is a fact: immutable, known by fingerprint and ordinal, matched once.",
    sql: """
      CREATE TABLE statement (
        id             TEXT PRIMARY KEY,
        iban           TEXT NOT NULL,
        currency       TEXT NOT NULL,
        format         TEXT NOT NULL,
        file_name      TEXT NOT NULL,
        digest         TEXT NOT NULL,
        content        {bytes} NOT NULL,
        bank_statement TEXT NOT NULL,
        from_on        TEXT,
        to_on          TEXT,
        opening_cents  {int64},
        closing_cents  {int64},
        imported_by    TEXT REFERENCES person (id),
        imported_at    {time} NOT NULL
      ) {strict}
      ;;
      CREATE TABLE statement_line (
        id               TEXT PRIMARY KEY,
        statement_id     TEXT NOT NULL REFERENCES statement (id),
        position         {int64} NOT NULL,
        iban             TEXT NOT NULL,
        fingerprint      TEXT NOT NULL,
        ordinal          {int64} NOT NULL,
        booked_on        TEXT NOT NULL,
        value_on         TEXT NOT NULL,
        amount_cents     {int64} NOT NULL CHECK (amount_cents <> 0),
        currency         TEXT NOT NULL,
        bank_reference   TEXT NOT NULL,
        end_to_end_id    TEXT NOT NULL,
        reference        TEXT NOT NULL,
        party_name       TEXT NOT NULL,
        party_iban       TEXT NOT NULL,
        text             TEXT NOT NULL,
        UNIQUE (fingerprint, ordinal)
      ) {strict}
      ;;
      CREATE INDEX statement_line_alike ON statement_line (iban, booked_on, amount_cents)
      ;;
      CREATE INDEX statement_line_statement ON statement_line (statement_id, position)
      ;;
      CREATE TABLE line_match (
        id                TEXT PRIMARY KEY,
        line_id           TEXT NOT NULL REFERENCES statement_line (id),
        status            TEXT NOT NULL CHECK (status IN ('waiting', 'matched', 'suspense',
                            'ignored', 'undone')),
        reason            TEXT NOT NULL,
        pledge_id         TEXT REFERENCES pledge (id),
        journal_entry_id  TEXT REFERENCES journal_entry (id),
        automatic         {bool} NOT NULL,
        note              TEXT NOT NULL,
        decided_by        TEXT REFERENCES person (id),
        decided_at        {time} NOT NULL
      ) {strict}
      ;;
      CREATE UNIQUE INDEX line_match_current ON line_match (line_id) WHERE status <> 'undone'
      ;;
      CREATE INDEX line_match_status ON line_match (status, decided_at)
      """)
}
