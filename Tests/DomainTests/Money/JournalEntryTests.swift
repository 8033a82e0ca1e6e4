// Whatever happens to money, the postings balance, say the same twice, and can be taken back.
import Domain
import Testing

/// The same numbers for the same seed, on any machine.
struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
  mutating func id<Owner>() -> ID<Owner> {
    ID(
      at: Instant(milliseconds: 1_763_700_000_000),
      random: (0..<10).map { _ in UInt8.random(in: 0...255, using: &self) })
  }
  mutating func header() -> JournalEntry.Header {
    let campaign: Campaign.ID = id()
    return JournalEntry.Header(id: id(), effectiveOn: day, cause: .campaign(campaign))
  }
  mutating func paid(for campaign: Campaign.ID, least: Int64 = 1) -> JournalEntry.Paid {
    let cents = Int64.random(in: least...500_000, using: &self)
    let shipping = Bool.random(using: &self) ? Int64.random(in: 0...cents, using: &self) : 0
    return JournalEntry.Paid(
      payment: id(), pledge: id(), campaign: campaign, amount: Money(cents: cents),
      shipping: Money(cents: shipping))
  }
}

private let day: CivilDate = {
  guard let day = CivilDate("2026-11-21") else { preconditionFailure("a real day") }
  return day
}()
private let iban: IBAN = {
  guard let iban = IBAN("IT60X0542811101000000123456") else { preconditionFailure("a real IBAN") }
  return iban
}()

/// The sum of postings by account.
private func balances(_ entries: [JournalEntry]) -> [Account: Money] {
  entries.flatMap(\.postings).reduce(into: [:]) { sums, posting in
    sums[posting.account, default: .zero] += posting.amount
  }
}

@Suite struct `A journal entry` {
  private func two(_ first: Money, _ second: Money) throws(LedgerRefusal) -> JournalEntry {
    var numbers = SeededNumbers(seed: 1)
    return try JournalEntry(
      numbers.header(), .transferUnmatched,
      [.debit(.bank(iban), first), .credit(.suspense(iban), second)])
  }

  @Test func `refuses postings that do not balance`() {
    #expect(throws: LedgerRefusal.unbalanced(by: Money(cents: 1))) {
      try two(Money(cents: 101), Money(cents: 100))
    }
  }
  @Test func `refuses a posting of nothing`() {
    #expect(throws: LedgerRefusal.zeroPosting(account: "bank:IT60X0542811101000000123456")) {
      try two(.zero, .zero)
    }
  }
  @Test func `refuses fewer than two postings`() {
    var numbers = SeededNumbers(seed: 1)
    let header = numbers.header()
    #expect(throws: LedgerRefusal.tooFewPostings) { try JournalEntry(header, .bankFee, []) }
    #expect(throws: LedgerRefusal.tooFewPostings) {
      try JournalEntry(header, .bankFee, [.debit(.bankFee(), .euro(1))])
    }
  }
  @Test func `refuses two currencies`() throws {
    let dollar = try #require(Currency("USD"))
    #expect(throws: LedgerRefusal.mixedCurrencies) {
      try two(.euro(1), Money(cents: 100, dollar))
    }
    #expect(throws: LedgerRefusal.mixedCurrencies) {
      try two(Money(cents: 100, dollar), Money(cents: 100, dollar))
    }
  }
  @Test func `refuses amounts that are not positive and parts above their whole`() throws {
    var numbers = SeededNumbers(seed: 2)
    let header = numbers.header()
    let campaign: Campaign.ID = numbers.id()
    for cents in [0, -5] as [Int64] {
      let money = Money(cents: cents)
      #expect(throws: LedgerRefusal.notPositive(money)) {
        try JournalEntry.transferUnmatched(header, on: iban, money)
      }
      #expect(throws: LedgerRefusal.notPositive(money)) {
        try JournalEntry.campaignSettled(header, campaign, escrow: money)
      }
    }
    let paid = JournalEntry.Paid(
      payment: numbers.id(), pledge: numbers.id(), campaign: campaign, amount: .euro(5),
      shipping: .euro(6))
    #expect(throws: LedgerRefusal.partAboveWhole(part: .euro(6), whole: .euro(5))) {
      try JournalEntry.captured(header, by: .sandbox, paid)
    }
    #expect(throws: LedgerRefusal.partAboveWhole(part: .euro(11), whole: .euro(10))) {
      try JournalEntry.campaignSettled(
        header, campaign, escrow: .euro(10),
        .init(platformFee: .euro(9), providerFees: [.sandbox: .euro(2)]))
    }
  }

  @Test(arguments: 1...200 as ClosedRange<UInt64>)
  func `conserves money and its reversal restores every balance`(seed: UInt64) throws {
    var numbers = SeededNumbers(seed: seed)
    let campaign: Campaign.ID = numbers.id()
    let paid = numbers.paid(for: campaign, least: 10)
    let fee = Money(cents: Int64.random(in: 1...9, using: &numbers))
    let entries = [
      try JournalEntry.captured(numbers.header(), by: .sandbox, paid),
      try .providerFee(
        numbers.header(), by: .sandbox, fee,
        of: .init(payment: paid.payment, pledge: paid.pledge, campaign: campaign)),
      try .transferMatched(numbers.header(), on: iban, paid, overpaid: fee),
      try .transferUnmatched(numbers.header(), on: iban, paid.amount),
      try .suspenseAllocated(numbers.header(), from: iban, to: paid),
      try .campaignSettled(
        numbers.header(), campaign, escrow: paid.amount,
        .init(platformFee: fee, providerFees: [.sandbox: Money(cents: 1)])),
      try .creditReturned(
        numbers.header(), on: iban, fee, to: paid.pledge, of: campaign),
      try .matchPaidBack(numbers.header(), on: iban, fee),
      try .creditReturned(numbers.header(), on: iban, unmatched: fee),
      try .payoutAnnounced(numbers.header(), by: .sandbox, fee),
      try .payoutReceived(numbers.header(), from: .sandbox, on: iban, fee),
      try .bankFee(numbers.header(), on: iban, fee),
    ]
    let sum = balances(entries).values.reduce(Money.zero, +)
    #expect(sum.isZero)
    let reversals = try entries.map { try JournalEntry.reversal(numbers.header(), of: $0) }
    let left = balances(entries + reversals).values.filter { !$0.isZero }
    #expect(left.isEmpty)
    for (entry, reversal) in zip(entries, reversals) {
      #expect(reversal.reverses == entry.id)
      #expect(throws: LedgerRefusal.reversesAReversal) {
        try JournalEntry.reversal(numbers.header(), of: reversal)
      }
    }
    #expect(Set(entries.map(\.content)).count == entries.count)
  }

  @Test func `told twice has the same content, and other content for another amount`() throws {
    var numbers = SeededNumbers(seed: 3)
    let paid = numbers.paid(for: numbers.id())
    let first = try JournalEntry.captured(numbers.header(), by: .sandbox, paid)
    let second = try JournalEntry.captured(numbers.header(), by: .sandbox, paid)
    #expect(first.id != second.id)
    #expect(first.content == second.content)
    let more = JournalEntry.Paid(
      payment: paid.payment, pledge: paid.pledge, campaign: paid.campaign,
      amount: paid.amount + Money(cents: 1), shipping: paid.shipping)
    let other = try JournalEntry.captured(numbers.header(), by: .sandbox, more)
    #expect(first.content != other.content)
  }

  @Test func `of a capture holds goods and shipping apart`() throws {
    var numbers = SeededNumbers(seed: 4)
    let campaign: Campaign.ID = numbers.id()
    let paid = JournalEntry.Paid(
      payment: numbers.id(), pledge: numbers.id(), campaign: campaign, amount: .euro(32),
      shipping: .euro(7))
    let entry = try JournalEntry.captured(numbers.header(), by: .sandbox, paid)
    #expect(
      balances([entry]) == [
        .provider(.sandbox): .euro(32), .escrow(campaign): .euro(-25),
        .shipping(campaign): .euro(-7),
      ])
  }
  @Test func `of an overpaid transfer leaves the rest to the donor`() throws {
    var numbers = SeededNumbers(seed: 5)
    let campaign: Campaign.ID = numbers.id()
    let paid = JournalEntry.Paid(
      payment: numbers.id(), pledge: numbers.id(), campaign: campaign, amount: .euro(20),
      shipping: .zero)
    let entry = try JournalEntry.transferMatched(
      numbers.header(), on: iban, paid, overpaid: .euro(5))
    #expect(
      balances([entry]) == [
        .bank(iban): .euro(25), .escrow(campaign): .euro(-20),
        .donorCredit(paid.pledge): .euro(-5),
      ])
  }
}

@Suite struct `An account` {
  @Test func `reads its own code back`() throws {
    var numbers = SeededNumbers(seed: 6)
    let accounts: [Account] = [
      .bank(iban), .provider(.sandbox), .escrow(numbers.id()), .refundsPayable(),
      .donorCredit(numbers.id()), .platformFee(),
    ]
    for account in accounts { #expect(Account(code: account.code) == account) }
    #expect(Account(code: "nonsense:x") == nil)
    #expect(Account(code: "escrow:") == nil)
  }
  @Test func `that holds other people's money may never go negative`() {
    for kind in AccountKind.allCases where kind.side == .liability {
      #expect(!kind.mayGoNegative, "\(kind)")
    }
  }
}
