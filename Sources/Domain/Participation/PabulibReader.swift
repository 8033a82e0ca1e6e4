// Walks through the three sections of a `.pb` file; META is read here, the others beside.

/// The place reached in a file, and what was odd so far.
struct PabulibReader {
  var text: DelimitedText
  var warnings = VoteFileWarnings()
  /// The section whose title was read last.
  private var section: Section?

  enum Section: String, CaseIterable {
    case meta = "META"
    case projects = "PROJECTS"
    case votes = "VOTES"
  }

  init(_ bytes: [UInt8]) {
    text = DelimitedText(bytes, separator: UInt8(ascii: ";"))
  }

  /// Reads a section's title (unless the rows before ended at it) and its header.
  mutating func enter(_ expected: Section) throws(VoteFileRefusal) -> Header {
    if expected == .meta, try text.advance() { section = titleHere }
    guard section == expected, try text.advance() else {
      throw VoteFileRefusal(line: text.line, column: nil, .sectionMissing(expected.rawValue))
    }
    section = nil
    return try Header(text.cells, line: text.line)
  }

  /// Whether the section has another row; it is then in `text.cells`.
  mutating func advance(under header: Header) throws(VoteFileRefusal) -> Bool {
    guard try text.advance() else { return false }
    section = titleHere
    guard section == nil else { return false }
    let cells = text.cells
    if cells.count > header.names.count,
      let extra = cells[header.names.count...].first(where: { !$0.isEmpty })
    {
      throw VoteFileRefusal(
        line: text.line, cell: extra, .tooManyCells(expected: header.names.count))
    }
    return true
  }

  /// Refuses whatever follows the last section.
  func expectEnd() throws(VoteFileRefusal) {
    guard let section else { return }
    throw VoteFileRefusal(line: text.line, found: section.rawValue, .sectionUnexpected)
  }

  private var titleHere: Section? {
    guard let first = text.cells.first, text.cells.dropFirst().allSatisfy(\.isEmpty) else {
      return nil
    }
    return Section(rawValue: first.text.uppercased())
  }

  /// A cell of the row read last, empty where the row ends before it, or where it says `None`.
  func cell(_ column: Int?) -> ArraySlice<UInt8> {
    guard let column, column < text.cells.count else { return [] }
    let cell = text.cells[column]
    return cell.elementsEqual("None".utf8) ? [] : cell
  }

  /// A whole number that must be there.
  func number(
    _ cell: ArraySlice<UInt8>, in column: String, max: Int64 = VoteFileLimits.amountMax
  ) throws(VoteFileRefusal) -> Int64 {
    do throws(VoteFileRefusal.Reason) {
      return try cell.wholeNumber(max: max)
    } catch {
      throw VoteFileRefusal(line: text.line, column: column, cell: cell, error)
    }
  }
}

/// The names of a table's columns.
struct Header {
  /// In lower case, as they stand.
  let names: [String]
  private let line: Int

  init(_ cells: [ArraySlice<UInt8>], line: Int) throws(VoteFileRefusal) {
    names = cells.map { $0.text.lowercased() }
    self.line = line
    for (index, name) in names.enumerated() where !name.isEmpty {
      guard names.firstIndex(of: name) == index else {
        throw VoteFileRefusal(line: line, column: name, .columnRepeated)
      }
    }
  }

  func index(of name: String) -> Int? { names.firstIndex(of: name) }

  func require(_ name: String) throws(VoteFileRefusal) -> Int {
    guard let index = index(of: name) else {
      throw VoteFileRefusal(
        line: line, column: name, found: names.joined(separator: ";"), .columnMissing)
    }
    return index
  }
}
