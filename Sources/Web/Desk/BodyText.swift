// The body of an event as it can be read: JSON with line breaks, text as it is, bytes by number.

/// What is shown of a body; escaped by the page that shows it.
struct BodyText {
  /// Longer bodies are cut: a page is no place for them.
  static let bytesMax = 64 * 1024

  let shown: String
  let isCut: Bool

  init(_ bytes: [UInt8]) {
    isCut = bytes.count > Self.bytesMax
    let part = Array(bytes.prefix(Self.bytesMax))
    let text = String(decoding: part, as: UTF8.self)
    guard isCut || String(validating: part, as: UTF8.self) != nil else {
      shown = part.prefix(4096).map { Self.hexadecimal($0) }.joined(separator: " ")
      return
    }
    let first = text.first { !$0.isWhitespace }
    shown = first == "{" || first == "[" ? Self.indented(text) : text
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }

  /// The same characters with blanks between them: values are not read and cannot change. What is
  /// no JSON comes out a little oddly laid out, and whole.
  private static func indented(_ text: String) -> String {
    var out = ""
    var depth = 0
    var isQuoted = false
    var isEscaped = false
    func newLine() -> String { "\n" + String(repeating: "  ", count: min(max(depth, 0), 40)) }
    for scalar in text.unicodeScalars {
      if isQuoted {
        out.unicodeScalars.append(scalar)
        if isEscaped {
          isEscaped = false
        } else if scalar == "\\" {
          isEscaped = true
        } else if scalar == "\"" {
          isQuoted = false
        }
        continue
      }
      switch scalar {
      case " ", "\n", "\r", "\t": break
      case "\"":
        isQuoted = true
        out.unicodeScalars.append(scalar)
      case "{", "[":
        depth += 1
        out.unicodeScalars.append(scalar)
        out += newLine()
      case "}", "]":
        depth -= 1
        out += newLine()
        out.unicodeScalars.append(scalar)
      case ",": out += "," + newLine()
      case ":": out += ": "
      case _: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
