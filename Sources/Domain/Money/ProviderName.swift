// The name of a payment provider, as in addresses, account codes and columns.

/// Lower-case letters, digits and underscores: `sandbox`, `stripe`.
package struct ProviderName: Hashable, Sendable, CustomStringConvertible {
  package let text: String

  /// Nil unless 1 to 30 of those characters.
  package init?(_ text: String) {
    let plain = text.utf8.allSatisfy {
      (97...122).contains($0) || (48...57).contains($0) || $0 == 95
    }
    guard plain, (1...30).contains(text.utf8.count) else { return nil }
    self.text = text
  }
  private init(known text: String) { self.text = text }
  package var description: String { text }

  /// The built-in stand-in that moves no money.
  package static let sandbox = ProviderName(known: "sandbox")
  package static let stripe = ProviderName(known: "stripe")
  /// Bank transfers: no provider holds the money, the statement tells of it.
  package static let bank = ProviderName(known: "bank")
}
