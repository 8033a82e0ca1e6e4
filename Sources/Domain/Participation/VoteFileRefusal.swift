// Why a file with the result of a vote was not accepted: where, what was found there, and why.

/// The first thing wrong in a `.pb`, CSV or JSON file. Nothing of a refused file is used.
package struct VoteFileRefusal: Error, Hashable, Sendable {
  /// Counted from 1 as an editor shows it; a record that spans lines is named by its first.
  package let line: Int
  /// The column, META key or JSON field concerned, where there is one.
  package let column: String?
  /// What stood there, cut to `foundCharactersMax`.
  package let found: String?
  package let reason: Reason

  package static let foundCharactersMax = 60

  package init(line: Int, column: String? = nil, found: String? = nil, _ reason: Reason) {
    self.line = line
    self.column = column
    self.found = found.map { String($0.prefix(Self.foundCharactersMax)) }
    self.reason = reason
  }

  package enum Reason: Error, Hashable, Sendable {
    case emptyFile
    case fileTooLarge(sizeBytesMax: Int)
    case notUTF8
    /// A control character other than tab and line end.
    case controlCharacter
    case unclosedQuote
    case textAfterQuote
    case cellTooLong(sizeBytesMax: Int)
    case sectionMissing(String)
    case sectionUnexpected
    case columnMissing
    case columnRepeated
    case tooManyCells(expected: Int)
    case valueMissing
    case notANumber
    case negative
    case fraction
    case decimalComma
    case numberTooLarge(max: Int64)
    case notAnAmount
    case unknownVoteType
    case unknownCurrency
    case unknownStatus
    case idTooLong(sizeBytesMax: Int)
    case noProjects
    case tooManyProjects(max: Int)
    case tooManyBallots(max: Int)
    case projectRepeated(firstLine: Int)
    case voterRepeated(firstLine: Int)
    case unknownProject
    case refundAbovePurchases
    case tooManyPurchases(max: Int)
    case moreThanOneChoice
    case pointsDiffer(choices: Int, points: Int)
    /// META declares another number than the file holds: probably cut off on its way.
    case countDiffers(declared: Int64, found: Int)
    /// Two rows of one constituency give two numbers of voters.
    case votersDiffer(first: Int64)
    case moreVotesThanVoters(voters: Int64)
    case separatorUnknown
    case notJSON
    case unknownField
    case wrongType(expected: String)
  }
}

extension VoteFileRefusal {
  init(line: Int, column: String? = nil, cell: ArraySlice<UInt8>, _ reason: Reason) {
    self.init(line: line, column: column, found: Self.shown(cell), reason)
  }

  /// The beginning of a cell as text; bytes that are no UTF-8 appear as replacement characters.
  private static func shown(_ cell: ArraySlice<UInt8>) -> String {
    let head = cell.prefix(foundCharactersMax * 4)
    let text = String(decoding: head, as: UTF8.self)
    return String(text.prefix(foundCharactersMax))
  }
}
