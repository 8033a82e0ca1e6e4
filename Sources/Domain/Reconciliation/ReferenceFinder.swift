// Finds our references in what payers and banks wrote: split, joined, in small letters, mistyped.

/// Every reading of one place in a line where a reference may stand, longest first. Text that
/// follows without a blank can make a longer reading pass its check digits by chance (1 in 97),
/// so all readings are kept until it is known which references exist.
package struct FoundReference: Hashable, Sendable {
  package let readings: [Reading]

  /// One reading whose check digits are right.
  package struct Reading: Hashable, Sendable {
    package let reference: RFReference
    /// Right only with O read as 0 or I as 1.
    package let isRepaired: Bool
  }
}

extension BankLine {
  /// Of what payers write, this much is searched.
  package static let searchedLengthMax = 4_000

  /// The places where a reference stands: in its own field, in the end-to-end id, in the text.
  package var foundReferences: [FoundReference] {
    var found: [FoundReference] = []
    for piece in [structuredReference, endToEndID, text] {
      if let whole = RFReference(piece) {
        found.append(FoundReference(readings: [.init(reference: whole, isRepaired: false)]))
      } else {
        found += references(in: squeezed(piece))
      }
    }
    return found
  }

  /// Capitals and digits only, accents folded, so that line breaks and punctuation do not matter.
  private func squeezed(_ piece: String) -> [UInt8] {
    String(piece.prefix(Self.searchedLengthMax)).folded.utf8.compactMap { byte in
      switch byte {
      case 97...122: byte - 32
      case 48...57: byte
      case _: nil
      }
    }
  }

  /// Reads "RF", two digits and 1 to 21 digits from each place where they can begin.
  private func references(in text: [UInt8]) -> [FoundReference] {
    var found: [FoundReference] = []
    for start in text.indices.dropLast(4) where text[start] == 82 && text[start + 1] == 70 {
      var digits: [UInt8] = Array("RF".utf8)
      var repairedFrom = Int.max
      var readings: [FoundReference.Reading] = []
      for byte in text[(start + 2)...].prefix(2 + RFReference.bodyLengthMax) {
        guard let digit = digit(byte) else { break }
        if digit != byte { repairedFrom = min(repairedFrom, digits.count) }
        digits.append(digit)
        guard let reference = RFReference(bytes: digits) else { continue }
        let isRepaired = repairedFrom < digits.count
        readings.append(.init(reference: reference, isRepaired: isRepaired))
      }
      if !readings.isEmpty { found.append(FoundReference(readings: readings.reversed())) }
    }
    return found
  }

  /// The digit, or the one that a letter O or I stands for.
  private func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 48...57: byte
    case UInt8(ascii: "O"): 48
    case UInt8(ascii: "I"): 49
    case _: nil
    }
  }
}
