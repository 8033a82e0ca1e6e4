// The checksum of IBANs and of creditor references: ISO 7064 MOD 97-10.

/// The remainder by 97 of a text whose letters stand for two digits each (A = 10 … Z = 35).
/// Nil when it holds anything but digits and capital letters.
func remainder97(_ text: some Sequence<UInt8>) -> Int? {
  var remainder = 0
  for byte in text {
    switch byte {
    case 48...57: remainder = (remainder * 10 + Int(byte) - 48) % 97
    case 65...90: remainder = (remainder * 100 + Int(byte) - 55) % 97
    case _: return nil
    }
  }
  return remainder
}

extension String {
  /// In groups of four, as people read references and account numbers aloud.
  var inGroupsOfFour: String {
    var text = ""
    for (index, character) in enumerated() {
      if index > 0, index.isMultiple(of: 4) { text.append(" ") }
      text.append(character)
    }
    return text
  }

  /// Without blanks and hyphens, ASCII letters in capitals; what people add when they copy a code.
  var squeezedCode: String {
    let blanks: Set<Unicode.Scalar> = [" ", "\t", "\n", "\r", "\u{A0}", "\u{202F}", "-"]
    let kept = unicodeScalars.filter { !blanks.contains($0) }
    return String(String.UnicodeScalarView(kept.map(\.asciiCapital)))
  }
}

extension Unicode.Scalar {
  /// The capital of an ASCII letter; anything else as it is.
  var asciiCapital: Unicode.Scalar {
    (97...122).contains(value) ? Unicode.Scalar(UInt8(value - 32)) : self
  }
}
