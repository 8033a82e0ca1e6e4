// An e-mail address that can be written to.

/// Trimmed, its domain in lower case; a light check, because only an answered mail proves more.
package struct EmailAddress: Hashable, Sendable, CustomStringConvertible {
  package let text: String

  /// Nil for what cannot be an address: not one `@`, blanks inside, over 254 bytes, odd marks.
  package init?(_ typed: String) {
    guard typed.utf8.count <= 400 else { return nil }
    let words = typed.split(whereSeparator: \.isWhitespace)
    guard words.count == 1, let word = words.first, word.utf8.count <= 254 else { return nil }
    let parts = word.split(separator: "@", omittingEmptySubsequences: false)
    let forbidden: Set<Unicode.Scalar> = ["<", ">", "(", ")", ",", ";", ":", "\"", "\\"]
    guard parts.count == 2, !parts[0].isEmpty,
      word.unicodeScalars.allSatisfy({ $0.value > 32 && $0.value != 127 && !forbidden.contains($0) }
      )
    else { return nil }
    let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count >= 2, labels.allSatisfy({ !$0.isEmpty }) else { return nil }
    text = parts[0] + "@" + parts[1].lowercased()
  }
  package var description: String { text }

  /// `m…@esempio.it`: enough to know one's own again.
  package var masked: String {
    let parts = text.split(separator: "@", maxSplits: 1)
    return "\(parts[0].prefix(1))…@\(parts[1])"
  }

  /// The domain of addresses that stand for somebody whose own is not known: RFC 2606 keeps it from
  /// ever existing.
  package static let nowhere = "import.invalid"
  /// Whether mail can arrive there.
  package var isReachable: Bool { !text.hasSuffix(".invalid") }
}
