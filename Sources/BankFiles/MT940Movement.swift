// Field 61: a movement's days, sign, amount and references.
import Domain

struct MT940Movement {
  private(set) var line: BankLine

  /// `2611201120RC25,00NTRFREFERENCE//BANK`, and the bank's own words in a second line. Nil when
  /// it cannot be read in one way only.
  init?(_ field: MT940Field, of statement: ParsedStatement) {
    var rest = Array(field.value.utf8)[...]
    guard let valued = CivilDate(yearMonthDay: rest.prefix(6)) else { return nil }
    rest = rest.dropFirst(6)
    var booked = valued
    guard rest.count >= 4 else { return nil }
    if rest.prefix(4).allSatisfy({ (48...57).contains($0) }) {
      guard let day = Self.entryDay(rest.prefix(4), near: valued) else { return nil }
      booked = day
      rest = rest.dropFirst(4)
    } else if rest.prefix(4).allSatisfy({ $0 == 32 }) {
      rest = rest.dropFirst(4)
    }
    // RC takes an earlier credit back, RD gives an earlier debit back.
    let isReversal = rest.first == UInt8(ascii: "R")
    if isReversal { rest = rest.dropFirst() }
    guard let mark = rest.popFirst(), [67, 68].contains(mark) else { return nil }
    let cameIn = (mark == UInt8(ascii: "C")) != isReversal
    // Funds code: the third letter of the currency.
    if let code = rest.first, (65...90).contains(code) { rest = rest.dropFirst() }
    let digits = rest.prefix { (48...57).contains($0) || $0 == UInt8(ascii: ",") }
    guard let cents = MT940Amount.cents(digits, statement.currency) else { return nil }
    rest = rest.dropFirst(digits.count)
    guard rest.count >= 4, let kind = rest.first, (65...90).contains(kind) else { return nil }
    line = BankLine(
      account: statement.account, bookedOn: booked,
      amount: Money(cents: cameIn ? cents : -cents, statement.currency))
    line.valuedOn = valued
    line.isReversal = isReversal
    readReferences(String(decoding: rest.dropFirst(4), as: UTF8.self), field.more)
  }

  /// The customer's reference has 16 places: a longer one goes on in the second line.
  private mutating func readReferences(_ written: String, _ more: [String]) {
    let parts = written.split(separator: "//", maxSplits: 1, omittingEmptySubsequences: false)
    let customer = parts.first?.trimmed ?? ""
    var words = more.map(\.trimmed).filter { !$0.isEmpty }
    if parts.count == 2 {
      line.bankReference = parts[1].trimmed
    } else if let next = words.first, next.hasPrefix("//") {
      line.bankReference = next.dropFirst(2).trimmed
      words.removeFirst()
    } else if customer.utf8.count >= 16, let next = words.first, RFReference(customer + next) != nil
    {
      line.structuredReference = customer + next
      words.removeFirst()
    }
    if !["NONREF", "NOREF", "NOTPROVIDED"].contains(customer.uppercased()) {
      line.endToEndID = customer
    }
    line.text = words.joined(separator: " ")
  }

  /// Month and day in the year in which they are nearest to the value date: at New Year the two
  /// lie in different years.
  private static func entryDay(_ digits: ArraySlice<UInt8>, near day: CivilDate) -> CivilDate? {
    let numbers = digits.map { Int($0) - 48 }
    let (month, number) = (numbers[0] * 10 + numbers[1], numbers[2] * 10 + numbers[3])
    let candidates = (day.year - 1...day.year + 1).compactMap { year in
      CivilDate(year: year, month: month, day: number)
    }
    return candidates.min { $0.distance(to: day) < $1.distance(to: day) }
  }
}

extension CivilDate {
  /// Nearly the days between two dates, enough to tell years apart.
  fileprivate func distance(to other: CivilDate) -> Int {
    abs((year - other.year) * 372 + (month - other.month) * 31 + day - other.day)
  }
}
