// What the pages about the ledger's proof show.

/// A block with what it was made of.
package struct ProvenBlock: Hashable, Sendable {
  package let block: LedgerBlock
  package let hashes: [Digest]
  /// The first published head that vouches for it; nil until the end of the day.
  package let head: LedgerHead?
  package let isLast: Bool

  package init(block: LedgerBlock, hashes: [Digest], head: LedgerHead?, isLast: Bool) {
    (self.block, self.hashes, self.head, self.isLast) = (block, hashes, head, isLast)
  }
  /// The hashes one after the other: their SHA-256 is in the block's head.
  package var list: [UInt8] { hashes.flatMap(\.bytes) }
}

/// A pledge in the ledger: its entries, and the blocks that they are sealed in.
package struct PledgeProof: Hashable, Sendable {
  package let page: PledgePage
  package let entries: [SealedRecord]
  package let blocks: [ProvenBlock]

  package init(page: PledgePage, entries: [SealedRecord], blocks: [ProvenBlock]) {
    (self.page, self.entries, self.blocks) = (page, entries, blocks)
  }
  /// The block of an entry, once there is one.
  package func block(of entry: SealedRecord) -> ProvenBlock? {
    blocks.first { $0.block.number == entry.seal?.block }
  }
}

/// A row of a campaign's public ledger: no name, no pledge, but the hash that its donor knows.
package struct ProvenRow: Hashable, Sendable {
  package let entry: JournalEntry.ID
  package let on: CivilDate
  package let kind: JournalKind
  package let amount: Money
  /// Nil until the next block.
  package let seal: Seal?

  package init(
    entry: JournalEntry.ID, on: CivilDate, kind: JournalKind, amount: Money, seal: Seal?
  ) {
    (self.entry, self.on, self.kind) = (entry, on, kind)
    (self.amount, self.seal) = (amount, seal)
  }
}
