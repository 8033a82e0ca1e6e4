// One statement of a CBI RH file: opening balance, movements with their words, closing balance.
import Domain

struct CBIStatement {
  private var parsed: ParsedStatement
  private let number: String
  private let openedOn: CivilDate
  private var words = CBIWords()
  private var movement = ""
  private var hasOpenMovement = false

  /// Record 61. The account is Italian: country and check digits stand apart from the rest.
  init(_ record: CBIRecord) throws(StatementRefusal) {
    let country = record[100...101].isEmpty ? "IT" : record[100...101]
    let number = "\(record[52...52])\(record[53...57])\(record[58...62])\(record[63...74])"
    let account =
      record[102...103].isEmpty
      ? (2...98).lazy.compactMap { IBAN("\(country)\($0 < 10 ? "0" : "")\($0)\(number)") }.first
      : IBAN(country + record[102...103] + number)
    guard let account else { throw record.unreadable(52...74) }
    guard let currency = Currency(record[75...77]) else { throw record.unreadable(75...77) }
    openedOn = try record.day(78...83)
    self.number = record[4...10]
    parsed = ParsedStatement(account: account, currency: currency)
    parsed.identifier = self.number
    parsed.opening = try record.amount(sign: 84, 85...99, currency)
  }

  /// The same for the same statement only.
  var key: String {
    let balances = [parsed.opening, parsed.closing].map { String($0?.cents ?? 0) }
    return ([parsed.account.text, number, openedOn.description] + balances).joined(separator: "|")
  }

  /// Record 62: the value date comes before the booking date.
  mutating func move(_ record: CBIRecord) throws(StatementRefusal) {
    try check(record)
    endMovement()
    movement = record[11...13]
    let amount = try record.amount(sign: 26, 27...41, parsed.currency)
    var line = BankLine(
      account: parsed.account, bookedOn: try record.day(20...25), amount: amount)
    line.valuedOn = record[14...19].isEmpty ? line.bookedOn : try record.day(14...19)
    line.bankReference = record[62...77]
    words = CBIWords()
    words.add(record.raw(87...120))
    guard !amount.isZero else {
      parsed.leftOut += 1
      return
    }
    parsed.lines.append(line)
    hasOpenMovement = true
  }

  /// Record 63: more of the movement before it.
  mutating func tell(_ record: CBIRecord) throws(StatementRefusal) {
    try check(record)
    guard record[11...13] == movement else { throw record.unreadable(11...13) }
    words.take(record)
  }

  /// Record 64.
  mutating func close(_ record: CBIRecord) throws(StatementRefusal) -> ParsedStatement {
    try check(record)
    endMovement()
    let currency = record[11...13]
    guard currency == parsed.currency.code else {
      throw StatementRefusal(
        at: StatementPlace(line: record.line, path: "64"), .otherCurrency(found: currency))
    }
    let day = try record.day(14...19)
    parsed.closing = try record.amount(sign: 20, 21...35, parsed.currency)
    let days = parsed.lines.map(\.bookedOn) + [day]
    parsed.fromOn = days.min()
    parsed.toOn = days.max()
    return parsed
  }

  /// All records of a statement carry its number.
  private func check(_ record: CBIRecord) throws(StatementRefusal) {
    guard record[4...10] == number else { throw record.unreadable(4...10) }
  }

  private mutating func endMovement() {
    guard hasOpenMovement, let last = parsed.lines.indices.last else { return }
    hasOpenMovement = false
    parsed.lines[last].take(words)
  }
}

/// The words of one movement, gathered over its records.
struct CBIWords {
  private(set) var text = ""
  private(set) var reconciliation = ""
  private(set) var endToEndID = ""
  private(set) var name = ""
  private(set) var account = ""

  /// Of one movement over all its records: the most is known, what comes after is left out.
  private static let sizeMax = 8_192

  /// A record that is full to its end goes on in the next one without a blank.
  mutating func add(_ piece: String) {
    guard text.utf8.count + piece.utf8.count <= Self.sizeMax else { return }
    text += piece
    // Columns that banks left blank or did not write.
    if piece.last?.isWhitespace != false || piece.count < 34 { text += " " }
  }

  mutating func take(_ record: CBIRecord) {
    switch record[14...16] {
    case "YYY": name = record[41...80]
    case "YY2": account = record[67...100]
    case "ID1":
      let found = record[52...86]
      endToEndID = ["NOTPROVIDED", "NOT PROVIDED"].contains(found) ? "" : found
    case "RI1", "RI2":
      guard reconciliation.utf8.count <= Self.sizeMax else { return }
      reconciliation += record.raw(17...120)
    case "KKK", "ZZ1", "ZZ4": return
    case "ZZ2": if name.isEmpty { name = record[17...120] }
    case "ZZ3": add(record.raw(67...120))
    case _: add(record.raw(14...120))
    }
  }
}

extension BankLine {
  /// The payer's words first, then the bank's.
  mutating func take(_ words: CBIWords) {
    endToEndID = words.endToEndID
    counterpartName = words.name
    counterpartAccount = words.account
    text = [words.reconciliation, words.text].flatMap { $0.split { $0.isWhitespace } }
      .joined(separator: " ")
  }
}
