// How often cards are tried, and what each settlement is made of.
import Literals

extension Migration {
  static let cardTries = Migration(
    number: 20, title: "cardTries",
    why: "Stolen cards are tried out on pages for gifts; a settlement is made of lines.",
    sql: """
      CREATE TABLE card_try (
        provider        TEXT NOT NULL,
        try_id          TEXT NOT NULL,
        outcome         TEXT NOT NULL CHECK (outcome IN ('started', 'refused', 'taken')),
        payment_id      TEXT NOT NULL REFERENCES payment (id),
        campaign_id     TEXT NOT NULL REFERENCES campaign (id),
        backer_id       TEXT NOT NULL REFERENCES backer (id),
        address_digest  TEXT,
        card            TEXT,
        occurred_at     {time} NOT NULL,
        PRIMARY KEY (provider, try_id, outcome)
      ) {strict}
      ;;
      CREATE INDEX card_try_address ON card_try (address_digest, occurred_at)
      ;;
      CREATE INDEX card_try_backer ON card_try (backer_id, occurred_at)
      ;;
      CREATE INDEX card_try_campaign ON card_try (campaign_id, occurred_at)
      ;;
      CREATE INDEX card_try_payment ON card_try (payment_id)
      ;;
      CREATE INDEX card_try_card ON card_try (card)
      ;;
      CREATE INDEX card_try_time ON card_try (occurred_at)
      ;;
      ALTER TABLE provider_movement ADD COLUMN settlement TEXT
      ;;
      CREATE INDEX provider_movement_settlement ON provider_movement (provider, settlement)
      """,
    only: WiderList.statements([
      WiderList(
        table: "money_exception", column: "kind", known: "campaignOver",
        added: ["cardTesting", "cardShared", "settlementDiffers"])
    ]))
}
