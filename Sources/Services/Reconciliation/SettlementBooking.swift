// Books lines that are a provider's transfer to our bank, or its way back.
import Domain
import Store

extension LineBooking {
  /// A provider's transfer is known without a person when nothing else can be it. Answers false,
  /// with nothing written, for any other line.
  func bookSettlement(_ line: StatementLine, in tx: Transaction, _ stamp: Stamp) throws -> Bool {
    guard line.facts.amount.isPositive else { return false }
    let awaited = try tx.awaitedSettlements(of: line.facts.amount)
    guard let found = line.facts.settlement(among: awaited) else { return false }
    try receive(found, on: line, by: nil, in: tx, stamp)
    return true
  }

  /// What a provider announced is on our account.
  func receive(
    _ settlement: AwaitedSettlement, on line: StatementLine, by person: Person.ID?,
    in tx: Transaction, _ stamp: Stamp
  ) throws {
    let entry = try JournalEntry.payoutReceived(
      header(line, stamp), from: settlement.provider, on: line.facts.account, settlement.amount)
    var match = LineMatch(
      id: stamp.entropy.id(at: stamp.now), line: line.id, .matched, .settlement)
    match.note = settlement.reference
    match.entry = try post(entry, of: line, in: tx, stamp)
    try tx.insert(match, by: person, at: stamp.now)
  }

  /// What was on our account went back to its provider: it is on its way again, until the provider
  /// says that it failed.
  func returnSettlement(
    _ reference: String, entry: JournalEntry, on line: StatementLine, in tx: Transaction,
    _ stamp: Stamp
  ) throws {
    let reversal = try JournalEntry.reversal(header(line, stamp), of: entry)
    var match = LineMatch(
      id: stamp.entropy.id(at: stamp.now), line: line.id, .matched, .settlementReturned)
    match.note = reference
    match.entry = try tx.post(
      reversal, key: .reversal(of: entry.id), by: stamp.actor, at: stamp.now
    ).entry
    try tx.insert(match, by: stamp.actor.person, at: stamp.now)
  }
}
