// A census as a spreadsheet saves it: a header, then one person a row.

/// A list of people read from CSV with `;`, `,` or tabs. Columns `code` (`codice`), and if wanted
/// `name` (`nome`), `constituency` (`collegio`), `group` (`gruppo`); others are passed over.
package struct CensusFile: Hashable, Sendable {
  package let rows: [Line]

  /// More people than vote in any one phase here.
  package static let rowsMax = 200_000
  package static let sizeBytesMax = 20_000_000

  /// One person.
  package struct Line: Hashable, Sendable {
    package let code: ExternalID
    package let name: String
    package let constituency: Constituency.ID
    package let group: String
  }

  /// What is wrong, and on which line, counted from 1; 0 for one person entered by hand.
  package struct Refusal: Error, Hashable, Sendable {
    package let line: Int
    package let reason: Reason

    package init(line: Int, reason: Reason) {
      self.line = line
      self.reason = reason
    }

    package enum Reason: Error, Hashable, Sendable {
      /// It is no table at all.
      case unreadable(VoteFileRefusal)
      case columnMissing
      case nobody
      case codeMissing
      case codeTooLong(sizeBytesMax: Int)
      case codeRepeated(String, firstLine: Int)
      /// The process has several constituencies, and this names none of them.
      case unknownConstituency(String)
      case textTooLong(max: Int)
      case tooMany(max: Int)
    }
  }

  package init(csv bytes: [UInt8], in constituencies: [Constituency]) throws(Refusal) {
    let table: (names: [String], rows: [(line: Int, cells: [String])])
    do throws(VoteFileRefusal) { table = try Self.table(bytes) } catch {
      throw Refusal(line: error.line, reason: .unreadable(error))
    }
    func column(_ names: String...) -> Int? { table.names.firstIndex { names.contains($0) } }
    guard let code = column("code", "codice") else {
      throw Refusal(line: 1, reason: .columnMissing)
    }
    let columns = (
      code: code, name: column("name", "nome"),
      constituency: column("constituency", "collegio"), group: column("group", "gruppo")
    )
    var rows: [Line] = []
    var lines: [ExternalID: Int] = [:]
    for row in table.rows {
      func cell(_ column: Int?) -> String {
        column.flatMap { $0 < row.cells.count ? row.cells[$0] : nil } ?? ""
      }
      do throws(Refusal.Reason) {
        let line = try Line(
          (cell(columns.code), cell(columns.name), cell(columns.constituency), cell(columns.group)),
          in: constituencies)
        if let first = lines[line.code] {
          throw .codeRepeated(line.code.text, firstLine: first)
        }
        guard rows.count < Self.rowsMax else { throw .tooMany(max: Self.rowsMax) }
        lines[line.code] = row.line
        rows.append(line)
      } catch { throw Refusal(line: row.line, reason: error) }
    }
    guard !rows.isEmpty else { throw Refusal(line: 1, reason: .nobody) }
    self.rows = rows
  }

  private static func table(
    _ bytes: [UInt8]
  ) throws(VoteFileRefusal) -> (names: [String], rows: [(line: Int, cells: [String])]) {
    guard bytes.count <= sizeBytesMax else {
      throw VoteFileRefusal(line: 1, .fileTooLarge(sizeBytesMax: sizeBytesMax))
    }
    try VoteFileText.check(bytes)
    // A file with the codes alone has no separator.
    let hasSeparator = bytes.contains { [59, 44, 9].contains($0) }
    let separator: UInt8 = hasSeparator ? try Domain.separator(of: bytes) : UInt8(ascii: ";")
    var text = DelimitedText(bytes, separator: separator)
    guard try text.advance() else { throw VoteFileRefusal(line: 1, .emptyFile) }
    let names = try Header(text.cells, line: text.line).names
    var rows: [(line: Int, cells: [String])] = []
    while try text.advance() { rows.append((text.line, text.cells.map(\.text))) }
    return (names, rows)
  }
}

extension CensusFile.Line {
  /// One person of four texts: code, name, the constituency's code, group. Where all vote together
  /// the constituency may be left out.
  package init(
    _ cells: (code: String, name: String, constituency: String, group: String),
    in constituencies: [Constituency]
  ) throws(CensusFile.Refusal.Reason) {
    guard !cells.code.isEmpty else { throw .codeMissing }
    guard let code = ExternalID(cells.code) else {
      throw .codeTooLong(sizeBytesMax: ExternalID.sizeBytesMax)
    }
    let isAlone = constituencies.count == 1 && cells.constituency.isEmpty
    let found = constituencies.first {
      isAlone || $0.code.utf8.elementsEqual(cells.constituency.utf8)
    }
    guard let found else { throw .unknownConstituency(cells.constituency) }
    guard cells.name.count <= Voter.nameMax, cells.group.count <= Voter.nameMax else {
      throw .textTooLong(max: Voter.nameMax)
    }
    self.code = code
    name = cells.name
    constituency = found.id
    group = cells.group
  }
}
