// The reference of a bank transfer that checks itself: ISO 11649, "RF" and two check digits.

/// A creditor reference such as `RF18539007547034`, at most 25 characters.
package struct RFReference: Hashable, Sendable, CustomStringConvertible {
  /// Capitals and digits without blanks: how it is stored and compared.
  package let text: String

  /// Digits in the references that we make: twelve, so that the whole is four groups of four.
  package static let bodyDigits = 12
  /// The longest body that the standard allows.
  package static let bodyLengthMax = 21

  /// Makes a reference around a body of 1 to 21 digits; nil for any other body.
  package init?(digits body: String) {
    guard body.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    self.init(body: body)
  }
  /// Makes a reference around a body of 1 to 21 digits and capital letters; nil for any other.
  package init?(body: String) {
    guard (1...Self.bodyLengthMax).contains(body.utf8.count),
      let remainder = remainder97(Array(body.utf8) + Array("RF00".utf8))
    else { return nil }
    let check = 98 - remainder
    text = "RF" + (check < 10 ? "0" : "") + String(check) + body
  }
  /// Makes one from random bytes (eight at least): the body is a number of twelve digits.
  package init(random: [UInt8]) {
    precondition(random.count >= 8, "a reference needs eight random bytes")
    let number = random.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) } % 1_000_000_000_000
    let digits = String(number)
    let body = String(repeating: "0", count: Self.bodyDigits - digits.count) + digits
    guard let made = RFReference(digits: body) else { preconditionFailure("twelve digits do") }
    self = made
  }
  /// Reads what a person or a bank wrote, with any blanks and in either case; nil unless the
  /// check digits are right.
  package init?(_ written: String) {
    guard written.utf8.count <= 80 else { return nil }
    self.init(bytes: Array(written.squeezedCode.utf8))
  }
  /// Reads the exact characters, capitals and digits only.
  init?(bytes: [UInt8]) {
    guard (5...4 + Self.bodyLengthMax).contains(bytes.count), bytes[0] == 82, bytes[1] == 70,
      let check = Int(String(decoding: bytes[2...3], as: UTF8.self)), (2...98).contains(check),
      remainder97(bytes[4...] + bytes[..<4]) == 1
    else { return nil }
    text = String(decoding: bytes, as: UTF8.self)
  }

  /// `RF18 5390 0754 7034`.
  package var grouped: String { text.inGroupsOfFour }
  package var description: String { text }
}
