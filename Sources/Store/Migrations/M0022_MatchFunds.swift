// Sponsors' pools, and what each has promised which campaign.
import Literals

extension Migration {
  static let matchFunds = Migration(
    number: 22, title: "matchFunds",
    why: "A sponsor adds to what the crowd gives; the last euro is promised under a lock.",
    sql: """
      CREATE TABLE match_fund (
        id                TEXT PRIMARY KEY,
        code              TEXT NOT NULL UNIQUE,
        sponsor           TEXT NOT NULL,
        rule              TEXT NOT NULL CHECK (rule IN ('share', 'bonus', 'multiply', 'perDonor')),
        percent           {int64} NOT NULL CHECK (percent BETWEEN 0 AND 1000),
        amount_cents      {int64} NOT NULL CHECK (amount_cents >= 0),
        cap_cents         {int64} NOT NULL CHECK (cap_cents > 0),
        status            TEXT NOT NULL CHECK (status IN ('open', 'closed')),
        created_by        TEXT REFERENCES person (id),
        created_at        {time} NOT NULL,
        closed_at         {time},
        CHECK ((status = 'closed') = (closed_at IS NOT NULL))
      ) {strict}
      ;;
      CREATE TABLE match_commitment (
        fund_id          TEXT NOT NULL REFERENCES match_fund (id),
        campaign_id      TEXT NOT NULL REFERENCES campaign (id),
        committed_cents  {int64} NOT NULL CHECK (committed_cents >= 0),
        movements        {int64} NOT NULL CHECK (movements >= 0),
        status           TEXT NOT NULL CHECK (status IN ('offered', 'reserved', 'due', 'released',
                           'clawedBack')),
        PRIMARY KEY (fund_id, campaign_id)
      ) {strict}
      ;;
      CREATE INDEX match_commitment_campaign ON match_commitment (campaign_id)
      """,
    only: WiderList.statements([
      WiderList(
        table: "journal_entry", column: "kind", known: "captured",
        added: ["matchDeposited", "matchAdded", "matchReturned", "matchReleased"]),
      WiderList(
        table: "journal_entry", column: "cause_kind", known: "statementLine",
        added: ["matchFund"]),
    ]))
}
