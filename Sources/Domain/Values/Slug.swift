// The readable part of a public address.

/// Lower-case ASCII letters, digits and single hyphens, 1 to 80 characters.
package struct Slug: Hashable, Sendable, CustomStringConvertible {
  package let text: String

  /// Nil for anything that is not already a slug.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    let plain = bytes.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
    guard (1...80).contains(bytes.count), plain, bytes.first != 45, bytes.last != 45,
      !text.contains("--")
    else { return nil }
    self.text = text
  }
  /// Makes a slug of a title: accents folded, everything else a hyphen; `senza-titolo` if empty.
  package init(title: String) {
    var text = ""
    for scalar in title.folded.unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": text.unicodeScalars.append(scalar)
      case _ where text.last != "-" && !text.isEmpty: text += "-"
      case _: continue
      }
    }
    text = String(text.prefix(70))
    while text.last == "-" { text.removeLast() }
    self.text = text.isEmpty ? "senza-titolo" : text
  }
  package var description: String { text }
}
