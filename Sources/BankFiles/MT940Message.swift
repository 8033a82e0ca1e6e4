// One MT940 message: account, number, balances and movements, in their order.
import Domain

struct MT940Message {
  private let reference: String
  /// Where it begins.
  let line: Int
  private let ours: IBAN
  private var account: IBAN?
  private var number = ""
  private(set) var statement: ParsedStatement?
  private(set) var isClosed = false
  /// It opens with an interim balance: a page after the first.
  private(set) var isContinued = false
  /// A movement waits for the words that may follow it.
  private var hasOpenMovement = false
  private var openedOn: CivilDate?

  init(reference: String, line: Int, _ ours: IBAN) {
    self.reference = String(reference.prefix(70))
    self.line = line
    self.ours = ours
  }

  /// The same for the same message only.
  var key: String {
    let closing = statement?.closing.map { String($0.cents) } ?? ""
    let days = [openedOn, statement?.toOn].map { $0?.description ?? "" }
    let name = [statement?.account.text ?? "", reference, number, closing] + days
    return name.joined(separator: "|")
  }

  mutating func take(_ field: MT940Field) throws(StatementRefusal) {
    switch field.tag {
    case "25", "25P": account = try holder(field)
    case "28", "28C": number = field.value.trimmed
    case "60F", "60M": try open(field)
    case "61": try move(field)
    case "86": try tell(field)
    case "62F", "62M": try close(field)
    case _: hasOpenMovement = false
    }
  }

  /// An IBAN, after a bank's code or before a currency; or the last part of our own account as
  /// banks wrote it before there were IBANs (`BLZ/number`, `ABI/CAB/number`, `number EUR`).
  private func holder(_ field: MT940Field) throws(StatementRefusal) -> IBAN {
    let pieces = field.value.uppercased().split(separator: "/").map { piece in
      piece.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }
    let codes = pieces.flatMap { [$0, String($0.dropLast(3))] }
    if let iban = codes.lazy.compactMap({ IBAN($0) }).first { return iban }
    guard let last = pieces.last, [last, String(last.dropLast(3))].contains(where: isOurs),
      pieces.dropLast().allSatisfy({ $0.contains(where: \.isLetter) || ours.text.contains($0) })
    else { throw field.unreadable() }
    return ours
  }

  /// Whether this is the whole number at the end of our account, or enough of it.
  private func isOurs(_ number: String) -> Bool {
    let bare = String(number.drop { $0 == "0" })
    guard bare.utf8.count >= 5, ours.text.dropFirst(4).hasSuffix(bare) else { return false }
    return bare.utf8.count >= 8 || ours.text.dropLast(bare.count).last == "0"
  }

  private mutating func open(_ field: MT940Field) throws(StatementRefusal) {
    guard let account else { throw field.missing(":25:") }
    guard statement == nil, let balance = MT940Balance(field.value) else {
      throw field.unreadable()
    }
    var opened = ParsedStatement(account: account, currency: balance.amount.currency)
    opened.identifier = reference
    opened.sequence = number.split(separator: "/").first.flatMap { Int($0) }
    opened.opening = balance.amount
    openedOn = balance.day
    isContinued = field.tag == "60M"
    statement = opened
  }

  private mutating func move(_ field: MT940Field) throws(StatementRefusal) {
    guard let statement, !isClosed else { throw field.missing(":60F:") }
    guard let movement = MT940Movement(field, of: statement) else { throw field.unreadable() }
    hasOpenMovement = !movement.line.amount.isZero
    if hasOpenMovement {
      self.statement?.lines.append(movement.line)
    } else {
      self.statement?.leftOut += 1
    }
  }

  /// Words after the closing balance are about the statement.
  private mutating func tell(_ field: MT940Field) throws(StatementRefusal) {
    guard hasOpenMovement, let last = statement?.lines.indices.last else { return }
    statement?.lines[last].take(MT940Details([field.value] + field.more))
    hasOpenMovement = false
  }

  private mutating func close(_ field: MT940Field) throws(StatementRefusal) {
    guard let statement, !isClosed else { throw field.missing(":60F:") }
    guard let balance = MT940Balance(field.value) else { throw field.unreadable() }
    guard balance.amount.currency == statement.currency else {
      throw StatementRefusal(
        at: StatementPlace(line: field.line, path: field.path),
        .otherCurrency(found: balance.amount.currency.code))
    }
    let days = statement.lines.map(\.bookedOn) + [balance.day]
    self.statement?.fromOn = days.min()
    self.statement?.toOn = days.max()
    self.statement?.closing = balance.amount
    hasOpenMovement = false
    isClosed = true
  }
}

/// `C261120EUR1234,56`
struct MT940Balance {
  let day: CivilDate
  let amount: Money

  init?(_ written: String) {
    let text = Array(written.trimmed.utf8)
    guard text.count > 10, let day = CivilDate(yearMonthDay: text[1..<7]),
      let currency = Currency(String(decoding: text[7..<10], as: UTF8.self)),
      let cents = MT940Amount.cents(text[10...], currency)
    else { return nil }
    switch text[0] {
    case UInt8(ascii: "C"): amount = Money(cents: cents, currency)
    case UInt8(ascii: "D"): amount = Money(cents: -cents, currency)
    case _: return nil
    }
    self.day = day
  }
}

enum MT940Amount {
  /// `1234,56`, `1234,5`, `1234,`: the comma is always there.
  static func cents(_ text: ArraySlice<UInt8>, _ currency: Currency) -> Int64? {
    let parts = text.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    let kept = currency.minorDigits
    guard parts.count == 2, (1...15).contains(parts[0].count), parts[1].count <= 5,
      parts.allSatisfy({ $0.allSatisfy { (48...57).contains($0) } }),
      parts[1].dropFirst(kept).allSatisfy({ $0 == 48 })
    else { return nil }
    let decimals = (Array(parts[1]) + [48, 48, 48]).prefix(kept)
    return Int64(String(decoding: Array(parts[0]) + decimals, as: UTF8.self))
  }
}

extension CivilDate {
  /// Six digits, of this century.
  init?(yearMonthDay digits: ArraySlice<UInt8>) {
    let numbers = digits.map { Int($0) - 48 }
    guard numbers.count == 6, numbers.allSatisfy({ (0...9).contains($0) }) else { return nil }
    self.init(
      year: 2000 + numbers[0] * 10 + numbers[1], month: numbers[2] * 10 + numbers[3],
      day: numbers[4] * 10 + numbers[5])
  }
}
