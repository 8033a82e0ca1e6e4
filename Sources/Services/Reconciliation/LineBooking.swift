// Books lines into the ledger. Each function is one transaction's part: decision, entry, pledge.
import Domain
import Store

/// Books what a line turned out to be, with the doors of the areas it touches.
struct LineBooking: Sendable {
  let pledges: PledgePayments

  /// A transfer is a pledge's: its payment succeeds, the entry is written, the pledge confirmed.
  /// What came above the pledge belongs to its donor.
  func match(
    _ line: StatementLine, to pledge: Pledge, _ reason: SettledReason, in tx: Transaction,
    _ stamp: Stamp
  ) throws {
    let payment = try payment(for: pledge, of: line, in: tx, stamp)
    let overpaid = line.facts.amount - pledge.total
    let entry = try JournalEntry.transferMatched(
      header(line, stamp), on: line.facts.account, payment.paid, overpaid: overpaid)
    let posted = try post(entry, of: line, in: tx, stamp)
    _ = try pledges.confirm(pledge.id, in: tx, stamp)
    var match = LineMatch(id: stamp.entropy.id(at: stamp.now), line: line.id, .matched, reason)
    match.pledge = pledge.id
    match.entry = posted
    try tx.insert(match, by: stamp.actor.person(for: reason), at: stamp.now)
  }

  /// The same for money that lies in suspense.
  func allocate(
    _ line: StatementLine, to pledge: Pledge, in tx: Transaction, _ stamp: Stamp
  ) throws {
    let payment = try payment(for: pledge, of: line, in: tx, stamp)
    let entry = try JournalEntry.suspenseAllocated(
      header(line, stamp), from: line.facts.account, to: payment.paid,
      overpaid: line.facts.amount - pledge.total)
    let part = try tx.matchCount(of: line.id)
    let key = JournalKey.allocate(line: line.id.description, part: part)
    let posted = try tx.post(entry, key: key, by: stamp.actor, at: stamp.now)
    _ = try pledges.confirm(pledge.id, in: tx, stamp)
    var match = LineMatch(
      id: stamp.entropy.id(at: stamp.now), line: line.id, .matched, .chosenByHand)
    match.pledge = pledge.id
    match.entry = posted.entry
    try tx.insert(match, by: stamp.actor.person, at: stamp.now)
  }

  /// Money that is nobody's yet is ours to keep for whoever it is.
  func suspend(
    _ line: StatementLine, note: String, in tx: Transaction, _ stamp: Stamp
  ) throws {
    let entry = try JournalEntry.transferUnmatched(
      header(line, stamp), on: line.facts.account, line.facts.amount)
    var match = LineMatch(
      id: stamp.entropy.id(at: stamp.now), line: line.id, .suspense, .ownerUnknown)
    match.note = note
    match.entry = try post(entry, of: line, in: tx, stamp)
    try tx.insert(match, by: stamp.actor.person, at: stamp.now)
  }

  /// A sponsor put money into a fund; what it owes already moves at once.
  func deposit(
    _ line: StatementLine, to fund: MatchFund, in tx: Transaction, _ stamp: Stamp
  ) throws {
    let entry = try JournalEntry.matchDeposited(
      header(line, stamp), on: line.facts.account, line.facts.amount, for: fund.id)
    var match = LineMatch(
      id: stamp.entropy.id(at: stamp.now), line: line.id, .matched, .matchDeposit)
    match.note = fund.code.text
    match.entry = try post(entry, of: line, in: tx, stamp)
    try tx.insert(match, by: stamp.actor.person, at: stamp.now)
    try tx.balanceMatches(of: fund.id, stamp)
  }

  /// What the bank took for itself.
  func bankFee(
    _ line: StatementLine, note: String, in tx: Transaction, _ stamp: Stamp
  ) throws {
    let entry = try JournalEntry.bankFee(
      header(line, stamp), on: line.facts.account, -line.facts.amount)
    var match = LineMatch(id: stamp.entropy.id(at: stamp.now), line: line.id, .matched, .bankFee)
    match.note = note
    match.entry = try post(entry, of: line, in: tx, stamp)
    try tx.insert(match, by: stamp.actor.person, at: stamp.now)
  }

  /// Nothing of ours: no entry.
  func setAside(
    _ line: StatementLine, note: String, in tx: Transaction, _ stamp: Stamp
  ) throws {
    var match = LineMatch(id: stamp.entropy.id(at: stamp.now), line: line.id, .ignored, .setAside)
    match.note = note
    try tx.insert(match, by: stamp.actor.person, at: stamp.now)
  }

  /// A line is booked once; after that was taken back, it may be booked anew under the next key.
  func post(
    _ entry: JournalEntry, of line: StatementLine, in tx: Transaction, _ stamp: Stamp
  ) throws -> JournalEntry.ID {
    var name = line.id.description
    let earlier = try tx.journalEntries(causedBy: .statementLine(line.id)).count
    if earlier > 0 { name += ":\(earlier + 1)" }
    return try tx.post(entry, key: .bank(line: name), by: stamp.actor, at: stamp.now).entry
  }

  /// The transfer that the pledge announced, or one made now for money that came another way than
  /// was announced.
  private func payment(
    for pledge: Pledge, of line: StatementLine, in tx: Transaction, _ stamp: Stamp
  ) throws -> Payment {
    let attempts = try tx.payments(of: pledge.id)
    var payment: Payment
    if let announced = attempts.first(where: { $0.provider == .bank && $0.status != .succeeded }) {
      payment = announced
    } else {
      payment = Payment(
        id: stamp.entropy.id(at: stamp.now), of: (pledge.id, pledge.campaign), at: .bank,
        attempt: (attempts.first?.attempt ?? 0) + 1,
        Payment.Terms(
          amount: pledge.total, shipping: pledge.split.shipping, createdAt: stamp.now,
          expiresAt: stamp.now))
      try tx.insert(payment)
    }
    let change = payment.move(
      on: .reached(.succeeded), because: "on the bank statement",
      cause: "statement line \(line.id)", at: stamp.now)
    if let change { try tx.update(payment, change) }
    return payment
  }

  func header(_ line: StatementLine, _ stamp: Stamp) -> JournalEntry.Header {
    JournalEntry.Header(
      id: stamp.entropy.id(at: stamp.now), effectiveOn: line.facts.bookedOn,
      cause: .statementLine(line.id))
  }
}

extension Cause {
  static func statementLine(_ id: StatementLine.ID) -> Cause {
    Cause(.statementLine, id.description)
  }
}

extension Actor {
  /// Who decided: nobody where the rule did.
  fileprivate func person(for reason: SettledReason) -> Person.ID? {
    reason == .exactReference ? nil : person
  }
}
