// A tolerant reader of HTML for tests: tags, attributes and text, without building a tree.

/// A page's markup as a flat list of what opens, closes and is said.
struct Markup: Sendable {
  enum Piece: Sendable, Equatable {
    case open(name: String, attributes: [String: String])
    case close(name: String)
    case text(String)
  }

  private(set) var pieces: [Piece] = []

  init(_ html: String) {
    var rest = html[...]
    while let start = rest.firstIndex(of: "<") {
      append(text: rest[..<start])
      rest = rest[start...]
      if rest.hasPrefix("<!--") {
        rest = rest.range(after: "-->") ?? ""
      } else if let end = Markup.endOfTag(rest) {
        append(tag: rest[rest.index(after: rest.startIndex)..<end])
        rest = rest[rest.index(after: end)...]
      } else {
        return
      }
      if case .open(let name, _)? = pieces.last, ["script", "style"].contains(name) {
        rest = rest.range(from: "</\(name)") ?? ""
      }
    }
    append(text: rest)
  }

  /// Each element of that name with its attributes and what it holds.
  func elements(_ name: String) -> [Element] {
    pieces.indices.compactMap { index in
      guard case .open(let found, let attributes) = pieces[index], found == name else { return nil }
      return Element(attributes: attributes, inside: inside(name, from: index))
    }
  }

  /// Each element, whatever its name, that has the attribute with that word among its values.
  func elements(where attribute: String, has word: String) -> [Element] {
    pieces.indices.compactMap { index in
      guard case .open(let name, let attributes) = pieces[index],
        attributes[attribute]?.split(separator: " ").contains(Substring(word)) == true
      else { return nil }
      return Element(attributes: attributes, inside: inside(name, from: index))
    }
  }

  /// What a person reads, runs of blanks as one.
  var text: String {
    let words = pieces.compactMap { piece in
      if case .text(let text) = piece { text } else { nil as String? }
    }
    return words.joined(separator: " ").split { $0.isWhitespace && $0 != "\u{a0}" }
      .joined(separator: " ")
  }

  private init(pieces: [Piece]) { self.pieces = pieces }

  private func inside(_ name: String, from index: Int) -> Markup {
    guard !Markup.void.contains(name) else { return Markup(pieces: []) }
    var depth = 0
    for end in index..<pieces.count {
      switch pieces[end] {
      case .open(let found, _) where found == name: depth += 1
      case .close(let found) where found == name:
        depth -= 1
        if depth == 0 { return Markup(pieces: Array(pieces[(index + 1)..<end])) }
      case .open, .close, .text: break
      }
    }
    return Markup(pieces: Array(pieces[(index + 1)...]))
  }

  private mutating func append(text: Substring) {
    if !text.isEmpty { pieces.append(.text(Entities.decoded(text))) }
  }

  private mutating func append(tag: Substring) {
    if tag.hasPrefix("/") {
      pieces.append(.close(name: tag.dropFirst().prefix { !$0.isWhitespace }.lowercased()))
    } else if !tag.hasPrefix("!") {
      let name = tag.prefix { !$0.isWhitespace && $0 != "/" }.lowercased()
      pieces.append(
        .open(name: name, attributes: Markup.attributes(tag.dropFirst(name.count))))
    }
  }

  private static let void: Set<String> = ["input", "br", "img", "meta", "link", "hr", "source"]

  private static func endOfTag(_ text: Substring) -> Substring.Index? {
    var quote: Character?
    for index in text.indices {
      let character = text[index]
      if character == quote {
        quote = nil
      } else if quote == nil {
        if character == ">" { return index }
        if character == "\"" || character == "'" { quote = character }
      }
    }
    return nil
  }

  private static func attributes(_ tag: Substring) -> [String: String] {
    var found: [String: String] = [:]
    var rest = tag
    while true {
      rest = rest.drop { $0.isWhitespace || $0 == "/" }
      let name = rest.prefix { !$0.isWhitespace && $0 != "=" && $0 != "/" }
      guard !name.isEmpty else { return found }
      rest = rest.dropFirst(name.count)
      guard rest.hasPrefix("=") else {
        found[name.lowercased()] = ""
        continue
      }
      rest = rest.dropFirst()
      let quote = rest.first == "\"" || rest.first == "'" ? rest.first : nil
      if quote != nil { rest = rest.dropFirst() }
      let value = rest.prefix { quote == nil ? !$0.isWhitespace : $0 != quote }
      rest = rest.dropFirst(value.count + (quote == nil ? 0 : 1))
      found[name.lowercased()] = Entities.decoded(value)
    }
  }
}

/// One element of a page.
package struct Element: Sendable {
  package let attributes: [String: String]
  let inside: Markup

  /// What a person reads in it.
  package var text: String { inside.text }
  package subscript(_ attribute: String) -> String? { attributes[attribute] }
}

/// The few character references that our pages use.
enum Entities {
  private static let named: [Substring: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{a0}",
  ]

  static func decoded(_ text: Substring) -> String {
    guard text.contains("&") else { return String(text) }
    var result = ""
    var rest = text
    while let start = rest.firstIndex(of: "&") {
      result += rest[..<start]
      rest = rest[rest.index(after: start)...]
      let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "#" }
      if let character = character(name), rest.dropFirst(name.count).first == ";" {
        result += character
        rest = rest.dropFirst(name.count + 1)
      } else {
        result += "&"
      }
    }
    return result + rest
  }

  private static func character(_ name: Substring) -> String? {
    if let known = named[name] { return known }
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let code = digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return code.flatMap(Unicode.Scalar.init).map(String.init)
  }
}

extension Substring {
  /// What starts with the word, nil if it is not there.
  fileprivate func range(from word: String) -> Substring? {
    var rest = self
    while !rest.isEmpty {
      if rest.hasPrefix(word) { return rest }
      rest = rest.dropFirst()
    }
    return nil
  }

  /// What follows the word, nil if it is not there.
  fileprivate func range(after word: String) -> Substring? {
    range(from: word)?.dropFirst(word.count)
  }
}
