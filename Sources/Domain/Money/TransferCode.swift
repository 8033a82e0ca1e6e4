// What a banking app reads from a QR code to fill in a transfer: EPC069-12, version 002.

/// Why a transfer cannot be written as a code.
package enum TransferCodeRefusal: Error, Hashable, Sendable {
  /// Only euro between 0.01 and 999,999,999.99.
  case amountOutOfRange(Money)
  /// 1 to 70 characters on one line.
  case nameUnusable
  /// Eight or eleven letters and digits.
  case bicUnusable
  /// The account is outside the SEPA area.
  case accountOutsideSEPA
}

/// A credit transfer ready to be scanned, so that nobody types an IBAN and a reference.
package struct TransferCode: Hashable, Sendable {
  /// The lines to put into the QR code (UTF-8, error correction M, at most 331 bytes).
  package let text: String

  /// The guideline's limit on the whole.
  package static let bytesMax = 331

  package init(
    to name: String, account: IBAN, bic: String? = nil, amount: Money, reference: RFReference
  ) throws(TransferCodeRefusal) {
    guard amount.currency == .euro, (1...99_999_999_999).contains(amount.cents) else {
      throw .amountOutOfRange(amount)
    }
    let words = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard (1...70).contains(words.count), words.utf8.count <= 140,
      words.unicodeScalars.allSatisfy({ $0.value >= 32 && $0.value != 127 })
    else { throw .nameUnusable }
    let bank = bic?.squeezedCode ?? ""
    guard [0, 8, 11].contains(bank.utf8.count), bic == nil || !bank.isEmpty,
      bank.utf8.allSatisfy({ (48...57).contains($0) || (65...90).contains($0) })
    else { throw .bicUnusable }
    guard account.isInSEPA else { throw .accountOutsideSEPA }
    let cents = amount.cents % 100
    let euros = "EUR\(amount.cents / 100).\(cents < 10 ? "0" : "")\(cents)"
    // Character set 1 is UTF-8; the line before the reference is the purpose, which we leave out.
    text = [
      "BCD", "002", "1", "SCT", bank, words, account.text, euros, "", reference.text,
    ].joined(separator: "\n")
  }
}
