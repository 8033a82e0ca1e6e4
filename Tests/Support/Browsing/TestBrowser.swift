// A visitor without JavaScript: keeps cookies, reads pages, fills forms and submits them.
import Foundation

/// One visitor at one server. Redirects are followed only when asked, so that a test can look at
/// them; requests of one browser may run at the same time, as tabs do.
package actor TestBrowser {
  package nonisolated let base: String
  /// By name; what the server set, less what it took back.
  package private(set) var cookies: [String: String] = [:]
  /// The last answer to `open`, `submit`, `click` or `follow`.
  package private(set) var reply: Reply?
  /// The form that `fill` last worked on.
  private var form: Form?
  /// Sent with every request, `Accept-Language: it` say.
  private var headers: [String]

  private static let redirectsMax = 10

  /// What it calls the site it is at: the public address where that is another than `base`.
  private let origin: String

  /// A visitor at `http://host:port`.
  package init(_ base: String, headers: [String] = [], origin: String? = nil) {
    self.base = base
    self.headers = headers
    self.origin = origin ?? base
  }

  /// The page this visitor looks at.
  package var page: Page { reply?.page ?? Page("") }

  /// Goes to a path or address.
  @discardableResult
  package func open(_ path: String, following: Bool = false) async throws -> Reply {
    try await arrive(try await send("GET", path), following: following)
  }

  /// Goes where the last answer redirects to.
  @discardableResult
  package func follow() async throws -> Reply {
    guard let location = reply?.location else { throw Lost("no redirect to follow", reply) }
    return try await open(location)
  }

  /// Follows the first link that says this.
  @discardableResult
  package func click(_ text: String, following: Bool = false) async throws -> Reply {
    guard let link = page.links.first(where: { $0.text.contains(text) }) else {
      throw Lost("no link says \(text)", reply)
    }
    return try await open(link.href, following: following)
  }

  /// Fills the page's first form that has all these fields.
  package func fill(_ values: [String: String]) throws {
    let candidates = (form.map { [$0] } ?? []) + page.forms
    guard var chosen = candidates.first(where: { form in values.keys.allSatisfy(form.has) }) else {
      throw Lost("no form has the fields \(values.keys.sorted())", reply)
    }
    for (name, value) in values { try chosen.fill(name, value) }
    form = chosen
  }

  /// Chooses a file in the form that has the field.
  package func attach(_ name: String, file: String, bytes: [UInt8]) throws {
    guard var chosen = form ?? page.forms.first(where: { $0.has(name) }) else {
      throw Lost("no form takes the file \(name)", reply)
    }
    try chosen.attach(name, file: file, bytes: bytes)
    form = chosen
  }

  /// Presses the button that says this, or the one that just sends, of the form that was
  /// filled, or else of
  /// the first form that has such a button (a form that posts before one that searches).
  @discardableResult
  package func submit(_ text: String? = nil, following: Bool = false) async throws -> Reply {
    let forms = page.forms.filter { $0.method == "POST" } + page.forms
    func matches(_ button: Form.Button) -> Bool { text.map(button.text.contains) ?? true }
    guard
      let chosen = form
        ?? forms.first(where: { $0.buttons.contains(where: matches) || text == nil })
    else { throw Lost("no form has the button \(text ?? "of any text")", reply) }
    let button =
      chosen.buttons.first { matches($0) && (text != nil || $0.name == nil) }
      ?? chosen.buttons.first(where: matches)
    if text != nil, button == nil { throw Lost("the form has no button \(text ?? "")", reply) }
    return try await arrive(try await send(chosen, pressing: button), following: following)
  }

  /// Sends the filled form and stays on its page, as who goes back and presses once more.
  package func submitAgain() async throws -> Reply {
    guard let form else { throw Lost("no form was filled", reply) }
    return try await send(form, pressing: form.buttons.first { $0.name == nil })
  }

  /// Sends any request with this visitor's cookies; the page looked at stays the same.
  package func send(
    _ method: String, _ path: String, headers extra: [String] = [], body: [UInt8] = []
  ) async throws -> Reply {
    var request = Request(method: method, url: address(path))
    request.headers = headers + extra
    request.body = body
    if !cookies.isEmpty {
      let jar = cookies.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
      request.headers.append("Cookie: " + jar.joined(separator: "; "))
    }
    let reply = try await Exchange.perform(request, path: path)
    for header in reply.headers where header.name.lowercased() == "set-cookie" {
      keep(header.value)
    }
    return reply
  }

  /// Forgets the session, as closing a private window does.
  package func forget() { cookies = [:] }

  private func send(_ form: Form, pressing button: Form.Button?) async throws -> Reply {
    let target = button?.action ?? form.action
    let path = target.isEmpty ? reply?.path ?? "/" : resolved(target)
    if form.method == "GET" {
      let query = Form.encoded(form.pairs(pressing: button))
      return try await send(
        "GET", (path.split(separator: "?").first.map(String.init) ?? "/") + "?\(query)")
    }
    let body = form.body(pressing: button)
    return try await send(
      "POST", path, headers: ["Content-Type: \(body.type)", "Origin: \(origin)"], body: body.bytes)
  }

  private func arrive(_ first: Reply, following: Bool) async throws -> Reply {
    form = nil
    reply = first
    var hops = 0
    while following, let now = reply, (300..<400).contains(now.status), let next = now.location {
      hops += 1
      guard hops <= TestBrowser.redirectsMax else { throw Lost("redirects without end", now) }
      reply = try await send("GET", resolved(next))
    }
    return reply ?? first
  }

  /// A link as a path of this server; relative ones start from the page looked at.
  private func resolved(_ link: String) -> String {
    if link.hasPrefix("/") || link.contains("://") { return link }
    let page = reply?.path.split(separator: "?").first.map(String.init) ?? "/"
    if link.hasPrefix("?") { return page + link }
    return page[..<(page.lastIndex(of: "/").map(page.index(after:)) ?? page.startIndex)] + link
  }

  private func address(_ path: String) -> String {
    let target = resolved(path).split(separator: "#").first.map(String.init) ?? "/"
    return target.contains("://") ? target : base + target
  }

  /// Keeps a cookie that came to another window of the same person.
  package func keep(_ name: String, _ value: String) { cookies[name] = value }

  private func keep(_ header: String) {
    let parts = header.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
    guard let pair = parts.first, let equals = pair.firstIndex(of: "=") else { return }
    let name = String(pair[..<equals])
    let value = String(pair[pair.index(after: equals)...])
    let gone = parts.contains { $0.lowercased() == "max-age=0" }
    cookies[name] = gone || value.isEmpty ? nil : value
  }
}

/// A test looked for something that the page does not have; says what the page is.
package struct Lost: Error, CustomStringConvertible {
  package let description: String

  init(_ what: String, _ reply: Reply?) {
    let page = reply?.page
    description =
      "\(what); the visitor is at \(reply?.path ?? "nowhere") (\(reply?.status ?? 0)): "
      + "\(page?.h1 ?? "") | \(page?.main.prefix(400) ?? "")"
  }
}
