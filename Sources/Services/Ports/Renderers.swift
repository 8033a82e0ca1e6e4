// What screens ask of the documents adapter: safe HTML of Markdown, and QR codes.

/// Turns a person's Markdown into HTML that is safe to show: raw HTML and script links dropped.
package protocol MarkdownRenderer: Sendable {
  /// Safe markup; never fails: what is not understood is text.
  func html(of markdown: String) -> String
}

/// Draws QR codes as SVG.
package protocol QRRenderer: Sendable {
  /// An SVG of one path with a title for those who cannot see it; nil if the text does not fit.
  func svg(of text: String, title: String) -> String?
}
