// What the desk says of payouts: what may go to whom, and what is on its way.

/// A campaign that succeeded, with its account and its payouts.
package struct PayoutFile: Hashable, Sendable {
  package let campaign: Campaign
  package let title: CampaignName
  package let room: PayoutRoom
  /// The account entered last, verified or not.
  package let account: PayeeAccount?
  package let payouts: [Payout]

  package init(
    _ campaign: Campaign, _ title: CampaignName, _ room: PayoutRoom, account: PayeeAccount?,
    payouts: [Payout]
  ) {
    (self.campaign, self.title, self.room) = (campaign, title, room)
    (self.account, self.payouts) = (account, payouts)
  }
}

/// A file that the bank was given.
package struct BankFileLine: Hashable, Sendable {
  package let id: BankFile.ID
  package let transfers: Int
  package let sum: Money
  package let createdAt: Instant

  package init(id: BankFile.ID, transfers: Int, sum: Money, createdAt: Instant) {
    (self.id, self.transfers, self.sum, self.createdAt) = (id, transfers, sum, createdAt)
  }
}
