// SQL that looks like SQL: a string literal in which every interpolation becomes a bound value.

/// One value that travels between Swift and a database column.
package enum SQLValue: Hashable, Sendable {
  case null
  case int(Int64)
  case bool(Bool)
  case text(String)
  case blob([UInt8])
}

/// What may be interpolated into `SQL`: it becomes a parameter, never text.
package protocol SQLBindable {
  /// The value that is bound in its place.
  var sqlValue: SQLValue { get }
}

/// The two engines, where a statement has to differ.
package enum Dialect: String, Sendable, CaseIterable {
  case sqlite, postgres
}

/// A statement with its parameters. There is no way to splice text into it except another `SQL`.
package struct SQL: ExpressibleByStringInterpolation, Sendable {
  enum Piece: Sendable {
    case text(String)
    case value(SQLValue)
    case dialect(sqlite: [Piece], postgres: [Piece])
  }

  var pieces: [Piece]

  package init(stringLiteral value: String) { pieces = [.text(value)] }
  package init(stringInterpolation: StringInterpolation) { pieces = stringInterpolation.pieces }

  /// The text with numbered parameters (`?1` for SQLite, `$1` for PostgreSQL) and their values.
  /// For PostgreSQL a null is written as the word.
  package func rendered(for dialect: Dialect) -> (text: String, values: [SQLValue]) {
    var text = ""
    var values: [SQLValue] = []
    Self.render(pieces, for: dialect, into: &text, &values)
    return (text, values)
  }

  private static func render(
    _ pieces: [Piece], for dialect: Dialect, into text: inout String, _ values: inout [SQLValue]
  ) {
    for piece in pieces {
      switch piece {
      case .text(let part): text += part
      // PostgreSQL cannot tell a lone parameter's type from a null, and needs it for `IS NULL`.
      case .value(.null) where dialect == .postgres: text += "NULL"
      case .value(let value):
        values.append(value)
        text += dialect == .sqlite ? "?\(values.count)" : "$\(values.count)"
      case .dialect(let sqlite, let postgres):
        render(dialect == .sqlite ? sqlite : postgres, for: dialect, into: &text, &values)
      }
    }
  }

  package struct StringInterpolation: StringInterpolationProtocol {
    var pieces: [Piece] = []

    package init(literalCapacity: Int, interpolationCount: Int) {
      pieces.reserveCapacity(interpolationCount * 2 + 1)
    }
    package mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { pieces.append(.text(literal)) }
    }
    /// Binds a value.
    package mutating func appendInterpolation(_ value: some SQLBindable) {
      pieces.append(.value(value.sqlValue))
    }
    /// Binds a value or null.
    package mutating func appendInterpolation<Value: SQLBindable>(_ value: Value?) {
      pieces.append(.value(value?.sqlValue ?? .null))
    }
    /// Binds each value of a list, separated by commas: `IN (\(list: ids))`. The list is not empty.
    package mutating func appendInterpolation(list values: [some SQLBindable]) {
      precondition(!values.isEmpty, "an SQL list has at least one value")
      for (index, value) in values.enumerated() {
        if index > 0 { pieces.append(.text(", ")) }
        pieces.append(.value(value.sqlValue))
      }
    }
    /// Puts another statement's text and values in place.
    package mutating func appendInterpolation(fragment: SQL) { pieces += fragment.pieces }
    /// Writes what differs between the engines.
    package mutating func appendInterpolation(sqlite: SQL, postgres: SQL) {
      pieces.append(.dialect(sqlite: sqlite.pieces, postgres: postgres.pieces))
    }
  }
}

extension Int64: SQLBindable { package var sqlValue: SQLValue { .int(self) } }
extension Int: SQLBindable { package var sqlValue: SQLValue { .int(Int64(self)) } }
extension Bool: SQLBindable { package var sqlValue: SQLValue { .bool(self) } }
extension String: SQLBindable { package var sqlValue: SQLValue { .text(self) } }
extension [UInt8]: SQLBindable { package var sqlValue: SQLValue { .blob(self) } }
extension Optional: SQLBindable where Wrapped: SQLBindable {
  package var sqlValue: SQLValue { self?.sqlValue ?? .null }
}
extension SQLBindable where Self: RawRepresentable, RawValue == String {
  package var sqlValue: SQLValue { .text(rawValue) }
}
