// The indexes without which the desk would read whole tables.
import Literals

extension Migration {
  static let desk = Migration(
    number: 8, title: "desk",
    why: "What waits for a person is found without reading what does not.",
    sql: """
      CREATE INDEX pledge_reward_lost ON pledge (created_at) WHERE reward_lost
      ;;
      CREATE INDEX mail_message_unsent ON mail_message (status, created_at)
        WHERE status <> 'sent'
      ;;
      CREATE INDEX money_exception_payment ON money_exception (payment_id)
      """)
}
