// Passkeys, and the challenges that wait for their answers.
import Literals

extension Migration {
  static let passkeys = Migration(
    number: 33, title: "passkeys",
    why:
      "Whoever wants to signs in with a key on their device; a challenge is answered once, by the"
      + " browser that got it.",
    sql: """
      CREATE TABLE passkey (
        id            TEXT PRIMARY KEY,
        person_id     TEXT NOT NULL REFERENCES person (id),
        credential    {bytes} NOT NULL UNIQUE,
        algorithm     TEXT NOT NULL CHECK (algorithm IN ('es256', 'eddsa', 'rs256')),
        public_key    {bytes} NOT NULL,
        name          TEXT NOT NULL,
        sign_count    {int64} NOT NULL CHECK (sign_count >= 0),
        may_back_up   {bool} NOT NULL,
        backed_up     {bool} NOT NULL,
        created_at    {time} NOT NULL,
        last_used_at  {time}
      ) {strict}
      ;;
      CREATE INDEX passkey_person ON passkey (person_id)
      ;;
      CREATE TABLE passkey_challenge (
        hash        TEXT PRIMARY KEY,
        purpose     TEXT NOT NULL CHECK (purpose IN ('add', 'signIn', 'prove')),
        bound_to    TEXT NOT NULL,
        created_at  {time} NOT NULL,
        expires_at  {time} NOT NULL,
        used_at     {time}
      ) {strict}
      ;;
      CREATE INDEX passkey_challenge_over ON passkey_challenge (expires_at)
      """)
}
