// Which language and which form of answer a request wants, when its address does not say.
import Domain
import Hummingbird

enum Negotiation {
  /// The language of the path, else of the cookie, else of Accept-Language, else Italian.
  static func language(_ request: Request, _ cookies: [SiteCookie.Name: String]) -> Language {
    let first = request.uri.path.split(separator: "/", maxSplits: 1).first.map(String.init)
    if let spoken = first.flatMap(Language.init) { return spoken }
    if let kept = cookies[.language].flatMap(Language.init) { return kept }
    return accepted(request.headers[.acceptLanguage] ?? "")
  }

  /// The best of our languages in an Accept-Language field; Italian if none is there.
  static func accepted(_ field: String) -> Language {
    var best: (language: Language, weight: Double)?
    for item in field.prefix(500).split(separator: ",") {
      let parts = item.split(separator: ";").map { $0.trimmed }
      guard let tag = parts.first?.lowercased().prefix(2),
        let language = Language(rawValue: String(tag))
      else { continue }
      let quality = parts.dropFirst().first { $0.hasPrefix("q=") }?.dropFirst(2)
      let weight = quality.map { Double($0) ?? 0 } ?? 1
      if weight > best?.weight ?? 0 { best = (language, weight) }
    }
    return best?.language ?? .italian
  }

  /// Whether a program is asking: at an address of programs, or it names JSON and not HTML.
  static func wantsJSON(_ request: Request) -> Bool {
    let accept = request.headers[.accept] ?? ""
    if ["/api/", "/webhooks/"].contains(where: request.uri.path.hasPrefix) { return true }
    return accept.contains("json") && !accept.contains("text/html")
  }
}

extension StringProtocol {
  /// Without white space around it.
  var trimmed: String {
    var rest = Substring(self)
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
