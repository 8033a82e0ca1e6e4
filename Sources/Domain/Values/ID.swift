// Typed identifiers: 128 bits, sortable by time, made before the first write, shown with a prefix.

/// What has ids of its own.
package protocol Identified {
  /// Three letters before the underscore, as in `plg_01j…`.
  static var idPrefix: String { get }
}

/// The identity of an `Owner`: 48 bits of milliseconds, then 80 random ones (as RFC 9562's UUIDv7),
/// written in Crockford's base 32 in lower case, so that text order is time order.
package struct ID<Owner: Identified>: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Two halves, because an asynchronous function taken as a value loses its way on UInt128
  /// arguments (Swift 6.3.1 on Linux: the process dies when it is called with two ids).
  private let high: UInt64
  private let low: UInt64

  private var bits: UInt128 { UInt128(high) << 64 | UInt128(low) }
  private init(bits: UInt128) {
    high = UInt64(truncatingIfNeeded: bits >> 64)
    low = UInt64(truncatingIfNeeded: bits)
  }

  /// From the time of making and ten random bytes.
  package init(at instant: Instant, random: [UInt8]) {
    precondition(random.count >= 10, "an id needs ten random bytes")
    var bits = UInt128(UInt64(bitPattern: instant.milliseconds) & 0xFFFF_FFFF_FFFF)
    for byte in random.prefix(10) { bits = bits << 8 | UInt128(byte) }
    self.init(bits: bits)
  }
  /// Reads what `description` wrote; nil for another prefix or anything malformed.
  package init?(_ text: String) {
    let prefix = Owner.idPrefix + "_"
    guard text.hasPrefix(prefix) else { return nil }
    let digits = text.utf8.dropFirst(prefix.utf8.count)
    guard digits.count == 26, let first = digits.first, first <= UInt8(ascii: "7") else {
      return nil
    }
    var bits: UInt128 = 0
    for digit in digits {
      guard let value = crockford.firstIndex(of: digit) else { return nil }
      bits = bits << 5 | UInt128(value)
    }
    self.init(bits: bits)
  }

  package var description: String {
    var digits = [UInt8](repeating: 0, count: 26)
    var rest = bits
    for index in digits.indices.reversed() {
      digits[index] = crockford[Int(rest & 31)]
      rest >>= 5
    }
    return Owner.idPrefix + "_" + String(decoding: digits, as: UTF8.self)
  }
  package static func < (left: ID, right: ID) -> Bool {
    (left.high, left.low) < (right.high, right.low)
  }
}

/// Crockford's alphabet: no i, l, o, u.
private let crockford = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

extension Identified {
  package typealias ID = Domain.ID<Self>
}
