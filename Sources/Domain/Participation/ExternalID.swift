// The id of a project in somebody else's file: a string, even where it looks like a number.

/// Compared byte by byte in UTF-8: `01` is not `1`, `10` comes before `9`, and two spellings of one
/// accented letter stay two ids (Swift's own comparison of strings would fold them).
package struct ExternalID: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let text: String

  package static let sizeBytesMax = 200

  /// Nil for nothing at all and for more than 200 bytes.
  package init?(_ text: String) {
    guard (1...Self.sizeBytesMax).contains(text.utf8.count) else { return nil }
    self.text = text
  }
  package var description: String { text }

  package static func == (left: ExternalID, right: ExternalID) -> Bool {
    left.text.utf8.elementsEqual(right.text.utf8)
  }
  package static func < (left: ExternalID, right: ExternalID) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }
  package func hash(into hasher: inout Hasher) {
    for byte in text.utf8 { hasher.combine(byte) }
    hasher.combine(UInt8(255))
  }
}
