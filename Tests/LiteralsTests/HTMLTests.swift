// What people typed stays text in a page: in content, in attributes and in fields, for a browser's
// own way of reading.
import Foundation
import Literals
import Support
import Testing

/// What people type, and what somebody types who wants more than to be read.
let hostileTexts = [
  "perché così è più città", "L’Orto & il Forno <Bollate>", "\"virgolette\" e 'apostrofi'",
  "<script>alert(1)</script>", "\"><script>alert(1)</script>", "' onmouseover='alert(1)",
  "\" autofocus onfocus=\"alert(1)", "</title><script>alert(1)</script>",
  "</textarea><script>alert(1)</script>", "<!-- ", "--><b>", "]]>", "&amp;", "&lt;b&gt;", "&#60;b>",
  "&copy", "&notit;", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>", "{{7*7}}",
  "javascript:alert(1)", "a\tb\nc", "𝄞 🌾 \u{1F469}\u{200D}\u{1F33E}", "\u{202E}ribaltato",
  "e\u{301} combinato", "\u{FEFF}segno", "'; DROP TABLE pledge; --", "$1 ?1 %s \\0 \\", "",
]

@Suite struct HTMLTests {
  @Test(arguments: [
    ("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;"), ("'", "&#39;"),
  ])
  func `each character with a meaning is written as a reference`(_ raw: String, _ written: String) {
    #expect(("\(raw)" as HTML).text == written)
    #expect(("<a title=\"\(raw)\">" as HTML).text == "<a title=\"\(written)\">")
  }

  @Test(arguments: hostileTexts)
  func `text has none of them left, and everything else as it was`(_ text: String) {
    let html: HTML = "\(text)"
    #expect(!html.text.contains { "<>\"'".contains($0) })
    let references = ["&amp;", "&lt;", "&gt;", "&quot;", "&#39;"]
    let rest = references.reduce(html.text) { $0.replacingOccurrences(of: $1, with: "") }
    #expect(!rest.contains("&"))
    let back = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
      .reduce(html.text) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
    #expect(Array(back.unicodeScalars) == Array(text.unicodeScalars))
  }

  @Test func `a browser's parser reads in every context what was typed`() throws {
    struct Reading: Decodable {
      struct Element: Decodable {
        let text: String
        let title: String
      }
      let names: [String]
      let attributes: [String]
      let found: [String: Element]
    }
    let pages = hostileTexts.map { text -> String in
      let html: HTML = """
        <!doctype html><html><head><title id="head">\(text)</title></head><body>\
        <p id="content" title="\(text)">\(text)</p><p id="single" title='\(text)'></p>\
        <textarea id="area">\n\(text)</textarea><p id="end">end</p></body></html>
        """
      return html.text
    }
    let answer = try Oracle.answer(of: "html_read.py", to: try JSONEncoder().encode(pages))
    let readings = try JSONDecoder().decode([Reading].self, from: answer)
    #expect(readings.count == hostileTexts.count)
    for (text, reading) in zip(hostileTexts, readings) {
      #expect(
        reading.names == ["html", "head", "title", "body", "p", "p", "textarea", "p"], "\(text)")
      #expect(reading.attributes == ["id", "title"], "\(text)")
      for place in ["head", "content", "area"] {
        #expect(scalars(reading.found[place]?.text) == scalars(text), "\(place): \(text)")
      }
      for place in ["content", "single"] {
        #expect(scalars(reading.found[place]?.title) == scalars(text), "\(place): \(text)")
      }
      #expect(reading.found["end"]?.text == "end", "\(text)")
    }
  }
  /// Texts of equal letters may differ in their code points: those are compared.
  private func scalars(_ text: String?) -> [Unicode.Scalar]? {
    text.map { Array($0.unicodeScalars) }
  }

  @Test func `markup, numbers and lists are written as they are, and nothing as nothing`() {
    let bold: HTML = "<b>\("a<b")</b>"
    let none: HTML? = nil
    #expect(("\(bold)" as HTML).text == "<b>a&lt;b</b>")
    #expect(("\([bold, bold])\(none)\(-12)" as HTML).text == bold.text + bold.text + "-12")
    #expect(HTML.joined([bold, .empty, "<i>"]).text == "<b>a&lt;b</b><i>")
    #expect(("\("&amp;")" as HTML).text == "&amp;amp;", "what looks escaped is text all the same")
  }

  @Test func `a piece under a condition is neither written nor made without it`() {
    var made = 0
    func piece() -> HTML {
      made += 1
      return "<hr>"
    }
    #expect(("a\(if: false, piece())b" as HTML).text == "ab")
    #expect(made == 0)
    #expect(("a\(if: true, piece())b" as HTML).text == "a<hr>b")
  }
}
