// Writes journal entries as the product does, and says how many postings it wrote a second.
// LedgerBench DATABASE COUNT WRITERS BATCH START [seal]: COUNT entries of three postings, BATCH in
// a transaction, numbered from START; the campaign of campaign.sql has to be there.
import Domain
import Services
import Store

@main
struct LedgerBench {
  static let postingsOfAnEntry = 3

  static func main() async throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard arguments.count >= 5, let address = DatabaseAddress(arguments[0]),
      let campaign = Campaign.ID("cmp_01kajh0000000000000000000a")
    else { throw Fault("usage: LedgerBench DATABASE COUNT WRITERS BATCH START [seal]") }
    let numbers = arguments[1...4].compactMap { Int($0) }
    guard numbers.count == 4 else { throw Fault("four numbers are needed") }
    let database = try await Database.open(address, connections: max(1, numbers[1]))
    let load = Load(
      database: database, campaign: campaign, count: numbers[0], writers: numbers[1],
      batch: numbers[2], start: numbers[3])
    let clock = ContinuousClock()
    let time = try await clock.measure { try await load.run() }
    if arguments.contains("seal") {
      try await SealLedger(database: database, clock: WallClock { load.now })()
    }
    await database.close()
    let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
    let perSecond = Double(load.count * postingsOfAnEntry) / seconds
    print("{\"per_second\": \(perSecond)}")
  }
}

/// The entries of one run.
struct Load: Sendable {
  let database: Database
  let campaign: Campaign.ID
  let count: Int
  let writers: Int
  let batch: Int
  let start: Int
  let now = Instant(milliseconds: 1_795_000_000_000)

  func run() async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<writers {
        group.addTask {
          let own = stride(from: writer * batch, to: count, by: writers * batch)
          for first in own { try await write(first..<min(first + batch, count)) }
        }
      }
      try await group.waitForAll()
    }
  }

  private func write(_ numbers: Range<Int>) async throws {
    try await database.write { tx in
      for number in numbers {
        _ = try tx.post(
          try entry(start + number), key: .capture(id(start + number)), by: .system, at: now)
      }
    }
  }

  private func entry(_ number: Int) throws -> JournalEntry {
    let about = Posting.Subject(campaign: campaign)
    return try JournalEntry(
      JournalEntry.Header(
        id: id(number), effectiveOn: CivilDate(of: now), cause: .campaign(campaign)), .captured,
      [
        .debit(.provider(.sandbox), .euro(10), about),
        .credit(.escrow(campaign), .euro(8), about),
        .credit(.shipping(campaign), .euro(2), about),
      ])
  }

  private func id<Owner>(_ number: Int) -> ID<Owner> {
    let bytes = withUnsafeBytes(of: UInt64(number).bigEndian) { Array($0) }
    return ID(at: now, random: [0, 0] + bytes)
  }
}
