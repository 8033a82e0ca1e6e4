// One row of an answer, read by column name into domain values.
import Domain
package import Literals

/// What a column can be read as.
package protocol ColumnReadable {
  /// The value in a column, or nil if it holds something else.
  static func read(_ value: SQLValue) -> Self?
}

/// One row of an answer.
package struct Row: Sendable {
  let columns: [String]
  let values: [SQLValue]

  package init(columns: [String], values: [SQLValue]) {
    self.columns = columns
    self.values = values
  }

  /// The value of a column; throws a `Fault` that names the column when it is missing or of
  /// another kind: the schema and the code disagree.
  package func callAsFunction<T: ColumnReadable>(_ column: String, as type: T.Type = T.self) throws
    -> T
  {
    guard let index = columns.firstIndex(of: column) else {
      throw Fault("there is no column \(column) in this answer")
    }
    guard let value = T.read(values[index]) else {
      throw Fault("column \(column) cannot be read as \(T.self)")
    }
    return value
  }
}

extension Int64: ColumnReadable {
  package static func read(_ value: SQLValue) -> Int64? {
    switch value {
    case .int(let number): number
    case .bool(let flag): flag ? 1 : 0
    case .text, .blob, .null: nil
    }
  }
}
extension Int: ColumnReadable {
  package static func read(_ value: SQLValue) -> Int? { Int64.read(value).map(Int.init) }
}
extension Bool: ColumnReadable {
  package static func read(_ value: SQLValue) -> Bool? { Int64.read(value).map { $0 != 0 } }
}
extension String: ColumnReadable {
  package static func read(_ value: SQLValue) -> String? {
    if case .text(let text) = value { text } else { nil }
  }
}
extension [UInt8]: ColumnReadable {
  package static func read(_ value: SQLValue) -> [UInt8]? {
    if case .blob(let bytes) = value { bytes } else { nil }
  }
}
extension Optional: ColumnReadable where Wrapped: ColumnReadable {
  package static func read(_ value: SQLValue) -> Wrapped?? {
    if case .null = value { return .some(nil) }
    return Wrapped.read(value).map(Optional.some)
  }
}
/// Enums with text cases are stored as that text.
extension ColumnReadable where Self: RawRepresentable, RawValue == String {
  package static func read(_ value: SQLValue) -> Self? {
    String.read(value).flatMap(Self.init(rawValue:))
  }
}
