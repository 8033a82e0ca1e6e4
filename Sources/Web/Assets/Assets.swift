// The site's own files: kept in the program, named by their content, cached for ever.
import Domain
import HTTPTypes
import Hummingbird
import Literals
import Services

/// One file. Its link changes when its content does, so browsers never ask twice.
struct Asset: Sendable {
  let link: Link
  let response: Response

  init(_ name: String, _ ending: String, type: String, _ text: String) {
    let bytes = Array(text.utf8)
    let digest = Digest(of: bytes).description.prefix(16)
    link = Link(path: "/assets/\(name)-\(digest).\(ending)")
    response = Response(
      status: .ok,
      headers: [
        .contentType: type, .cacheControl: "public, max-age=31536000, immutable",
        .eTag: "\"\(digest)\"",
      ],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }
}

enum Assets {
  static let style = Asset(
    "raccolto", "css", type: "text/css; charset=utf-8",
    [
      Style.tokens, Style.base, Style.frame, Style.forms, Style.cards, Style.tables, Style.desk,
      Style.funding, Style.identity, Style.print,
    ].joined(separator: "\n"))
  static let script = Asset(
    "raccolto", "js", type: "text/javascript; charset=utf-8", Script.module)
  static let passkeys = Asset(
    "passkeys", "js", type: "text/javascript; charset=utf-8", Script.passkeys)
  static let favicon = Asset("favicon", "svg", type: "image/svg+xml", faviconText)

  private static let all = [style, script, passkeys, favicon]
  private static let byPath: [String: Response] = {
    var found = Dictionary(uniqueKeysWithValues: all.map { ($0.link.path, $0.response) })
    // Browsers ask for this one whatever the page says.
    var icon = favicon.response
    icon.headers[.cacheControl] = "public, max-age=86400"
    found["/favicon.ico"] = icon
    return found
  }()

  /// The file at a path, if there is one.
  static func response(for path: String) -> Response? { byPath[path] }

  private static let faviconText = """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48" color="#2B6638">\
    <rect width="48" height="48" rx="9" fill="#FBF8F2"/>\(Mark.drawing.text)</svg>
    """
}
