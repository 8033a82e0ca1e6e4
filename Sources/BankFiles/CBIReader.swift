// CBI "rendicontazione" (RH), the statement of Italian corporate banking: 120 columns a record.
import Domain

/// Reads every statement of a CBI RH file (CBI-RND-001, 6.05), several files in one included.
struct CBIReader {
  private var statements: [ParsedStatement] = []
  private var keys: Set<String> = []
  private var lines = 0
  private var statement: CBIStatement?
  /// Inside a logical file, from RH to EF: its records and statements so far.
  private var file: (records: Int, statements: Int)?
  private var lastLine = 0

  static func read(_ bytes: [UInt8]) throws(StatementRefusal) -> [ParsedStatement] {
    var reader = CBIReader()
    var source = BankLines(bytes)
    while let line = try source.next() {
      guard !line.text.trimmed.isEmpty else { continue }
      reader.lastLine = line.number
      try reader.take(CBIRecord(line.text, line: line.number))
    }
    guard reader.file == nil else {
      throw StatementRefusal(at: StatementPlace(line: reader.lastLine), .truncated)
    }
    guard !reader.statements.isEmpty else { throw StatementRefusal(.noStatement) }
    return reader.statements
  }

  private mutating func take(_ record: CBIRecord) throws(StatementRefusal) {
    guard file != nil || record.kind == "RH" else { throw record.missing("RH") }
    file?.records += 1
    switch record.kind {
    case "RH":
      guard file == nil else { throw record.missing("EF") }
      file = (1, 0)
    case "61":
      guard statement == nil else { throw record.missing("64") }
      statement = try CBIStatement(record)
    case "62":
      guard statement != nil else { throw record.missing("61") }
      try statement?.move(record)
      lines += 1
      guard lines <= BankFileReader.linesMax else {
        throw StatementRefusal(
          at: StatementPlace(line: record.line), .tooManyLines(max: BankFileReader.linesMax))
      }
    case "63":
      guard statement != nil else { throw record.missing("62") }
      try statement?.tell(record)
    case "64": try close(record)
    case "65": return
    case "EF": try end(record)
    case _: throw record.unreadable("1–3", in: 1...3)
    }
  }

  private mutating func close(_ record: CBIRecord) throws(StatementRefusal) {
    guard var ended = statement else { throw record.missing("61") }
    statement = nil
    let parsed = try ended.close(record)
    guard keys.insert(ended.key).inserted else {
      throw StatementRefusal(at: StatementPlace(line: record.line), .repeatedStatement)
    }
    statements.append(parsed)
    file?.statements += 1
  }

  /// The tail counts statements and records, itself and the head included.
  private mutating func end(_ record: CBIRecord) throws(StatementRefusal) {
    guard statement == nil else { throw record.missing("64") }
    guard let counted = file else { throw record.missing("RH") }
    file = nil
    guard Int(record[46...52]) == counted.statements else { throw record.unreadable(46...52) }
    guard Int(record[83...89]) == counted.records else { throw record.unreadable(83...89) }
  }
}

/// One record; columns are counted from 1, as the standard does.
struct CBIRecord {
  private let columns: [Unicode.Scalar]
  let line: Int
  let kind: String

  /// Some banks leave out the blank in the first column, or the blanks at the end.
  init(_ text: String, line: Int) {
    let scalars = Array(text.unicodeScalars)
    columns = scalars.first == " " ? scalars : [" "] + scalars
    self.line = line
    kind = Self.text(columns, 2...3)
  }

  /// Without the blanks at its ends.
  subscript(_ range: ClosedRange<Int>) -> String { Self.text(columns, range) }

  /// As it stands: words may go on in the next record.
  func raw(_ range: ClosedRange<Int>) -> String {
    guard range.lowerBound <= columns.count else { return "" }
    let end = min(range.upperBound, columns.count)
    return String(String.UnicodeScalarView(columns[(range.lowerBound - 1)..<end]))
  }

  private static func text(_ columns: [Unicode.Scalar], _ range: ClosedRange<Int>) -> String {
    guard range.lowerBound <= columns.count else { return "" }
    let end = min(range.upperBound, columns.count)
    return String(String.UnicodeScalarView(columns[(range.lowerBound - 1)..<end])).trimmed
  }

  /// `DDMMYY`
  func day(_ range: ClosedRange<Int>) throws(StatementRefusal) -> CivilDate {
    let digits = Array(self[range].utf8)
    guard digits.count == 6,
      let day = CivilDate(yearMonthDay: (digits[4...] + digits[2..<4] + digits[..<2])[...])
    else { throw unreadable(range) }
    return day
  }

  /// A sign (C or D) and 15 columns of `000000001234,56`.
  func amount(
    sign: Int, _ range: ClosedRange<Int>, _ currency: Currency
  ) throws(StatementRefusal) -> Money {
    guard let cents = MT940Amount.cents(Array(self[range].utf8)[...], currency) else {
      throw unreadable(range)
    }
    switch self[sign...sign] {
    case "C": return Money(cents: cents, currency)
    case "D": return Money(cents: -cents, currency)
    case _: throw unreadable(sign...sign)
    }
  }

  func unreadable(_ range: ClosedRange<Int>) -> StatementRefusal {
    unreadable("\(range.lowerBound)–\(range.upperBound)", in: range)
  }
  /// The record's kind and the columns that cannot be read.
  func unreadable(_ name: String, in range: ClosedRange<Int>) -> StatementRefusal {
    StatementRefusal(
      at: StatementPlace(line: line, path: kind),
      .unreadable(field: "\(kind) \(name)", found: String(self[range].prefix(40))))
  }
  func missing(_ kind: String) -> StatementRefusal {
    StatementRefusal(at: StatementPlace(line: line, path: self.kind), .missing(kind))
  }
}
