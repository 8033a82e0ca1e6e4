// The colours: contrast computed from the palettes by WCAG's formula; the stylesheet's size.
import Foundation
import Testing

@testable import Web

@Suite struct TokenTests {
  /// Relative luminance of `#RRGGBB` (WCAG 2.2).
  static func luminance(_ colour: String) throws -> Double {
    let digits = colour.dropFirst()
    let parts = try (0..<3).map { index in
      let start = digits.index(digits.startIndex, offsetBy: index * 2)
      let value = try #require(
        Int(digits[start..<digits.index(start, offsetBy: 2)], radix: 16))
      let share = Double(value) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }
  static func contrast(_ one: String, _ other: String) throws -> Double {
    let pair = [try luminance(one), try luminance(other)].sorted()
    return (pair[1] + 0.05) / (pair[0] + 0.05)
  }

  @Test func `the formula agrees with its own fixed points`() throws {
    #expect(try Self.contrast("#000000", "#FFFFFF") == 21)
    let grey = try Self.contrast("#777777", "#FFFFFF")
    #expect(abs(grey - 4.48) < 0.01)
  }

  @Test(arguments: ["light", "dark"])
  func `text can be read on paper and on cards`(_ name: String) throws {
    let palette = name == "light" ? Palette.light : Palette.dark
    for ground in [palette.paper, palette.card] {
      for text in [
        palette.ink, palette.muted, palette.primary, palette.accent, palette.danger, palette.info,
      ] {
        #expect(try Self.contrast(text, ground) >= 4.5, "\(text) on \(ground)")
      }
      #expect(try Self.contrast(palette.line, ground) >= 3, "a field's edge on \(ground)")
    }
    #expect(try Self.contrast(palette.paper, palette.primary) >= 4.5, "a button's words")
  }

  @Test func `the stylesheet stays small and asks nobody else`() {
    let parts = [
      Style.tokens, Style.base, Style.frame, Style.forms, Style.cards, Style.tables, Style.desk,
      Style.print,
    ]
    #expect(parts.reduce(0) { $0 + $1.utf8.count } <= 40_000)
    for part in parts { #expect(!part.contains("url(") && !part.contains("@import")) }
  }

  @Test func `focus, reduced motion, forced colours and paper are thought of`() {
    #expect(Style.base.contains(":focus-visible{outline:3px solid"))
    #expect(Style.base.contains("prefers-reduced-motion"))
    #expect(Style.print.contains("forced-colors") && Style.print.contains("@media print"))
    #expect(Style.tokens.contains("prefers-color-scheme:dark"))
  }
}
