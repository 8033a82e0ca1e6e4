// Why a statement file is refused, and where in it. A file is taken whole or not at all.

/// Where in a file something is.
package struct StatementPlace: Hashable, Sendable {
  /// Counted from 1; nil when the whole file is meant.
  package let line: Int?
  /// Names of elements from the outside in, a column's name, or a statement's identifier.
  package let path: String

  package init(line: Int? = nil, path: String = "") {
    self.line = line
    self.path = path
  }
  /// The file as such.
  package static let file = StatementPlace()
}

/// A file that is not taken: where and why.
package struct StatementRefusal: Error, Hashable, Sendable {
  package let place: StatementPlace
  package let reason: Reason

  package init(at place: StatementPlace = .file, _ reason: Reason) {
    self.place = place
    self.reason = reason
  }

  package enum Reason: Hashable, Sendable {
    case empty
    case tooLarge(bytesMax: Int)
    /// Neither of the formats that are understood; with its name when it is a known one.
    case unknownFormat(String?)
    case holdsNUL
    /// Not the encoding that it declares, or one that is not accepted.
    case wrongEncoding
    /// It ends in the middle.
    case truncated
    case notWellFormed
    /// A document type declaration; with it come entities, which no statement needs.
    case documentType
    case tooDeep(max: Int)
    case tooMuchText(max: Int)
    case tooManyLines(max: Int)
    /// Another ISO 20022 message or version, by its namespace.
    case unsupportedMessage(String)
    case noStatement
    /// The same statement twice in one file.
    case repeatedStatement
    case missing(String)
    case unreadable(field: String, found: String)
    /// An amount in another currency than its account's.
    case otherCurrency(found: String)
    /// Opening balance and lines give one figure, the closing balance is another.
    case unbalanced(computed: Money, stated: Money)
  }
}
