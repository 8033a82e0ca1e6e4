// The foot of every page: help in the same place everywhere, the legal pages, the look.
import Literals
import Phrases

struct SiteFooter {
  let screen: ScreenContext
  let page: Page

  var html: HTML {
    let say = ShellPhrases[screen.language]
    let language = screen.language
    let processes = PhasePhrases[language].processes
    return """
      <footer class="site">
      <div class="row">
      <div class="foot-brand">\(Mark.sheaf)<p>\(say.motto)</p></div>
      <nav aria-label="\(say.footerMenu)"><ul>
      <li><a href="\(PhaseRoutes.processes()[language])">\(processes)</a></li>
      <li><a href="\(HomeRoutes.transparency()[language])">\(say.transparency)</a></li>
      <li><a href="\(HomeRoutes.privacy()[language])">\(say.privacy)</a></li>
      <li><a href="\(HomeRoutes.accessibility()[language])">\(say.accessibility)</a></li>
      <li><a href="\(HomeRoutes.help()[language])">\(say.helpAndContact)</a></li>
      <li><a href="mailto:\(screen.settings.contact)">\(screen.settings.contact)</a></li>
      </ul></nav>
      \(themeForm(say))
      </div>
      </footer>
      """
  }

  /// A plain form: the server draws the page in the chosen theme, without a flash of the other.
  private func themeForm(_ say: ShellPhrases) -> HTML {
    let themes: [(Theme, String)] = [
      (.auto, say.themeAuto), (.light, say.themeLight), (.dark, say.themeDark),
    ]
    let options = themes.map { theme, name -> HTML in
      """
      <option value="\(theme.rawValue)"\(if: screen.theme == theme, " selected")>\(name)</option>
      """
    }
    return """
      <form class="theme" method="post" action="\(HomeRoutes.theme()[screen.language])">
      <input type="hidden" name="torna" value="\(page.route[screen.language])">
      <label for="tema">\(say.themeLegend)</label>
      <select class="input" id="tema" name="tema">\(options)</select>
      <button class="button quiet">\(say.apply)</button>
      </form>
      """
  }
}
