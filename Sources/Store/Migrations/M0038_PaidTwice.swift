// Settlements are found by their amount; a payout that went twice is on the desk.
import Literals

extension Migration {
  static let paidTwice = Migration(
    number: 38, title: "paidTwice",
    why: "Each line of a statement asks whether it is a settlement: an index answers. A payout that"
      + " was told as failed and went all the same may have gone twice: a person has to look.",
    sql: """
      CREATE INDEX provider_movement_transfers ON provider_movement (gross_cents)
       WHERE kind = 'settlement'
      """,
    only: WiderList.statements([
      WiderList(
        table: "money_exception", column: "kind", known: "campaignOver",
        added: ["payoutAfterAll"])
    ]))
}
