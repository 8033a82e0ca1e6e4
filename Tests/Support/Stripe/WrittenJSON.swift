// JSON that a test writes by hand: values in the order in which they were given.

/// A value of JSON.
package enum WrittenJSON: Sendable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByNilLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral, ExpressibleByStringInterpolation
{
  case null, bool(Bool), int(Int64), text(String), list([WrittenJSON])
  case object([(String, WrittenJSON)])
  /// Written before.
  case raw(String)

  package init(stringLiteral value: String) { self = .text(value) }
  package init(integerLiteral value: Int64) { self = .int(value) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(nilLiteral: ()) { self = .null }
  package init(arrayLiteral elements: WrittenJSON...) { self = .list(elements) }
  package init(dictionaryLiteral elements: (String, WrittenJSON)...) { self = .object(elements) }
  package init(_ text: String?) { self = text.map { .text($0) } ?? .null }
  package init(_ fields: [String: String]) {
    self = .object(fields.sorted { $0.key < $1.key }.map { ($0.key, .text($0.value)) })
  }

  package var written: String {
    switch self {
    case .null: "null"
    case .bool(let value): "\(value)"
    case .int(let value): "\(value)"
    case .text(let value): Self.quoted(value)
    case .raw(let value): value
    case .list(let values): "[" + values.map(\.written).joined(separator: ",") + "]"
    case .object(let fields):
      "{" + fields.map { Self.quoted($0.0) + ":" + $0.1.written }.joined(separator: ",") + "}"
    }
  }

  private static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      case _: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }
}
