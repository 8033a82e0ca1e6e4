// The mailbox of a demonstration: what would have been sent, shown instead.
import Domain
import Literals
import Phrases
import Services

/// Sent mail, newest first. Registered only where no mail really goes out.
struct MailboxScreens: ScreenGroup {
  let identity: IdentityServices

  func add(to screens: Screens) {
    screens.get(HomeRoutes.mailbox, use: list)
    screens.get(HomeRoutes.mail, use: show)
    screens.get(HomeRoutes.mailHTML, use: html)
  }

  private func list(_ screen: ScreenContext) async throws -> Reply {
    let address = screen.query("a").flatMap { EmailAddress($0) }
    let mails = try await identity.readPeople.demonstrationMail(to: address)
    let say = IdentityPhrases[screen.language]
    let rows = mails.map { mail -> HTML in
      """
      <tr><td>\(screen.time(mail.createdAt))</td><td>\(mail.to.text)</td>\
      <th scope="row"><a lang="\(mail.language.rawValue)" \
      href="\(HomeRoutes.mail(mail.id)[screen.language])">\(mail.words.subject)</a></th></tr>
      """
    }
    return .page(
      Page(
        say.mailbox, at: HomeRoutes.mailbox(),
        body: rows.isEmpty
          ? "<p class=\"empty\">\(say.mailboxEmpty)</p>"
          : table(say.mailbox, [say.when, say.to, say.subject], rows, folds: true)
      ).with {
        $0.layout = .wide
        $0.lead = "\(say.mailboxLead)"
      })
  }

  private func show(_ screen: ScreenContext, _ id: StoredMail.ID) async throws -> Reply {
    guard let mail = try await identity.readPeople.demonstrationMail(id) else { return .notFound }
    let say = IdentityPhrases[screen.language]
    return .page(
      Page(
        mail.words.subject, at: HomeRoutes.mail(id),
        body: """
          \(answers([
            Answer(say.to, "\(mail.toName) <\(mail.to.text)>"),
            Answer(say.when, mail.createdAt.formatted(screen.language)),
          ]))
          \(HTML(trusted: linked(mail.words.text, in: mail.language)))
          <p><a href="\(HomeRoutes.mailHTML(id)[screen.language])">\(say.asHTML)</a></p>
          """
      ).with {
        $0.titleLanguage = mail.language
        $0.crumbs = [Crumb(say.mailbox, HomeRoutes.mailbox())]
      })
  }

  /// The text with its links to this site made clickable. Safe: every piece is escaped first.
  private func linked(_ text: String, in language: Language) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.hasPrefix("http")
        ? "<a href=\"\(String(line).escapedForHTML)\">\(String(line).escapedForHTML)</a>"
        : String(line).escapedForHTML
    }
    return
      "<pre class=\"letter\" lang=\"\(language.rawValue)\">\(lines.joined(separator: "\n"))</pre>"
  }

  /// The HTML form as it was sent. Its styles are inline, which this site's policy ignores.
  private func html(_ screen: ScreenContext, _ id: StoredMail.ID) async throws -> Reply {
    guard let mail = try await identity.readPeople.demonstrationMail(id) else { return .notFound }
    return .file(Array(mail.words.html.utf8), type: "text/html; charset=utf-8")
  }
}
