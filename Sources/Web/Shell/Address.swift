// Typed addresses: one declaration per page prints its links in both languages and parses requests.
package import Domain
package import Literals

/// What may stand between two slashes of an address.
package protocol PathPart: Sendable {
  /// Nil for anything that was not written by `pathPart`: the page does not exist.
  init?(pathPart: String)
  var pathPart: String { get }
}

extension Slug: PathPart {
  package init?(pathPart: String) { self.init(pathPart) }
  package var pathPart: String { text }
}
extension ID: PathPart {
  package init?(pathPart: String) { self.init(pathPart) }
  package var pathPart: String { description }
}
extension Int: PathPart {
  package init?(pathPart: String) {
    guard let number = Int(pathPart), String(number) == pathPart else { return nil }
    self = number
  }
  package var pathPart: String { String(self) }
}
/// Free text: percent-encoded when printed.
extension String: PathPart {
  package init?(pathPart: String) {
    guard !pathPart.isEmpty else { return nil }
    self = pathPart
  }
  package var pathPart: String { self }
}

/// The shape of an address, with `:` for each typed part:
/// `Address<Slug>(it: "campagne/:", en: "campaigns/:")`, and `FixedAddress(…)` for none.
package struct Address<each Part: PathPart>: Sendable {
  let patterns: Patterns

  /// A page in both languages, below `/it/` and `/en/`.
  package init(it: String, en: String) {
    patterns = Patterns(it: "/it/\(it)", en: "/en/\(en)")
  }
  /// An address without a language: an interface for programs, a file, a machine's page.
  package init(neutral path: String) {
    patterns = Patterns(it: "/\(path)", en: "/\(path)")
  }

  /// The address of one page: `FundingRoutes.campaign(slug)`.
  package func callAsFunction(_ part: repeat each Part) -> Route {
    var parts: [String] = []
    repeat parts.append((each part).pathPart)
    return patterns.filled(parts)
  }
}

/// A path whose parts are not what they should be: no such page.
struct UnparsablePath: Error {}

/// An address without typed parts.
package typealias FixedAddress = Address<>

/// The two spellings of an address, before its parts are known.
struct Patterns: Sendable, Hashable {
  let it: String
  let en: String

  var isNeutral: Bool { it == en }

  /// The pattern as the router reads it: parts named p0, p1, …
  func router(_ language: Language) -> String {
    var count = -1
    return words(language).map { word -> String in
      guard word == ":" else { return String(word) }
      count += 1
      return "{p\(count)}"
    }.joined(separator: "/")
  }
  /// The address with its parts in place.
  func filled(_ parts: [String]) -> Route {
    Route(it: filled(.italian, parts), en: filled(.english, parts))
  }
  private func filled(_ language: Language, _ parts: [String]) -> String {
    var rest = parts[...]
    let path = words(language).map { word in
      word == ":" ? (rest.popFirst() ?? "").percentEncoded : String(word)
    }.joined(separator: "/")
    return path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }
  private func words(_ language: Language) -> [Substring] {
    (language == .italian ? it : en).split(separator: "/", omittingEmptySubsequences: false)
  }
}

/// The address of one page, in both languages at once. `route[.italian]` is what goes in a link.
package struct Route: Hashable, Sendable {
  let it: String
  let en: String

  /// The link in a language.
  package subscript(language: Language) -> Link {
    Link(path: language == .italian ? it : en)
  }
  /// The same page with a query parameter: filters, pages of a list.
  package func with(_ name: String, _ value: String) -> Route {
    func add(_ path: String) -> String {
      path + (path.contains("?") ? "&" : "?") + "\(name.percentEncoded)=\(value.percentEncoded)"
    }
    return Route(it: add(it), en: add(en))
  }
  /// The same page, at a place in it.
  package func at(_ anchor: String) -> Route { Route(it: "\(it)#\(anchor)", en: "\(en)#\(anchor)") }
}

/// A path of this site, ready for `href`, `action` and `Location`.
package struct Link: Hashable, Sendable, HTMLConvertible {
  package let path: String
  package var html: HTML { "\(path)" }

  init(path: String) { self.path = path }
  /// A path that came from outside (a form's "come back to" field): nil unless it stays on this
  /// site: one leading slash, no backslash, nothing unprintable.
  package init?(local path: String) {
    guard path.hasPrefix("/"), !path.hasPrefix("//"), path.utf8.count <= 500,
      path.utf8.allSatisfy({ $0 > 32 && $0 < 127 && $0 != 92 })
    else { return nil }
    self.path = path
  }
}

extension String {
  /// Everything but letters, digits and `-._~` as percent triplets of its UTF-8 bytes.
  var percentEncoded: String {
    utf8.reduce(into: "") { text, byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
        text.unicodeScalars.append(Unicode.Scalar(byte))
      case _: text += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
  }
}
