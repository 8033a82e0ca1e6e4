// Turns the Markdown of campaign owners into HTML that is safe to show, by libcmark-gfm.
import CMarkdown
import Services

#if canImport(Glibc)
  import Glibc
#endif

/// CommonMark. Raw HTML is left out and links to scripts or data lose their target: that is what
/// CMARK_OPT_DEFAULT does since libcmark-gfm 0.29, and a test holds it.
package struct CommonMark: MarkdownRenderer {
  /// A long story is a tenth of this.
  static let bytesMax = 200_000

  package init() {}

  package func html(of markdown: String) -> String {
    let bytes = Array(markdown.utf8.prefix(Self.bytesMax)).map { CChar(bitPattern: $0) }
    guard let html = cmark_markdown_to_html(bytes, bytes.count, CMARK_OPT_DEFAULT) else {
      return ""
    }
    defer { free(html) }
    return String(cString: html)
  }
}
