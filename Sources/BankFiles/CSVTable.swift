// A table of separated values: separator, quotes; rows of cells with their line numbers.
import Domain

/// The rows of a file, empty ones left out.
struct CSVTable {
  static let cellBytesMax = 16_384
  static let columnsMax = 200

  struct Row {
    /// Where the row begins.
    let line: Int
    let cells: [String]
  }
  let rows: [Row]

  /// Reads all rows. Without a separator the one that is most even over the rows is taken.
  init(_ bytes: [UInt8], separator: Unicode.Scalar?) throws(StatementRefusal) {
    let text = try BankText.decode(bytes)
    if let separator {
      rows = try Self.rows(text, separator)
      return
    }
    var best: (rows: [Row], score: Int)?
    for candidate: Unicode.Scalar in [";", ",", "\t", "|"] where text.contains(candidate) {
      let rows = try Self.rows(text, candidate)
      let counts = Dictionary(rows.map { ($0.cells.count, 1) }, uniquingKeysWith: +)
      let score = counts.filter { $0.key > 1 }.map { $0.key * $0.value }.max() ?? 0
      if score > best?.score ?? 0 { best = (rows, score) }
    }
    guard let best else { throw StatementRefusal(.unknownFormat(nil)) }
    rows = best.rows
  }

  /// Splits as RFC 4180 does: quotes around a cell, doubled inside it.
  private static func rows(
    _ text: [Unicode.Scalar], _ separator: Unicode.Scalar
  ) throws(StatementRefusal) -> [Row] {
    var splitter = CSVSplitter(separator)
    for scalar in text { try splitter.take(scalar) }
    return try splitter.finish()
  }
}

/// Takes one character after the other and keeps what it knows in between.
struct CSVSplitter {
  private let separator: Unicode.Scalar
  private var rows: [CSVTable.Row] = []
  private var cells: [String] = []
  private var cell = String.UnicodeScalarView()
  private var cellSize = 0
  private var line = 1
  private var rowLine = 1
  private var isQuoted = false
  /// The last character was a quote inside a quoted cell: its end, or half of a doubled one.
  private var sawQuote = false

  init(_ separator: Unicode.Scalar) { self.separator = separator }

  mutating func take(_ scalar: Unicode.Scalar) throws(StatementRefusal) {
    if isQuoted {
      if sawQuote {
        sawQuote = false
        if scalar == "\"" { return try append(scalar) }
        isQuoted = false
        return try takePlain(scalar)
      }
      if scalar == "\"" {
        sawQuote = true
        return
      }
      if scalar == "\n" { line += 1 }
      return try append(scalar)
    }
    try takePlain(scalar)
  }

  private mutating func takePlain(_ scalar: Unicode.Scalar) throws(StatementRefusal) {
    switch scalar {
    case separator: try endCell()
    case "\n":
      try endRow()
      line += 1
      rowLine = line
    case "\r": return
    case "\"" where cellSize == 0: isQuoted = true
    case _: try append(scalar)
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar) throws(StatementRefusal) {
    cell.append(scalar)
    cellSize += 1
    guard cellSize <= CSVTable.cellBytesMax else {
      throw StatementRefusal(
        at: StatementPlace(line: rowLine), .tooMuchText(max: CSVTable.cellBytesMax))
    }
  }
  private mutating func endCell() throws(StatementRefusal) {
    cells.append(String(cell).trimmed)
    cell = String.UnicodeScalarView()
    cellSize = 0
    guard cells.count <= CSVTable.columnsMax else {
      throw StatementRefusal(at: StatementPlace(line: rowLine), .notWellFormed)
    }
  }
  private mutating func endRow() throws(StatementRefusal) {
    try endCell()
    if cells.contains(where: { !$0.isEmpty }) {
      rows.append(CSVTable.Row(line: rowLine, cells: cells))
    }
    cells = []
    guard rows.count <= BankFileReader.linesMax else {
      throw StatementRefusal(.tooManyLines(max: BankFileReader.linesMax))
    }
  }

  /// The rows; a quote that never closed means that the end of the file is missing.
  mutating func finish() throws(StatementRefusal) -> [CSVTable.Row] {
    guard !isQuoted || sawQuote else {
      throw StatementRefusal(at: StatementPlace(line: rowLine), .truncated)
    }
    try endRow()
    return rows
  }
}
