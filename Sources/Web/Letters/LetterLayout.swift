// How every mail looks: the same words as text and as HTML; styles inline, because mail needs it.
import Domain
import Literals
package import Services

/// A letter before it has a form: paragraphs, perhaps one thing to do, perhaps a few facts.
package struct Letter: Sendable {
  package var subject: String
  package var greeting: String
  package var paragraphs: [String]
  /// The one action: what the button says, and where it leads (an absolute address).
  package var action: (label: String, url: String)?
  /// References, amounts, bank details: one a line.
  package var facts: [(name: String, value: String)] = []
  package var after: [String] = []
  package var closing: String

  package init(
    _ subject: String, greeting: String, _ paragraphs: [String], closing: String
  ) {
    self.subject = subject
    self.greeting = greeting
    self.paragraphs = paragraphs
    self.closing = closing
  }

  /// Both forms of it, in a language.
  package func content(_ language: String) -> MailContent {
    MailContent(subject: subject, text: text, html: html(language).text)
  }

  private var text: String {
    var blocks = [greeting] + paragraphs
    if !facts.isEmpty {
      blocks.append(facts.map { "\($0.name): \($0.value)" }.joined(separator: "\n"))
    }
    if let action { blocks.append("\(action.label):\n\(action.url)") }
    return (blocks + after + ["-- \n\(closing)"]).joined(separator: "\n\n") + "\n"
  }

  private func html(_ language: String) -> HTML {
    let lines = facts.map { fact -> HTML in
      """
      <tr><th scope="row" align="left" style="padding:4px 16px 4px 0;color:#5A6355">\(fact.name)\
      </th><td style="padding:4px 0"><strong>\(fact.value)</strong></td></tr>
      """
    }
    let button = action.map { action -> HTML in
      """
      <p style="margin:28px 0"><a href="\(action.url)" style="background:#2B6638;color:#FBF8F2;\
      padding:14px 24px;border-radius:6px;text-decoration:none;font-weight:bold">\(action.label)\
      </a></p><p style="font-size:14px;color:#5A6355">\(action.url)</p>
      """
    }
    return """
      <!DOCTYPE html>
      <html lang="\(language)"><head><meta charset="utf-8"><title>\(subject)</title></head>
      <body style="margin:0;background:#FBF8F2;color:#1F2A1C;\
      font:17px/1.6 Georgia,serif"><div style="max-width:560px;margin:0 auto;padding:32px 20px">
      <p style="color:#2B6638;font-size:22px;font-weight:bold">Raccolto</p>
      <p>\(greeting)</p>
      \(paragraphs.map { "<p>\($0)</p>" as HTML })
      \(if: !lines.isEmpty, "<table style=\"border-collapse:collapse\">\(lines)</table>")
      \(button)
      \(after.map { "<p>\($0)</p>" as HTML })
      <p style="border-top:1px solid #8A8F82;padding-top:16px;color:#5A6355">\(closing)</p>
      </div></body></html>
      """
  }
}
