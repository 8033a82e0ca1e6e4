// Second factors, the codes that stand in for them, and what a session knows of its own proof.
import Literals

extension Migration {
  static let secondFactor = Migration(
    number: 26, title: "secondFactor",
    why:
      "Whoever moves money or gives roles shows a second factor; a code counts once, and guessing"
      + " is slow.",
    sql: """
      CREATE TABLE second_factor (
        person_id      TEXT PRIMARY KEY REFERENCES person (id),
        secret_sealed  {bytes} NOT NULL,
        created_at     {time} NOT NULL,
        confirmed_at   {time},
        last_step      {int64} NOT NULL CHECK (last_step >= 0),
        wrong_tries    {int64} NOT NULL CHECK (wrong_tries >= 0),
        last_wrong_at  {time},
        CHECK (wrong_tries = 0 OR last_wrong_at IS NOT NULL)
      ) {strict}
      ;;
      CREATE TABLE recovery_code (
        mark        TEXT PRIMARY KEY,
        person_id   TEXT NOT NULL REFERENCES person (id),
        created_at  {time} NOT NULL,
        used_at     {time}
      ) {strict}
      ;;
      CREATE INDEX recovery_code_person ON recovery_code (person_id)
      ;;
      ALTER TABLE session ADD COLUMN device TEXT NOT NULL DEFAULT ''
      ;;
      ALTER TABLE session ADD COLUMN proved_at {time}
      ;;
      ALTER TABLE session ADD COLUMN waiting_until {time}
      """)
}
