// Invitations of people who shall work here.
import Literals

extension Migration {
  static let invitation = Migration(
    number: 27, title: "invitation",
    why: "A role is offered by mail and taken up once by whoever reads it; until then nobody holds"
      + " it.",
    sql: """
      CREATE TABLE invitation (
        id            TEXT PRIMARY KEY,
        token_hash    TEXT NOT NULL UNIQUE,
        email         TEXT NOT NULL,
        email_key     TEXT NOT NULL,
        name          TEXT NOT NULL,
        language      TEXT NOT NULL CHECK (language IN ('it', 'en')),
        role          TEXT NOT NULL CHECK (role IN ('administrator', 'treasurer', 'reviewer',
                        'facilitator', 'campaignOwner', 'fulfilment', 'mediator', 'auditor',
                        'backer', 'voter')),
        scope_kind    TEXT NOT NULL CHECK (scope_kind IN ('platform', 'organisation', 'process',
                        'campaign')),
        scope_id      TEXT NOT NULL,
        invited_by    TEXT NOT NULL REFERENCES person (id),
        invited_at    {time} NOT NULL,
        accepted_at   {time},
        accepted_by   TEXT REFERENCES person (id),
        withdrawn_at  {time},
        CHECK ((scope_kind = 'platform') = (scope_id = '')),
        CHECK ((accepted_at IS NULL) = (accepted_by IS NULL)),
        CHECK (accepted_at IS NULL OR withdrawn_at IS NULL)
      ) {strict}
      ;;
      CREATE UNIQUE INDEX invitation_open ON invitation (email_key, role, scope_kind, scope_id)
        WHERE accepted_at IS NULL AND withdrawn_at IS NULL
      """)
}
