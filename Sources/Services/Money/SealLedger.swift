// Seals what was written into the ledger since the last block: the timetable asks every minute.
import Domain
package import Store

/// Seals all entries that wait. Safe to run at any time and twice at once.
package struct SealLedger: Sendable {
  let database: Database
  let clock: WallClock

  /// Entries of one block.
  package static let batchMax = 1000

  package init(database: Database, clock: WallClock) {
    self.database = database
    self.clock = clock
  }

  /// How many blocks were made.
  @discardableResult
  package func callAsFunction() async throws -> Int {
    var made = 0
    while true {
      let now = clock.now
      let block: LedgerBlock?
      do {
        block = try await database.write { try $0.sealNextBlock(limit: Self.batchMax, at: now) }
      } catch StoreRefusal.notUnique {
        // Somebody else sealed the same entries at the same moment.
        return made
      }
      guard let block else { return made }
      made += 1
      if block.content.entries < Self.batchMax { return made }
    }
  }
}
