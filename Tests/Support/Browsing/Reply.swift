// What a server answered, and how a person and a test read it.
import Foundation

/// An answer: status, headers, body, and the page it holds.
package struct Reply: Sendable {
  package let status: Int
  package let headers: [(name: String, value: String)]
  package let body: [UInt8]
  /// The path that was asked for.
  package let path: String

  package init(
    status: Int, headers: [(name: String, value: String)], body: [UInt8], path: String
  ) {
    self.status = status
    self.headers = headers
    self.body = body
    self.path = path
  }

  package var text: String { String(decoding: body, as: UTF8.self) }

  /// The first header of that name.
  package func header(_ name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }

  /// Where a redirect leads, without the server's own address.
  package var location: String? { header("Location") }

  /// The body as JSON: dictionaries, arrays, strings and numbers.
  package func json() throws -> Any {
    try JSONSerialization.jsonObject(with: Data(body), options: .fragmentsAllowed)
  }

  /// The body as a page.
  package var page: Page { Page(text) }
}

/// A page as a person meets it.
package struct Page: Sendable {
  private let markup: Markup

  init(_ html: String) { markup = Markup(html) }

  package var title: String { markup.elements("title").first?.text ?? "" }
  /// The heading; tests that count headings use `headings`.
  package var h1: String { headings.first ?? "" }
  package var headings: [String] { markup.elements("h1").map(\.text) }
  package var language: String { markup.elements("html").first?["lang"] ?? "" }
  /// What is written in the main part, or everywhere if a page has none.
  package var main: String { markup.elements("main").first?.text ?? markup.text }
  /// Everything written on the page.
  package var text: String { markup.text }
  package var forms: [Form] { markup.elements("form").map(Form.init) }
  package var links: [(text: String, href: String)] {
    markup.elements("a").compactMap { link in link["href"].map { (link.text, $0) } }
  }
  /// What the error summary says, a line for each problem; empty when nothing is wrong.
  package var problems: [String] {
    guard let summary = markup.elements(where: "role", has: "alert").first else {
      return []
    }
    let items = summary.inside.elements("li").map(\.text)
    return items.isEmpty ? [summary.text] : items
  }
  /// Elements by name, for what the other questions do not cover.
  package func elements(_ name: String) -> [Element] { markup.elements(name) }
  /// Elements that carry a class.
  package func elements(class name: String) -> [Element] {
    markup.elements(where: "class", has: name)
  }
  /// The element with that id.
  package func element(id: String) -> Element? { markup.elements(where: "id", has: id).first }
}
