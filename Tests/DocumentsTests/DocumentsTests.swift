// QR codes as other programs read them, and Markdown that cannot carry scripts.
import Documents
import Domain
import Foundation
import Services
import Support
import Testing

@Suite struct QRCodeTests {
  /// Draws with rsvg-convert and reads with zbarimg, which is to give the bytes as they are instead
  /// of guessing an encoding.
  private func scanned(_ svg: String) throws -> String {
    let picture = try Oracle.run(
      URL(filePath: "/usr/bin/rsvg-convert"), ["--width", "600"], input: Data(svg.utf8))
    let file = URL.temporaryDirectory.appending(path: "code-\(UUID().uuidString).png")
    try picture.write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let read = try Oracle.run(
      URL(filePath: "/usr/bin/zbarimg"), ["--quiet", "--raw", "--oneshot", "-Sbinary", file.path()])
    return String(decoding: read, as: UTF8.self)
  }

  @Test func `the code of a transfer is read back to the letter`() throws {
    let code = try TransferCode(
      to: "Società Agricola Perché Sì", account: try #require(IBAN("IT60X0542811101000000123456")),
      amount: Money(cents: 1_234), reference: try #require(RFReference("RF18539007547034")))
    let svg = try #require(QRCodeSVG().svg(of: code.text, title: "Bonifico"))
    let read = try scanned(svg)
    #expect(read == code.text)
  }

  @Test(arguments: ["a", String(repeating: "https://example.org/è/", count: 12)])
  func `short and long texts are read back`(text: String) throws {
    let svg = try #require(QRCodeSVG().svg(of: text, title: "Codice"))
    let read = try scanned(svg)
    #expect(read == text)
  }

  @Test func `it is one image with a title and one path, and the title cannot break out`() throws {
    let svg = try #require(QRCodeSVG().svg(of: "a", title: "</title><script>\u{1}"))
    #expect(svg.contains("role=\"img\""))
    #expect(svg.contains("<title>&lt;/title&gt;&lt;script&gt; </title>"))
    #expect(svg.split(separator: "<path").count == 2)
    #expect(!svg.contains("style="))
  }

  @Test func `what does not fit gives no code`() {
    #expect(QRCodeSVG().svg(of: "", title: "x") == nil)
    #expect(QRCodeSVG().svg(of: String(repeating: "a", count: 5_000), title: "x") == nil)
  }
}

@Suite struct CommonMarkTests {
  @Test func `raw HTML is left out and unsafe links lose their target`() {
    let html = CommonMark().html(
      of: """
        # Pane & libertà

        <script>alert(1)</script>

        Un <b onclick="x()">forno</b> [qui](javascript:alert(1)) e [qui](https://example.org/).

        ![x](data:text/html;base64,AAAA) <javascript:alert(1)> [v](vbscript:x)
        """)
    #expect(html.contains("<h1>Pane &amp; libertà</h1>"))
    #expect(html.contains("<a href=\"https://example.org/\">qui</a>"))
    #expect(html.contains("<a href=\"\">qui</a>"))
    for word in ["<script", "onclick", "href=\"javascript", "src=\"data", "vbscript:"] {
      #expect(!html.contains(word), "\(word)")
    }
  }

  @Test func `a long and deeply nested text is rendered all the same`() {
    let deep = String(repeating: "> ", count: 5_000) + "x" + String(repeating: "[", count: 20_000)
    #expect(!CommonMark().html(of: deep).isEmpty)
  }
}
