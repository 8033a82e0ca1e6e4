// Blocks of sealed entries, each holding the hash of the one before: the ledger's chain.

/// A block without its entries.
package struct LedgerBlock: Hashable, Sendable {
  package let head: Head
  package let hash: Digest

  package var number: Int64 { head.number }
  package var content: Content { head.content }

  /// What a block holds.
  package struct Content: Hashable, Sendable {
    package var entries: Int64 = 0
    package var postings: Int64 = 0
    /// The sum of all debits, which is the sum of all credits.
    package var debitsCents: Int64 = 0

    package init() {}
    package init(entries: Int64, postings: Int64, debitsCents: Int64) {
      (self.entries, self.postings, self.debitsCents) = (entries, postings, debitsCents)
    }
    package static func + (left: Content, right: Content) -> Content {
      Content(
        entries: left.entries + right.entries, postings: left.postings + right.postings,
        debitsCents: left.debitsCents + right.debitsCents)
    }
  }

  package init(_ head: Head, hash: Digest) {
    self.head = head
    self.hash = hash
  }

  /// What a block's hash is made of.
  package struct Head: Hashable, Sendable {
    /// 1, 2, 3 … without gaps.
    package let number: Int64
    /// The hash of the block before; of the first, 32 zeros.
    package let previous: Digest
    package let sealedAt: Instant
    package let content: Content
    /// SHA-256 of the hashes of its entries, one after the other.
    package let entriesHash: Digest

    package init(
      number: Int64, previous: Digest, sealedAt: Instant, content: Content, entriesHash: Digest
    ) {
      (self.number, self.previous, self.sealedAt) = (number, previous, sealedAt)
      (self.content, self.entriesHash) = (content, entriesHash)
    }

    /// The 105 bytes whose SHA-256 is the block's hash.
    package var canonical: [UInt8] {
      var bytes = CanonicalBytes(version: 1, capacity: 105)
      bytes.add(number)
      bytes.add(previous)
      bytes.add(sealedAt.milliseconds)
      bytes.add(content.entries)
      bytes.add(content.postings)
      bytes.add(content.debitsCents)
      bytes.add(entriesHash)
      return bytes.bytes
    }
  }
}

extension Digest {
  /// What the first block of a chain has as the hash of the one before.
  package static let none = Digest(zeros: ())
}

/// What is published every day and mailed to auditors: who keeps it can tell whether anybody has
/// since rewritten what was in the ledger by then.
package struct LedgerHead: Hashable, Sendable {
  /// The day at whose end this was the last block.
  package let day: CivilDate
  package let block: Int64
  package let hash: Digest
  /// Of all blocks up to this one.
  package let content: LedgerBlock.Content

  package init(day: CivilDate, block: Int64, hash: Digest, content: LedgerBlock.Content) {
    (self.day, self.block, self.hash, self.content) = (day, block, hash, content)
  }
}

/// Where an entry was sealed, and as what.
package struct Seal: Hashable, Sendable {
  package let block: Int64
  /// 1, 2, 3 … within the block.
  package let position: Int64
  /// SHA-256 of the entry's canonical bytes, in hexadecimal digits: as the row says.
  package let hash: String
  /// Of each line, the first sixteen digits of the SHA-256 of its bytes: which line was changed.
  package let lineMarks: [String]

  package init(block: Int64, position: Int64, hash: String, lineMarks: [String]) {
    (self.block, self.position) = (block, position)
    (self.hash, self.lineMarks) = (hash, lineMarks)
  }
}

/// An entry as its rows say, with its seal.
package struct SealedRecord: Hashable, Sendable {
  package var record: LedgerRecord
  /// Nil until the next block, and for rows that came in by a back door.
  package let seal: Seal?
  /// Whether the next block will take it.
  package let isWaiting: Bool

  package init(_ record: LedgerRecord, seal: Seal?, isWaiting: Bool) {
    (self.record, self.seal, self.isWaiting) = (record, seal, isWaiting)
  }
}
