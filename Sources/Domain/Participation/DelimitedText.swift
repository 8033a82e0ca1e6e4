// Records of delimited text, read from bytes: quotes, and line ends of any kind, also mixed.

/// Reads one record after another as RFC 4180 writes them, with a separator of choice.
/// Line ends (LF, CRLF, CR) are recognised record by record; inside quotes they are content.
/// Records without any content are passed over.
struct DelimitedText {
  /// Longer cells are refused: an unclosed quote would otherwise swallow the rest of the file.
  static let cellBytesMax = 65_536

  private let bytes: [UInt8]
  private let separator: UInt8
  private var position: Int
  private var nextLine = 1
  /// The line on which the record read last began.
  private(set) var line = 1
  /// The cells of the record read last, without quotes and blanks around them.
  private(set) var cells: [ArraySlice<UInt8>] = []

  init(_ bytes: [UInt8], separator: UInt8) {
    self.bytes = bytes
    self.separator = separator
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// Whether there was another record; it is then in `cells`.
  mutating func advance() throws(VoteFileRefusal) -> Bool {
    while position < bytes.count {
      line = nextLine
      cells.removeAll(keepingCapacity: true)
      while try readCell() {}
      nextLine += 1
      if cells.contains(where: { !$0.isEmpty }) { return true }
    }
    return false
  }

  /// Reads one cell and what ends it; true if another cell of the same record follows.
  private mutating func readCell() throws(VoteFileRefusal) -> Bool {
    var start = position
    while start < bytes.count, isBlank(bytes[start]), bytes[start] != separator { start += 1 }
    if start < bytes.count, bytes[start] == UInt8(ascii: "\"") {
      position = start + 1
      return try readQuotedCell()
    }
    while position < bytes.count, !endsCell(bytes[position]) { position += 1 }
    let end = position
    try append(bytes[min(start, end)..<end])
    return passCellEnd()
  }

  private mutating func readQuotedCell() throws(VoteFileRefusal) -> Bool {
    let quote = UInt8(ascii: "\"")
    let start = position
    var unescaped: [UInt8] = []
    var copied = start
    var linesInside = 0
    while true {
      guard position < bytes.count else { throw VoteFileRefusal(line: line, .unclosedQuote) }
      guard position - start <= Self.cellBytesMax else { throw tooLong(bytes[start..<position]) }
      let byte = bytes[position]
      if byte == quote {
        guard position + 1 < bytes.count, bytes[position + 1] == quote else { break }
        unescaped += bytes[copied...position]
        copied = position + 2
        position = copied
        continue
      }
      if byte == 10 || (byte == 13 && !isFollowedByLineFeed) { linesInside += 1 }
      position += 1
    }
    let tail = bytes[copied..<position]
    try append(copied == start ? tail : (unescaped + tail)[...])
    position += 1
    while position < bytes.count, isBlank(bytes[position]), bytes[position] != separator {
      position += 1
    }
    guard position == bytes.count || endsCell(bytes[position]) else {
      throw VoteFileRefusal(line: line, cell: tail, .textAfterQuote)
    }
    nextLine += linesInside
    return passCellEnd()
  }

  private var isFollowedByLineFeed: Bool {
    position + 1 < bytes.count && bytes[position + 1] == 10
  }

  private mutating func append(_ cell: ArraySlice<UInt8>) throws(VoteFileRefusal) {
    guard cell.count <= Self.cellBytesMax else { throw tooLong(cell) }
    cells.append(cell.trimmed)
  }

  private func tooLong(_ cell: ArraySlice<UInt8>) -> VoteFileRefusal {
    VoteFileRefusal(line: line, cell: cell, .cellTooLong(sizeBytesMax: Self.cellBytesMax))
  }

  private mutating func passCellEnd() -> Bool {
    guard position < bytes.count else { return false }
    let byte = bytes[position]
    position += 1
    if byte == separator { return true }
    if byte == 13, position < bytes.count, bytes[position] == 10 { position += 1 }
    return false
  }

  private func endsCell(_ byte: UInt8) -> Bool {
    byte == separator || byte == 10 || byte == 13
  }
}

extension DelimitedText {
  /// A cell as our own files have it: on one line, quoted where `;` or quotes are in it.
  static func cell(_ content: String) -> String {
    let line = content.split(whereSeparator: \.isNewline).joined(separator: " ")
    guard line.contains(where: { $0 == ";" || $0 == "\"" }) else { return line }
    return "\"\(line.replacing("\"", with: "\"\""))\""
  }
}

private func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 }

extension ArraySlice<UInt8> {
  /// Without spaces and tabs at both ends.
  var trimmed: ArraySlice<UInt8> {
    var slice = self
    while let first = slice.first, isBlank(first) { slice.removeFirst() }
    while let last = slice.last, isBlank(last) { slice.removeLast() }
    return slice
  }
  var text: String { String(decoding: self, as: UTF8.self) }
}
