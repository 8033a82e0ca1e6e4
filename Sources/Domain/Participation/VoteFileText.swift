// What every file of votes must be before anything in it is read: not too large, UTF-8, plain text.

enum VoteFileText {
  /// The largest real file known has 6 MB; a city of a million voters would need some 50.
  static let sizeBytesMax = 64 * 1024 * 1024

  /// Throws for empty or oversized files, other encodings and control characters.
  static func check(_ bytes: [UInt8]) throws(VoteFileRefusal) {
    guard !bytes.isEmpty else { throw VoteFileRefusal(line: 1, .emptyFile) }
    guard bytes.count <= sizeBytesMax else {
      throw VoteFileRefusal(line: 1, .fileTooLarge(sizeBytesMax: sizeBytesMax))
    }
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw VoteFileRefusal(line: firstLineNotUTF8(bytes), .notUTF8)
    }
    var line = 1
    for byte in bytes where byte < 32 || byte == 127 {
      if byte == 10 { line += 1 }
      guard byte == 9 || byte == 10 || byte == 13 else {
        throw VoteFileRefusal(line: line, found: "0x" + String(byte, radix: 16), .controlCharacter)
      }
    }
  }

  /// No line feed is part of a longer UTF-8 sequence, so lines can be tried one by one.
  private static func firstLineNotUTF8(_ bytes: [UInt8]) -> Int {
    var number = 1
    for line in bytes.split(separator: 10, omittingEmptySubsequences: false) {
      if String(validating: line, as: UTF8.self) == nil { return number }
      number += 1
    }
    return number
  }
}

extension ArraySlice<UInt8> {
  /// A whole number, also written `50000.0`. A real fraction, a comma and a sign are refused.
  func wholeNumber(max: Int64 = VoteFileLimits.amountMax) throws(VoteFileRefusal.Reason) -> Int64 {
    guard let first else { throw .valueMissing }
    if first == UInt8(ascii: "-") { throw .negative }
    var number: Int64 = 0
    var position = startIndex
    while position < endIndex, (48...57).contains(self[position]) {
      number = number * 10 + Int64(self[position] - 48)
      guard number <= max else { throw .numberTooLarge(max: max) }
      position += 1
    }
    if position == endIndex { return number }
    guard position > startIndex else { throw .notANumber }
    let decimals = self[(position + 1)...]
    let areDigits = !decimals.isEmpty && decimals.allSatisfy { (48...57).contains($0) }
    if self[position] == UInt8(ascii: ","), areDigits { throw .decimalComma }
    guard self[position] == UInt8(ascii: "."), areDigits else { throw .notANumber }
    guard decimals.allSatisfy({ $0 == 48 }) else { throw .fraction }
    return number
  }
}

/// How much a file of votes may hold.
package enum VoteFileLimits {
  package static let sizeBytesMax = VoteFileText.sizeBytesMax
  package static let cellBytesMax = DelimitedText.cellBytesMax
  package static let projectsMax = 10_000
  package static let ballotsMax = 2_000_000
  /// A million millions of any currency: sums of all projects stay far from 64 bits.
  package static let amountMax: Int64 = 1_000_000_000_000
  package static let pointsMax: Int64 = 1_000_000
}
