// How the same line is known again in another file, while genuine twins stay two.

/// The bytes that are equal exactly when two files speak of the same kind of movement on the same
/// day. Bank references alone are not unique (a fee and its payment can share one), and payer,
/// amount and day alone would swallow twins.
package struct LineFingerprint: Hashable, Sendable {
  /// Version, then each field after its length (four bytes, big end first): account, booking
  /// day, currency, signed minor units, bank reference, text reduced to letters and digits.
  package let bytes: [UInt8]

  package init(of line: BankLine) {
    var bytes: [UInt8] = [1]
    let fields = [
      line.account.text, line.bookedOn.description, line.amount.currency.code,
      String(line.amount.cents), line.bankReference.lettersAndDigits, line.text.lettersAndDigits,
    ]
    for field in fields {
      let content = Array(field.utf8)
      let length = UInt32(content.count)
      bytes += (0..<4).map { UInt8(truncatingIfNeeded: length >> (24 - 8 * $0)) }
      bytes += content
    }
    self.bytes = bytes
  }

  /// Each line of a file with its fingerprint and its ordinal among equals: the second of two
  /// equal lines is number 2. Storing (fingerprint, ordinal) once keeps, per fingerprint, the
  /// largest count that any file had: overlapping files add nothing, twins in one file stay.
  package static func number(_ lines: [BankLine]) -> [Numbered] {
    var seen: [LineFingerprint: Int] = [:]
    return lines.map { line in
      let fingerprint = LineFingerprint(of: line)
      let ordinal = (seen[fingerprint] ?? 0) + 1
      seen[fingerprint] = ordinal
      return Numbered(line: line, fingerprint: fingerprint, ordinal: ordinal)
    }
  }

  /// A line and what identifies it.
  package struct Numbered: Hashable, Sendable {
    package let line: BankLine
    package let fingerprint: LineFingerprint
    package let ordinal: Int
  }
}

extension String {
  /// Without case, accents, blanks and punctuation: banks change all four between two files.
  var lettersAndDigits: String {
    let kept = folded.unicodeScalars.filter {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
    }
    return String(String.UnicodeScalarView(kept))
  }
}
