// One row of a bank's table, its dates and amounts read strictly.
import Domain

struct CSVCells {
  enum Balance {
    case opening(Money)
    case closing(Money)
  }
  let row: CSVTable.Row
  let columns: CSVColumns
  let mapping: CSVMapping

  /// The movement in this row; nil when it moves nothing.
  func line(of account: IBAN) throws(StatementRefusal) -> BankLine? {
    let bookedOn = try day(columns.bookedOn)
    let code = cell(mapping.currency)
    guard code.isEmpty || code.uppercased() == "EUR" || code == "€" else {
      throw StatementRefusal(at: place("currency"), .otherCurrency(found: String(code.prefix(10))))
    }
    let amount = try amount()
    guard !amount.isZero else { return nil }
    var line = BankLine(account: account, bookedOn: bookedOn, amount: amount)
    if let valued = columns.place(mapping.valuedOn), !cell(valued).isEmpty {
      line.valuedOn = try day(valued)
    }
    line.bankReference = cell(mapping.bankReference)
    line.structuredReference = cell(mapping.reference)
    line.counterpartName = cell(mapping.counterpartName)
    line.counterpartAccount = cell(mapping.counterpartAccount)
    line.text = mapping.text.map(cell).filter { !$0.isEmpty }.joined(separator: " ")
    return line
  }

  /// A row that only announces a balance: a label, and one amount somewhere in the row.
  func balance() throws(StatementRefusal) -> Balance? {
    let label = row.cells.lazy.map(\.folded).first { !$0.isEmpty && Int($0.prefix(1)) == nil } ?? ""
    let isOpening = mapping.openingLabels.contains { label.hasPrefix($0.folded) }
    let isClosing = mapping.closingLabels.contains { label.hasPrefix($0.folded) }
    guard isOpening || isClosing else { return nil }
    let amounts = row.cells.compactMap { CSVAmount.read($0, mapping.decimalMark) }
    guard amounts.count == 1, let cents = amounts.first else {
      throw StatementRefusal(at: place(label), .unreadable(field: label, found: found))
    }
    return isOpening ? .opening(Money(cents: cents)) : .closing(Money(cents: cents))
  }

  private func amount() throws(StatementRefusal) -> Money {
    switch columns.amount {
    case .signed(let column): return Money(cents: try cents(column))
    case .pair(let credit, let debit):
      let cameIn = try cell(credit).isEmpty ? 0 : cents(credit)
      let wentOut = try cell(debit).isEmpty ? 0 : cents(debit)
      // Some banks write what went out with a minus in its own column.
      guard cameIn >= 0, cameIn == 0 || wentOut == 0, !(cell(credit) + cell(debit)).isEmpty else {
        throw unreadable(credit)
      }
      return Money(cents: cameIn == 0 ? -abs(wentOut) : cameIn)
    }
  }

  private func cents(_ column: Int) throws(StatementRefusal) -> Int64 {
    guard let cents = CSVAmount.read(cell(column), mapping.decimalMark) else {
      throw unreadable(column)
    }
    return cents
  }

  private func day(_ column: Int) throws(StatementRefusal) -> CivilDate {
    // A time of the day may follow.
    let written = cell(column).split { $0 == " " || $0 == "T" }.first ?? ""
    let parts = written.split(omittingEmptySubsequences: false) { "/-.".contains($0) }
    let numbers = parts.compactMap { part in
      part.utf8.allSatisfy { (48...57).contains($0) } && part.count <= 4 ? Int(part) : nil
    }
    guard parts.count == 3, numbers.count == 3 else { throw unreadable(column) }
    let (year, month, day) =
      switch mapping.dateOrder {
      case .dayMonthYear: (numbers[2], numbers[1], numbers[0])
      case .yearMonthDay: (numbers[0], numbers[1], numbers[2])
      case .monthDayYear: (numbers[2], numbers[0], numbers[1])
      }
    let full = year < 100 ? 2000 + year : year
    guard full >= 1900, let read = CivilDate(year: full, month: month, day: day) else {
      throw unreadable(column)
    }
    return read
  }

  private func cell(_ column: CSVMapping.Column?) -> String {
    columns.place(column).map(cell) ?? ""
  }
  private func cell(_ place: Int) -> String {
    row.cells.indices.contains(place) ? row.cells[place] : ""
  }
  private var found: String { String(row.cells.joined(separator: " ").prefix(40)) }
  private func place(_ name: String) -> StatementPlace {
    StatementPlace(line: row.line, path: name)
  }
  private func unreadable(_ column: Int) -> StatementRefusal {
    let name = String(column + 1)
    return StatementRefusal(
      at: place(name), .unreadable(field: name, found: String(cell(column).prefix(40))))
  }
}

/// Amounts as banks print them.
enum CSVAmount {
  /// Cents; nil unless there is one way only to read it: a sign before or after, groups of three,
  /// at most two decimals, and decimals wherever there are groups (`1.234` is refused).
  static func read(_ written: String, _ mark: CSVMapping.DecimalMark) -> Int64? {
    let blanks: Set<Character> = [" ", "\u{A0}", "\u{202F}", "€"]
    var text = written.filter { !blanks.contains($0) }[...]
    if text.hasPrefix("EUR") || text.hasSuffix("EUR") {
      text = text.hasPrefix("EUR") ? text.dropFirst(3) : text.dropLast(3)
    }
    var isNegative = false
    if let sign = text.first, "+-−".contains(sign) {
      isNegative = sign != "+"
      text = text.dropFirst()
    } else if let sign = text.last, "+-−".contains(sign) {
      isNegative = sign != "+"
      text = text.dropLast()
    }
    let (decimal, group): (Character, Character) = mark == .comma ? (",", ".") : (".", ",")
    let parts = text.split(separator: decimal, omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let whole = parts.first else { return nil }
    let groups = whole.split(separator: group, omittingEmptySubsequences: false)
    let decimals = parts.count == 2 ? parts[1] : ""
    guard let head = groups.first, !head.isEmpty, (parts + groups).allSatisfy({ !$0.isEmpty }),
      (groups + [decimals]).allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      decimals.count <= 2,
      groups.count == 1
        || (head.count <= 3 && groups.dropFirst().allSatisfy { $0.count == 3 } && parts.count == 2),
      groups.joined().count <= 15, let cents = Int64(groups.joined() + (decimals + "00").prefix(2))
    else { return nil }
    return isNegative ? -cents : cents
  }
}
