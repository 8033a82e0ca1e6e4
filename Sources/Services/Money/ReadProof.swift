// What anybody may see of the chain, and what a donor sees of their own pledge in it.
package import Domain
package import Store

/// Answers the questions of the public pages about the ledger's proof.
package struct ReadProof: Sendable {
  let database: Database

  package init(database: Database) { self.database = database }

  package static let headsMax = 400
  /// A longer ledger is read in pages, or exported by its keepers.
  package static let publicRowsMax = 100_000

  /// The published heads, the latest first, and the block that is last now.
  package func heads() async throws -> (heads: [LedgerHead], last: LedgerBlock?) {
    try await database.read { tx in
      (try tx.heads(limit: Self.headsMax), try tx.lastBlock())
    }
  }
  /// A block with the hashes of its entries and the first head that vouches for it.
  package func block(_ number: Int64) async throws -> ProvenBlock? {
    try await database.read { tx in try tx.provenBlock(number) }
  }
  /// The heads of the blocks from one to the first that a published head vouches for, as bytes one
  /// after the other; nil while none does.
  package func chain(from number: Int64) async throws -> [UInt8]? {
    try await database.read { tx in
      guard let head = try tx.head(over: number) else { return nil }
      let count = min(Self.chainMax, Int(head.block - number) + 1)
      return try tx.blocks(from: number, limit: count).flatMap(\.head.canonical)
    }
  }
  /// Blocks of one file; a day has 1440 minutes.
  package static let chainMax = 10_000
  /// A pledge's entries with their blocks, for whoever has its address.
  package func pledge(_ accessKey: String) async throws -> PledgeProof? {
    try await database.read { tx in
      guard let page = try tx.pledgePage(accessKey: accessKey) else { return nil }
      let entries = try tx.ledgerRecords(of: page.pledge.id).filter {
        $0.record.isOnly(about: page.pledge.id)
      }
      let blocks = try Set(entries.compactMap { $0.seal?.block }).map {
        try tx.provenBlock($0)
      }
      return PledgeProof(page: page, entries: entries, blocks: blocks.compactMap(\.self))
    }
  }
  /// Every row of a campaign's public ledger with its seal, the oldest first.
  package func campaign(_ slug: Slug) async throws -> (card: CampaignCard, rows: [ProvenRow])? {
    try await database.read { tx in
      guard let campaign = try tx.campaign(slug), campaign.state.isPublic,
        let card = try tx.campaignCard(campaign.id)
      else { return nil }
      return (card, try tx.provenRows(of: campaign.id, limit: Self.publicRowsMax))
    }
  }
}

extension LedgerRecord {
  /// Whether nobody else's pledge is in it.
  fileprivate func isOnly(about pledge: Pledge.ID) -> Bool {
    postings.allSatisfy { $0.pledge == nil || $0.pledge == pledge.description }
  }
}

extension Transaction {
  fileprivate func provenBlock(_ number: Int64) throws -> ProvenBlock? {
    guard let block = try block(number) else { return nil }
    return ProvenBlock(
      block: block, hashes: try entryHashes(of: number), head: try head(over: number),
      isLast: try lastBlock()?.number == number)
  }
}
