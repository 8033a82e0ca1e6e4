// What stays on the way of a campaign's money, by its own terms.
import Literals

extension Migration {
  static let campaignFees = Migration(
    number: 35, title: "campaignFees",
    why: "What the platform keeps is a campaign's own term: a new price meets new campaigns only.",
    sql: """
      ALTER TABLE campaign ADD COLUMN platform_fee_basis_points {int64} NOT NULL DEFAULT 0
        CHECK (platform_fee_basis_points BETWEEN 0 AND 10000)
      ;;
      ALTER TABLE campaign ADD COLUMN provider_fees_borne_by TEXT NOT NULL DEFAULT 'campaign'
        CHECK (provider_fees_borne_by IN ('campaign', 'platform'))
      """)
}
