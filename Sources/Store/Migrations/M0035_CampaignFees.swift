// What stays on the way of a campaign's money, by its own terms; and whose turn a saved card is.
import Literals

extension Migration {
  static let campaignFees = Migration(
    number: 35, title: "campaignFees",
    why: "What the platform keeps is a campaign's own term: a new price meets new campaigns only."
      + " Saved cards are looked at in turn.",
    sql: """
      ALTER TABLE campaign ADD COLUMN platform_fee_basis_points {int64} NOT NULL DEFAULT 0
        CHECK (platform_fee_basis_points BETWEEN 0 AND 10000)
      ;;
      ALTER TABLE campaign ADD COLUMN provider_fees_borne_by TEXT NOT NULL DEFAULT 'campaign'
        CHECK (provider_fees_borne_by IN ('campaign', 'platform'))
      ;;
      ALTER TABLE card_mandate ADD COLUMN looked_at {time}
      """)
}
