// The whole document around a page: head, skip link, header, main with its one h1, footer.
import Domain
import Foundation
import Literals
import Phrases

struct Document {
  let screen: ScreenContext
  let page: Page

  private var say: ShellPhrases { ShellPhrases[screen.language] }
  private var language: Language { screen.language }

  var html: HTML {
    """
    <!DOCTYPE html>
    <html lang="\(language.rawValue)"\(themeAttribute)>
    \(head)
    <body class="\(page.layout.rawValue)">
    <a class="skip" href="#contenuto">\(say.skipToContent)</a>
    \(if: screen.settings.isDemonstration, banner)
    \(StandInBanner(screen: screen).html)
    \(SiteHeader(screen: screen, page: page).html)
    \(DeskMenu(screen: screen, page: page).html)
    <main id="contenuto" tabindex="-1">
    \(crumbs)
    \(flash)
    \(summary)
    \(heading)
    \(page.body)
    </main>
    \(SiteFooter(screen: screen, page: page).html)
    </body>
    </html>

    """
  }

  private var titleLanguage: HTML {
    guard let other = page.titleLanguage, other != screen.language else { return "" }
    return " lang=\"\(other.rawValue)\""
  }

  private var themeAttribute: HTML {
    screen.theme == .auto ? "" : " data-theme=\"\(screen.theme.rawValue)\""
  }

  private var head: HTML {
    let prefix = page.problems.isEmpty ? "" : say.errorPrefix
    return """
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(prefix)\(page.title) – \(say.site)</title>
      \(page.summary.map { "<meta name=\"description\" content=\"\($0)\">" as HTML })
      \(if: page.summary == nil, "<meta name=\"robots\" content=\"noindex\">")
      <meta name="color-scheme" content="light dark">
      <link rel="stylesheet" href="\(Assets.style.link)">
      <link rel="icon" type="image/svg+xml" href="\(Assets.favicon.link)">
      \(Language.allCases.map { other in
        """
        <link rel="alternate" hreflang="\(other.rawValue)" \
        href="\(screen.absolute(page.route, in: other))">

        """ as HTML
      })<link rel="canonical" href="\(screen.absolute(page.route))">
      <script src="\(Assets.script.link)" type="module"></script>
      \(if: page.usesPasskeys,
        "<script src=\"\(Assets.passkeys.link)\" type=\"module\"></script>")
      </head>
      """
  }

  private var banner: HTML {
    """
    <aside class="banner">\(say.demoBanner) \
    <a href="\(HomeRoutes.mailbox()[language])">\(say.demoMailbox)</a></aside>
    """
  }

  private var crumbs: HTML? {
    let way = page.way(language)
    guard !way.isEmpty else { return nil }
    let steps = way.map { crumb -> HTML in
      "<li><a href=\"\(crumb.route[language])\">\(crumb.title)</a></li>"
    }
    return """
      <nav class="crumbs" aria-label="\(say.youAreHere)"><ol>\
      <li><a href="\(HomeRoutes.home()[language])">\(say.home)</a></li>\(steps)</ol></nav>
      """
  }

  /// The one h1 with its lead; beside a picture on pages that open with one.
  private var heading: HTML {
    let lead = page.lead.map { "<p class=\"lead\">\($0)</p>" as HTML }
    let title: HTML = "<h1\(titleLanguage)>\(page.title)</h1>\n\(lead)"
    guard let opening = page.opening else { return title }
    return "<div class=\"hero\"><div>\(title)\(opening.under)</div>\(opening.picture)</div>"
  }

  private var flash: HTML? {
    screen.flash.map {
      "<p class=\"flash \($0.kind.rawValue)\" role=\"status\">\($0.text)</p>"
    }
  }

  /// Above the title, so that it is met first; each line leads to its field.
  private var summary: HTML? {
    guard !page.problems.isEmpty else { return nil }
    let lines = page.problems.map { problem -> HTML in
      "<li><a href=\"#\(problem.field)\">\(problem.message)</a></li>"
    }
    return """
      <div class="summary" role="alert" tabindex="-1" autofocus>\
      <h2>\(say.problemsTitle)</h2><ul>\(lines)</ul></div>
      """
  }
}
