// What the home page and the transparency page say of all campaigns together.
package import Domain
import Store

extension ReadCampaigns {
  /// All campaigns that the public may see, with what the ledger says was raised.
  package struct PublicAccount: Sendable {
    /// Those that close first come first, ended ones last.
    package let campaigns: [CampaignCard]

    /// Raised by all of them.
    package var raised: Money { campaigns.reduce(.zero) { $0 + $1.meter.raised } }
    package var backers: Int { campaigns.reduce(0) { $0 + $1.backers } }
    package var open: [CampaignCard] { campaigns.filter { $0.state == .live } }
    package var succeeded: Int { campaigns.filter { $0.state == .succeeded }.count }
  }
  /// More campaigns than this are not summed on a page; by then there is an export to read.
  static let accountMax = 2_000

  /// The public account at this moment.
  package func publicAccount() async throws -> PublicAccount {
    try await database.read { tx in
      PublicAccount(campaigns: try tx.campaignCards(CampaignFilter(), limit: Self.accountMax))
    }
  }
}
