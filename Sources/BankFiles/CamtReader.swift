// camt.053, the bank-to-customer statement of ISO 20022, versions 02 to 14.
import Domain

/// Reads every statement of a camt.053 file.
struct CamtReader {
  private static let messagePrefix = "urn:iso:std:iso:20022:tech:xsd:camt.053.001."
  private static let versions = 2...14

  static func read(_ bytes: [UInt8]) throws(StatementRefusal) -> [ParsedStatement] {
    try XMLCursor.walk(bytes) { (cursor) throws(StatementRefusal) in
      guard try cursor.next(inside: 0) == "Document" else {
        throw StatementRefusal(at: cursor.place, .unsupportedMessage(cursor.path.first ?? ""))
      }
      try check(namespace: cursor.namespace)
      return try statements(cursor)
    }
  }

  private static func check(namespace: String) throws(StatementRefusal) {
    guard namespace.hasPrefix(messagePrefix),
      let version = Int(namespace.dropFirst(messagePrefix.count)), versions.contains(version)
    else { throw StatementRefusal(.unsupportedMessage(String(namespace.prefix(80)))) }
  }

  /// The cursor stands on Document; walks to its end.
  private static func statements(
    _ cursor: XMLCursor
  ) throws(StatementRefusal) -> [ParsedStatement] {
    var statements: [ParsedStatement] = []
    var lines = 0
    while let name = try cursor.next(inside: 1) {
      guard name == "Stmt", cursor.path.count == 3 else { continue }
      var reader = CamtStatement(cursor)
      let statement = try reader.read()
      guard !statements.contains(where: { $0.isSame(as: statement) }) else {
        throw StatementRefusal(at: cursor.place, .repeatedStatement)
      }
      lines += statement.lines.count
      guard lines <= BankFileReader.linesMax else {
        throw StatementRefusal(at: cursor.place, .tooManyLines(max: BankFileReader.linesMax))
      }
      statements.append(statement)
    }
    guard !statements.isEmpty else { throw StatementRefusal(.noStatement) }
    return statements
  }
}

/// Reads one Stmt, child by child, so that a long statement is never held as a tree.
struct CamtStatement {
  private let cursor: XMLCursor
  private var heading: [XMLPiece] = []
  private var balances: [XMLPiece] = []

  init(_ cursor: XMLCursor) { self.cursor = cursor }

  mutating func read() throws(StatementRefusal) -> ParsedStatement {
    guard !cursor.isOnEmptyElement else { throw missing("Acct") }
    var statement: ParsedStatement?
    while let name = try cursor.next(inside: 3) {
      let piece = try cursor.piece()
      switch name {
      case "Bal": balances.append(piece)
      case "Ntry":
        // The schema puts account and balances before the entries.
        var current: ParsedStatement
        if let statement { current = statement } else { current = try begin() }
        let entry = CamtEntry(piece, account: current.account, currency: current.currency)
        let lines = try entry.lines()
        if lines.isEmpty { current.leftOut += 1 }
        current.lines += lines
        guard current.lines.count <= BankFileReader.linesMax else {
          throw StatementRefusal(at: cursor.place, .tooManyLines(max: BankFileReader.linesMax))
        }
        statement = current
      case _: heading.append(piece)
      }
    }
    if let statement { return statement }
    return try begin()
  }

  private func begin() throws(StatementRefusal) -> ParsedStatement {
    guard let holder = heading.first(where: { $0.name == "Acct" }) else {
      throw missing("Acct")
    }
    guard let written = holder["Id", "IBAN"] else { throw missing("Acct/Id/IBAN") }
    guard let account = IBAN(written.text) else { throw written.unreadable("IBAN") }
    // A statement cut into pages states interim balances at its ends.
    let interim = balances.filter { $0.balanceCode == "ITBD" }
    guard let first = balance("OPBD") ?? balance("PRCD") ?? interim.first else {
      throw missing("Bal OPBD")
    }
    guard let last = balance("CLBD") ?? interim.last else { throw missing("Bal CLBD") }
    let opening = try first.signedAmount()
    let closing = try last.signedAmount()
    let named = holder["Ccy"].map { $0.text.trimmed }
    let currency = named.flatMap { Currency($0) } ?? opening.currency
    for found in [opening.currency, closing.currency] where found != currency {
      throw StatementRefusal(at: place("Bal"), .otherCurrency(found: found.code))
    }
    var statement = ParsedStatement(account: account, currency: currency)
    statement.identifier = String(text("Id").prefix(70))
    statement.sequence = Int(text("ElctrncSeqNb")) ?? Int(text("LglSeqNb"))
    let span = heading.first { $0.name == "FrToDt" }
    statement.fromOn = span?["FrDtTm"].flatMap { CivilDate(String($0.text.trimmed.prefix(10))) }
    statement.toOn = span?["ToDtTm"].flatMap { CivilDate(String($0.text.trimmed.prefix(10))) }
    statement.opening = opening
    statement.closing = closing
    return statement
  }

  private func balance(_ code: String) -> XMLPiece? {
    balances.first { $0.balanceCode == code }
  }
  private func text(_ name: String) -> String {
    heading.first { $0.name == name }?.text.trimmed ?? ""
  }
  private func place(_ name: String) -> StatementPlace {
    StatementPlace(line: cursor.place.line, path: "Stmt/\(name)")
  }
  private func missing(_ name: String) -> StatementRefusal {
    StatementRefusal(at: place(""), .missing(name))
  }
}

extension ParsedStatement {
  /// Whether this is the statement that came before in the same file.
  fileprivate func isSame(as other: ParsedStatement) -> Bool {
    account == other.account && identifier == other.identifier && sequence == other.sequence
      && fromOn == other.fromOn
  }
}
