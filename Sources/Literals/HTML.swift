// HTML that looks like HTML: a string literal in which every interpolated string is escaped.

/// What has a meaning inside HTML. Text is escaped for element content and quoted attributes alike.
package protocol HTMLConvertible {
  /// The markup that stands for this value.
  var html: HTML { get }
}

/// A piece of markup. Only literals written in the source are taken as they are.
package struct HTML: ExpressibleByStringInterpolation, HTMLConvertible, Sendable, Hashable {
  /// The markup itself.
  package let text: String

  package init(stringLiteral value: String) { text = value }
  package init(stringInterpolation: StringInterpolation) { text = stringInterpolation.text }

  /// Markup made by a trusted renderer (Markdown, QR, charts); say beside each call why it is safe.
  package init(trusted text: String) { self.text = text }

  package var html: HTML { self }
  /// Nothing at all.
  package static let empty: HTML = ""

  /// The pieces one after the other.
  package static func joined(_ pieces: [HTML]) -> HTML {
    HTML(trusted: pieces.reduce(into: "") { $0 += $1.text })
  }

  package struct StringInterpolation: StringInterpolationProtocol {
    var text = ""

    package init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + interpolationCount * 16)
    }
    package mutating func appendLiteral(_ literal: String) { text += literal }
    /// Text is escaped.
    package mutating func appendInterpolation(_ value: String) { text += value.escapedForHTML }
    package mutating func appendInterpolation(_ value: Int) { text += String(value) }
    package mutating func appendInterpolation(_ value: some HTMLConvertible) {
      text += value.html.text
    }
    package mutating func appendInterpolation(_ values: [HTML]) {
      for value in values { text += value.text }
    }
    package mutating func appendInterpolation(_ value: HTML?) { text += value?.text ?? "" }
    /// Markup that is there only if the condition holds.
    package mutating func appendInterpolation(if condition: Bool, _ value: @autoclosure () -> HTML)
    {
      if condition { text += value().text }
    }
  }
}

extension String {
  /// This text with the five characters that mean something in HTML replaced.
  package var escapedForHTML: String {
    guard utf8.contains(where: { [38, 60, 62, 34, 39].contains($0) }) else { return self }
    var escaped = ""
    escaped.reserveCapacity(utf8.count + 16)
    for scalar in unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
