// Acting in somebody's place to help them.
import Literals

extension Migration {
  static let standIn = Migration(
    number: 31, title: "standIn",
    why: "Who helps somebody in their place has a reason, half an hour and a session of its own;"
      + " each act then names both.",
    sql: """
      CREATE TABLE stand_in (
        token_hash  TEXT PRIMARY KEY REFERENCES session (token_hash),
        helper_id   TEXT NOT NULL REFERENCES person (id),
        helped_id   TEXT NOT NULL REFERENCES person (id),
        home_hash   TEXT NOT NULL REFERENCES session (token_hash),
        reason      TEXT NOT NULL CHECK (length(reason) >= 10),
        started_at  {time} NOT NULL,
        CHECK (helper_id <> helped_id)
      ) {strict}
      ;;
      CREATE INDEX stand_in_helper ON stand_in (helper_id)
      ;;
      CREATE INDEX stand_in_helped ON stand_in (helped_id)
      ;;
      CREATE INDEX stand_in_home ON stand_in (home_hash)
      ;;
      ALTER TABLE audit_record ADD COLUMN on_behalf_of TEXT REFERENCES person (id)
      """)
}
