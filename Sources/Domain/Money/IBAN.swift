// An account number that checks itself: ISO 13616, with the exact shapes of the SEPA countries.

/// An IBAN whose check digits are right and, for a SEPA country, whose length and kinds of
/// characters are those of that country.
package struct IBAN: Hashable, Sendable, CustomStringConvertible {
  /// Capitals and digits without blanks: how it is stored and compared.
  package let text: String

  /// Reads what a person or a bank wrote, with any blanks and in either case.
  package init?(_ written: String) {
    guard written.utf8.count <= 80 else { return nil }
    let bytes = Array(written.squeezedCode.utf8)
    guard (15...34).contains(bytes.count), bytes[..<2].allSatisfy({ (65...90).contains($0) }),
      let check = Int(String(decoding: bytes[2...3], as: UTF8.self)), (2...98).contains(check),
      bytes[2] >= 48, remainder97(bytes[4...] + bytes[..<4]) == 1
    else { return nil }
    let country = String(decoding: bytes[..<2], as: UTF8.self)
    if let shape = sepaShapes[country], !Self.matches(bytes[4...], shape) { return nil }
    text = String(decoding: bytes, as: UTF8.self)
  }

  /// Two capital letters, ISO 3166.
  package var country: String { String(text.prefix(2)) }
  /// Whether credit transfers in euro reach it.
  package var isInSEPA: Bool { sepaShapes[country] != nil }
  /// `IT60 X054 2811 1010 0000 0123 456`.
  package var grouped: String { text.inGroupsOfFour }
  /// Enough to recognise one's own account, too little to use another's: `IT60 •••• 3456`.
  package var masked: String { text.prefix(4) + " •••• " + text.suffix(4) }
  package var description: String { text }

  /// The parts of an Italian (or San Marino) account; nil elsewhere.
  package var italian: ItalianAccount? {
    country == "IT" || country == "SM" ? ItalianAccount(bban: String(text.dropFirst(4))) : nil
  }

  /// Whether the characters after the check digits are of the kinds and counts of a shape.
  private static func matches(_ bytes: ArraySlice<UInt8>, _ shape: [Piece]) -> Bool {
    var rest = bytes
    for piece in shape {
      guard rest.count >= piece.count, rest.prefix(piece.count).allSatisfy(piece.kind.allows) else {
        return false
      }
      rest = rest.dropFirst(piece.count)
    }
    return rest.isEmpty
  }
}

/// What an Italian IBAN is made of: one letter of control, bank, branch, account.
package struct ItalianAccount: Hashable, Sendable {
  package let cin: Character
  /// Five digits: the bank.
  package let abi: String
  /// Five digits: the branch.
  package let cab: String
  /// Twelve letters or digits.
  package let account: String

  init?(bban: String) {
    guard bban.utf8.count == 23, let cin = bban.first else { return nil }
    self.cin = cin
    abi = String(bban.dropFirst().prefix(5))
    cab = String(bban.dropFirst(6).prefix(5))
    account = String(bban.suffix(12))
  }

  /// Whether the letter of control is the one that the other 22 characters ask for. A wrong one
  /// with right IBAN digits is rare and only worth a warning.
  package var isCINRight: Bool {
    let odd = [
      1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
    ]
    var sum = 0
    for (index, byte) in (abi + cab + account).utf8.enumerated() {
      let value = Int(byte) - (byte < 65 ? 48 : 65)
      sum += index.isMultiple(of: 2) ? odd[value] : value
    }
    return cin.asciiValue.map { Int($0) - 65 } == sum % 26
  }
}

/// So many characters of one kind.
private struct Piece: Sendable {
  enum Kind: UInt8, Sendable {
    case digits = 110
    case letters = 97
    case either = 99

    func allows(_ byte: UInt8) -> Bool {
      switch self {
      case .digits: (48...57).contains(byte)
      case .letters: (65...90).contains(byte)
      case .either: (48...57).contains(byte) || (65...90).contains(byte)
      }
    }
  }
  let count: Int
  let kind: Kind
}

/// The account part by country of the SEPA area, as the IBAN registry writes it (`n` digits,
/// `a` letters, `c` either).
private let sepaShapes: [String: [Piece]] = {
  let registry = """
    AD 8n12c AL 8n16c AT 16n BE 12n BG 4a6n8c CH 5n12c CY 8n16c CZ 20n DE 18n DK 14n EE 16n ES 20n
    FI 14n FR 10n11c2n GB 4a14n GI 4a15c GR 7n16c HR 17n HU 24n IE 4a14n IS 22n IT 1a10n12c LI 5n12c
    LT 16n LU 3n13c LV 4a13c MC 10n11c2n MD 20c ME 18n MK 3n10c2n MT 4a5n18c NL 4a10n NO 11n PL 24n
    PT 21n RO 4a16c RS 18n SE 20n SI 15n SK 20n SM 1a10n12c VA 18n
    """
  let words = registry.split(whereSeparator: \.isWhitespace).map(String.init)
  var shapes: [String: [Piece]] = [:]
  for index in stride(from: 0, to: words.count - 1, by: 2) {
    var pieces: [Piece] = []
    var count = 0
    for byte in words[index + 1].utf8 {
      if let kind = Piece.Kind(rawValue: byte) {
        pieces.append(Piece(count: count, kind: kind))
        count = 0
      } else {
        count = count * 10 + Int(byte) - 48
      }
    }
    shapes[words[index]] = pieces
  }
  return shapes
}()
