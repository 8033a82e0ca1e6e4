// The Italian tax code, with its check character, for those who want a tax receipt.

/// A codice fiscale: 16 characters for a person, 11 digits for an organisation.
package struct TaxCode: Hashable, Sendable, CustomStringConvertible {
  package let text: String

  /// Nil unless well formed with a right check character (DM 23 December 1976; digits may be
  /// replaced by letters where two people would have the same code).
  package init?(_ typed: String) {
    guard typed.utf8.count <= 64 else { return nil }
    let code = typed.filter { !$0.isWhitespace }.uppercased()
    let bytes = Array(code.utf8)
    guard Self.isPerson(bytes) || Self.isOrganisation(bytes) else { return nil }
    text = code
  }
  package var description: String { text }

  private static func isPerson(_ bytes: [UInt8]) -> Bool {
    guard bytes.count == 16 else { return false }
    let letters: Set<Int> = [0, 1, 2, 3, 4, 5, 8, 11, 15]
    let replacements = Set("LMNPQRSTUV".utf8)
    for (index, byte) in bytes.enumerated() {
      let isLetter = (65...90).contains(byte)
      let isDigit = (48...57).contains(byte)
      if letters.contains(index) {
        guard isLetter else { return false }
      } else {
        guard isDigit || replacements.contains(byte) else { return false }
      }
    }
    guard "ABCDEHLMPRST".utf8.contains(bytes[8]) else { return false }
    var sum = 0
    for (index, byte) in bytes.dropLast().enumerated() {
      let value = Int(byte >= 65 ? byte - 65 : byte - 48)
      // Positions count from one in the decree: the first is odd.
      sum += index.isMultiple(of: 2) ? oddValues[value] : value
    }
    return Int(bytes[15]) == 65 + sum % 26
  }
  private static func isOrganisation(_ bytes: [UInt8]) -> Bool {
    guard bytes.count == 11, bytes.allSatisfy({ (48...57).contains($0) }) else { return false }
    var sum = 0
    for (index, byte) in bytes.enumerated() {
      let digit = Int(byte - 48)
      let doubled = digit * 2
      sum += index.isMultiple(of: 2) ? digit : (doubled > 9 ? doubled - 9 : doubled)
    }
    return sum % 10 == 0 && bytes.contains { $0 != 48 }
  }
  private static let oddValues = [
    1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
  ]
}
