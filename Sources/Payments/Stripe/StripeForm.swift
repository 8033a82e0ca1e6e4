// The body of a request to Stripe: form encoding, with brackets for what lies inside.
package import Domain
import FoundationEssentials

/// Fields in their order.
package struct StripeForm: Sendable {
  private var fields: [(name: String, value: String)] = []

  package init() {}

  /// Adds a field; nothing for nil. Brackets stay as Stripe writes them: `metadata[payment]`.
  package mutating func add(_ name: String, _ value: String?) {
    if let value { fields.append((name, value)) }
  }
  package mutating func add(_ name: String, _ value: Int64?) { add(name, value.map { "\($0)" }) }
  /// An amount with its currency; Stripe writes currencies in small letters.
  package mutating func add(_ amount: Money, as name: String, currency: String) {
    add(name, amount.cents)
    add(currency, amount.currency.code.lowercased())
  }

  /// `application/x-www-form-urlencoded`, also what a query is made of.
  package var encoded: String {
    fields.map { Self.escape($0.name) + "=" + Self.escape($0.value) }.joined(separator: "&")
  }

  private static func escape(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if isPlain(byte) {
        bytes.append(byte)
      } else {
        bytes += [37, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
  private static let digits = Array("0123456789ABCDEF".utf8)

  /// What RFC 3986 calls unreserved.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122, 45, 46, 95, 126: true
    case _: false
    }
  }
}
