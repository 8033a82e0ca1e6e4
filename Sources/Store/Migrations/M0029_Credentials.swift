// Several ways in for one person: what a request to a provider is for, addresses that were proved,
// and ways in that two people claim.
import Literals

extension Migration {
  static let credentials = Migration(
    number: 29, title: "credentials",
    why: "Ways in are joined from inside a session alone; what two people claim, people decide.",
    sql: """
      ALTER TABLE saml_request ADD COLUMN purpose TEXT NOT NULL DEFAULT 'signIn'
        CHECK (purpose IN ('signIn', 'link', 'prove'))
      ;;
      ALTER TABLE person ADD COLUMN email_verified_at {time}
      ;;
      ALTER TABLE sign_in_link ADD COLUMN mailed_at {time}
      ;;
      CREATE TABLE address_claim (
        token_hash    TEXT PRIMARY KEY,
        person_id     TEXT NOT NULL REFERENCES person (id),
        browser_hash  TEXT NOT NULL,
        email         TEXT NOT NULL,
        created_at    {time} NOT NULL,
        expires_at    {time} NOT NULL,
        used_at       {time}
      ) {strict}
      ;;
      CREATE INDEX address_claim_person ON address_claim (person_id)
      ;;
      CREATE TABLE credential_conflict (
        id           TEXT PRIMARY KEY,
        kind         TEXT NOT NULL CHECK (kind IN ('address', 'identity')),
        claimant_id  TEXT NOT NULL REFERENCES person (id),
        holder_id    TEXT NOT NULL REFERENCES person (id),
        mark         TEXT NOT NULL,
        sealed       {bytes},
        provider     TEXT,
        scheme       TEXT CHECK (scheme IN ('spid', 'cie')),
        claimed_at   {time} NOT NULL,
        ruling       TEXT CHECK (ruling IN ('refused', 'moved')),
        decided_by   TEXT REFERENCES person (id),
        decided_at   {time},
        reason       TEXT,
        CHECK (claimant_id <> holder_id),
        CHECK ((kind = 'identity') = (provider IS NOT NULL)),
        CHECK ((provider IS NULL) = (scheme IS NULL)),
        CHECK ((ruling IS NULL) = (decided_at IS NULL)),
        CHECK ((ruling IS NULL) = (sealed IS NOT NULL)),
        CHECK (ruling IS NULL OR reason <> '')
      ) {strict}
      ;;
      CREATE UNIQUE INDEX credential_conflict_once ON credential_conflict (claimant_id, mark)
        WHERE ruling IS NULL
      ;;
      CREATE INDEX credential_conflict_recent ON credential_conflict (claimed_at)
      ;;
      CREATE INDEX backer_person ON backer (person_id)
      """)
}
