// MT940, SWIFT's customer statement, in the dialects that banks make of it.
import Domain

/// Reads every statement of an MT940 file. Pages of one statement (:60M:, :62M:) become one.
struct MT940Reader {
  /// Lines of an envelope that may stand before `:20:`.
  static let envelopeLinesMax = 12
  /// Of one field over all its lines; the standard has 390.
  static let fieldBytesMax = 8_192

  /// The account that is ours: some banks name only its last part.
  private let account: IBAN
  private var statements: [ParsedStatement] = []
  private var keys: Set<String> = []
  private var lines = 0
  private var message: MT940Message?
  private var field: MT940Field?
  private var envelope = 0
  /// Block 4 of SWIFT's envelope is open and has to be closed.
  private var isInBlock = false
  private var lastLine = 0

  init(_ account: IBAN) { self.account = account }

  func read(_ bytes: [UInt8]) throws(StatementRefusal) -> [ParsedStatement] {
    var reader = self
    return try reader.walk(bytes)
  }

  private mutating func walk(_ bytes: [UInt8]) throws(StatementRefusal) -> [ParsedStatement] {
    var source = BankLines(bytes)
    while let line = try source.next() {
      lastLine = line.number
      try take(line.text, line.number)
    }
    // What cannot be read at the very end, in a line that does not end, was cut off.
    let endsInLine = bytes.last.map { ![10, 13].contains($0) } ?? false
    do throws(StatementRefusal) { try endField() } catch {
      if case .unreadable = error.reason, endsInLine { throw cut }
      throw error
    }
    guard !isInBlock else { throw cut }
    try endMessage(isAtEnd: true)
    guard !statements.isEmpty else { throw StatementRefusal(.noStatement) }
    return statements
  }

  private mutating func take(_ text: String, _ number: Int) throws(StatementRefusal) {
    if let start = MT940Field(text, line: number) {
      try endField()
      if start.tag == "20" { try endMessage(isAtEnd: false) }
      guard message != nil || start.tag == "20" else {
        throw StatementRefusal(at: StatementPlace(line: number), .missing(":20:"))
      }
      field = start
      envelope = 0
    } else if text.hasPrefix("-}") || text.trimmed == "-" {
      guard message != nil else { throw malformed(number) }
      try endField()
      try endMessage(isAtEnd: false)
      isInBlock = text.contains("{4:")
    } else if message != nil || field != nil {
      field?.add(text)
      guard field?.size ?? 0 <= Self.fieldBytesMax else {
        let place = StatementPlace(line: number, path: field?.path ?? "")
        throw StatementRefusal(at: place, .tooMuchText(max: Self.fieldBytesMax))
      }
    } else if !text.trimmed.isEmpty {
      envelope += 1
      guard envelope <= Self.envelopeLinesMax else { throw malformed(number) }
      if text.contains("{4:") { isInBlock = true }
    }
  }

  private mutating func endField() throws(StatementRefusal) {
    guard let ended = field else { return }
    field = nil
    if ended.tag == "20" {
      message = MT940Message(reference: ended.value.trimmed, line: ended.line, account)
    }
    let before = message?.statement?.lines.count ?? 0
    try message?.take(ended)
    lines += (message?.statement?.lines.count ?? 0) - before
    guard lines <= BankFileReader.linesMax else {
      throw StatementRefusal(
        at: StatementPlace(line: ended.line), .tooManyLines(max: BankFileReader.linesMax))
    }
  }

  private mutating func endMessage(isAtEnd: Bool) throws(StatementRefusal) {
    guard let ended = message else { return }
    message = nil
    guard let statement = ended.statement, ended.isClosed else {
      if isAtEnd { throw cut }
      throw StatementRefusal(
        at: StatementPlace(line: ended.line, path: ":20:"),
        .missing(ended.statement == nil ? ":60F:" : ":62F:"))
    }
    guard keys.insert(ended.key).inserted else {
      throw StatementRefusal(at: StatementPlace(line: ended.line), .repeatedStatement)
    }
    guard ended.isContinued, let earlier = statements.last, earlier.account == statement.account
    else {
      statements.append(statement)
      return
    }
    statements[statements.count - 1] = try earlier.continued(by: statement, line: ended.line)
  }

  private var cut: StatementRefusal {
    StatementRefusal(at: StatementPlace(line: lastLine), .truncated)
  }
  private func malformed(_ line: Int) -> StatementRefusal {
    StatementRefusal(at: StatementPlace(line: line), .notWellFormed)
  }
}

extension ParsedStatement {
  /// This page and the next one, which has to begin with the balance at which this one ended.
  fileprivate func continued(
    by next: ParsedStatement, line: Int
  ) throws(StatementRefusal) -> ParsedStatement {
    guard currency == next.currency else {
      throw StatementRefusal(
        at: StatementPlace(line: line, path: ":60M:"), .otherCurrency(found: next.currency.code))
    }
    guard let closing, let opening = next.opening, closing == opening else {
      let zero = Money(cents: 0, currency)
      throw StatementRefusal(
        at: StatementPlace(line: line, path: ":60M:"),
        .unbalanced(computed: closing ?? zero, stated: next.opening ?? zero))
    }
    var whole = self
    whole.lines += next.lines
    whole.leftOut += next.leftOut
    whole.closing = next.closing
    whole.fromOn = [fromOn, next.fromOn].compactMap(\.self).min()
    whole.toOn = [toOn, next.toOn].compactMap(\.self).max()
    return whole
  }
}

/// A field as it stands in the file.
struct MT940Field {
  let tag: String
  let line: Int
  /// Its first line, after the tag.
  let value: String
  private(set) var more: [String] = []
  private(set) var size = 0

  mutating func add(_ text: String) {
    more.append(text)
    size += text.utf8.count + 1
  }

  var path: String { ":\(tag):" }

  /// Nil when no field begins in this line: a colon in a payer's words begins none.
  init?(_ text: String, line: Int) {
    guard text.hasPrefix(":") else { return nil }
    let parts = text.dropFirst().split(
      separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, Self.tags.contains(parts[0]) else { return nil }
    tag = String(parts[0])
    value = String(parts[1])
    self.line = line
  }

  private static let tags: Set<Substring> = [
    "13", "13D", "20", "21", "25", "25P", "28", "28C", "34F", "60F", "60M", "61", "62F", "62M",
    "64", "65", "86", "90C", "90D", "NS",
  ]

  func unreadable() -> StatementRefusal {
    StatementRefusal(
      at: StatementPlace(line: line, path: path),
      .unreadable(field: path, found: String(value.prefix(40))))
  }
  func missing(_ field: String) -> StatementRefusal {
    StatementRefusal(at: StatementPlace(line: line, path: path), .missing(field))
  }
}
