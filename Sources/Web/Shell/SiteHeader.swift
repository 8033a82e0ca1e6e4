// The top of every page: the mark, the menu, the language, the way in and out.
import Domain
import Literals
import Phrases
import Services

struct SiteHeader {
  let screen: ScreenContext
  let page: Page

  var html: HTML {
    let say = ShellPhrases[screen.language]
    let language = screen.language
    let other: Language = language == .italian ? .english : .italian
    return """
      <header class="site">
      <div class="row">
      <a class="brand" href="\(HomeRoutes.home()[language])">\
      \(Mark.sheaf)<span>\(say.site)</span></a>
      <nav aria-label="\(say.mainMenu)"><ul>
      \(item(say.campaigns, SharedRoutes.campaigns()))
      \(item(say.howItWorks, HomeRoutes.howItWorks()))
      \(item(say.transparency, HomeRoutes.transparency()))
      \(if: mayUseDesk, item(say.desk, SharedRoutes.desk()))
      \(screen.signedIn == nil
        ? item(say.signIn, IdentityRoutes.signIn())
        : item(say.account, IdentityRoutes.sessions()))
      </ul></nav>
      <a class="language" href="\(page.route[other])" hreflang="\(other.rawValue)" \
      lang="\(other.rawValue)" aria-label="\(say.otherLanguageLabel)">\(say.otherLanguage)</a>
      </div>
      </header>
      """
  }

  private func item(_ title: String, _ route: Route) -> HTML {
    let here = screen.path == route[screen.language].path
    return """
      <li><a href="\(route[screen.language])"\(if: here, " aria-current=\"page\"")>\(title)</a></li>
      """
  }

  private var mayUseDesk: Bool {
    screen.signedIn?.grants.contains { ![.backer, .voter].contains($0.role) } ?? false
  }
}
