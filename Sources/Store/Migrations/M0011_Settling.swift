// What settling a campaign needs: its fees found at once, and refunds that nothing covers named.
import Literals

extension Migration {
  static let settling = Migration(
    number: 11, title: "settling",
    why: "A campaign's provider fees are charged on when it settles; a refund that cannot be"
      + " covered is left to a person and does not stop the others.",
    sql: """
      CREATE INDEX posting_provider_fee ON posting (campaign_id, account_code, amount_cents)
        WHERE substr(account_code, 1, 13) = 'provider_fee:'
      """,
    only: WiderList.statements([
      WiderList(
        table: "money_exception", column: "kind", known: "campaignOver",
        added: ["refundUncovered"])
    ]))
}
