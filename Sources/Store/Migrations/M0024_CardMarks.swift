// Cards and addresses are known by keyed marks, also where a card is only saved.
import Literals

extension Migration {
  static let cardMarks = Migration(
    number: 24, title: "cardMarks",
    why: "Stolen cards are tried out by saving them too; a copy of the database must not tell whose"
      + " card or address was seen. What was noted without a key is forgotten.",
    sql: """
      DELETE FROM card_try
      ;;
      ALTER TABLE sandbox_payment ADD COLUMN card TEXT
      """,
    only: [
      .sqlite: """
      PRAGMA writable_schema = ON
      ;;
      UPDATE sqlite_schema
         SET sql = replace(sql, 'payment_id      TEXT NOT NULL REFERENCES',
                                'payment_id      TEXT REFERENCES')
       WHERE type = 'table' AND name = 'card_try'
      ;;
      PRAGMA writable_schema = RESET
      """,
      .postgres: "ALTER TABLE card_try ALTER COLUMN payment_id DROP NOT NULL",
    ])
}
