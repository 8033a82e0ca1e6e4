// Reads a bank's table with a mapping: every row is understood, or the file is refused.
import Domain
import Services

struct CSVStatementReader {
  /// Rows of introduction (name, account, period) before the titles.
  static let introductionRowsMax = 30

  private let account: IBAN
  private let mapping: CSVMapping

  init(_ reading: StatementReading) {
    account = reading.account
    mapping = reading.mapping
  }

  func read(_ bytes: [UInt8]) throws(StatementRefusal) -> ParsedStatement {
    let table = try CSVTable(bytes, separator: mapping.separator?.unicodeScalars.first)
    let (columns, rows) = try locate(table.rows)
    var statement = ParsedStatement(account: account, currency: .euro)
    for row in rows {
      let cells = CSVCells(row: row, columns: columns, mapping: mapping)
      if let balance = try cells.balance() {
        switch balance {
        case .opening(let money): statement.opening = money
        case .closing(let money): statement.closing = money
        }
      } else if let line = try cells.line(of: account) {
        statement.lines.append(line)
      } else {
        statement.leftOut += 1
      }
    }
    guard !statement.lines.isEmpty else { throw StatementRefusal(.noStatement) }
    let days = statement.lines.map(\.bookedOn)
    statement.fromOn = days.min()
    statement.toOn = days.max()
    return statement
  }

  /// Where the columns are, and the rows below the titles.
  private func locate(
    _ rows: [CSVTable.Row]
  ) throws(StatementRefusal) -> (CSVColumns, ArraySlice<CSVTable.Row>) {
    guard let first = rows.first else { throw StatementRefusal(.empty) }
    guard mapping.hasTitles else {
      guard let columns = CSVColumns(mapping, titles: nil) else { throw missing(first) }
      return (columns, rows[...])
    }
    for (index, row) in rows.prefix(Self.introductionRowsMax).enumerated() {
      if let columns = CSVColumns(mapping, titles: row.cells) {
        return (columns, rows[(index + 1)...])
      }
    }
    throw missing(first)
  }

  private func missing(_ row: CSVTable.Row) -> StatementRefusal {
    let wanted =
      switch mapping.bookedOn {
      case .titled(let titles): titles.first ?? ""
      case .numbered(let number): String(number)
      }
    return StatementRefusal(at: StatementPlace(line: row.line), .missing(wanted))
  }
}

/// The mapping's columns as places in a row.
struct CSVColumns {
  enum Amount {
    case signed(Int)
    case pair(credit: Int, debit: Int)
  }
  let bookedOn: Int
  let amount: Amount
  private let titles: [String]?

  /// Nil unless the day and an amount are there.
  init?(_ mapping: CSVMapping, titles: [String]?) {
    let folded = titles?.map(\.folded)
    self.titles = folded
    guard let bookedOn = Self.place(mapping.bookedOn, folded) else { return nil }
    self.bookedOn = bookedOn
    for amount in mapping.amounts {
      switch amount {
      case .signed(let column):
        guard let place = Self.place(column, folded) else { continue }
        self.amount = .signed(place)
        return
      case .pair(let credit, let debit):
        guard let creditPlace = Self.place(credit, folded),
          let debitPlace = Self.place(debit, folded)
        else { continue }
        self.amount = .pair(credit: creditPlace, debit: debitPlace)
        return
      }
    }
    return nil
  }

  func place(_ column: CSVMapping.Column?) -> Int? {
    column.flatMap { Self.place($0, titles) }
  }
  private static func place(_ column: CSVMapping.Column, _ titles: [String]?) -> Int? {
    switch column {
    case .numbered(let number): return number >= 1 ? number - 1 : nil
    case .titled(let names):
      for name in names {
        if let place = titles?.firstIndex(of: name.folded) { return place }
      }
      return nil
    }
  }
}
