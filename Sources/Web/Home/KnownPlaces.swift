// What programs look for at known places: robots, the site map, a contact for security.
import Domain
import Literals
import Phrases
import Services

/// Addresses without a language.
struct KnownPlaces: ScreenGroup {
  let readiness: @Sendable () async -> CheckReadiness.Outcome
  let metrics: @Sendable () -> String

  func add(to screens: Screens) {
    let routes = screens.publicRoutes
    screens.get(HomeRoutes.start, audience: .programs, use: start)
    screens.get(HomeRoutes.robots, audience: .programs, use: robots)
    screens.get(HomeRoutes.siteMap, audience: .programs) { siteMap($0, routes) }
    screens.get(HomeRoutes.security, audience: .programs, use: security)
    screens.get(HomeRoutes.healthy, audience: .programs) { _ in .text("ok\n") }
    screens.get(HomeRoutes.ready, audience: .programs, use: ready)
    screens.get(HomeRoutes.metrics, audience: .programs, use: showMetrics)
    screens.get(HomeRoutes.problem, use: explain)
    screens.postWithoutToken(HomeRoutes.theme, use: changeTheme)
  }

  /// To the home page in the reader's language.
  private func start(_ screen: ScreenContext) -> Reply { .seeOther(HomeRoutes.home()) }

  /// 200 when requests can be sent here, 503 with the reason while they cannot.
  private func ready(_ screen: ScreenContext) async -> Reply {
    switch await readiness() {
    case .ready: .text("ready\n")
    case .schemaIsOld: .text("the schema is older than this program\n", status: 503)
    case .databaseIsAway: .text("the database does not answer\n", status: 503)
    }
  }

  /// For whoever has the token; outside production also for this machine.
  private func showMetrics(_ screen: ScreenContext) throws -> Reply {
    let isLocal =
      screen.settings.isDemonstration && ["127.0.0.1", "::1", "local"].contains(screen.peer)
    let sent = screen.header("authorization") ?? ""
    let isKnown = screen.settings.metricsToken.map { sent.constantTimeEquals("Bearer \($0)") }
    guard isKnown ?? isLocal else { throw Problem.notFound }
    return .text(metrics())
  }

  /// What a problem of that code means, of a request or of one field; 404 for any other word.
  private func explain(_ screen: ScreenContext, _ code: String) -> Reply {
    guard let problem = Problem.explained.first(where: { $0.code == code }) else {
      return FieldCode(rawValue: code).map { explain($0, screen) } ?? .notFound
    }
    let words = problem.words(screen.language)
    return .page(
      Page(
        words.title, at: HomeRoutes.problem(code),
        body: "<p>\(words.detail)</p><p><code>\(code)</code> · HTTP \(problem.status)</p>"))
  }

  private func explain(_ code: FieldCode, _ screen: ScreenContext) -> Reply {
    let words = code.explanation(screen.language)
    return .page(
      Page(
        ProblemPhrases[screen.language].ofAField, at: HomeRoutes.problem(code.rawValue),
        body: "<p>\(words)</p><p><code>\(code.rawValue)</code> · HTTP 422</p>"))
  }

  private func robots(_ screen: ScreenContext) -> Reply {
    .text(
      """
      User-agent: *
      Disallow: /api/
      Disallow: /it/scrivania
      Disallow: /en/desk
      Disallow: /it/accedi
      Disallow: /en/sign-in
      Sitemap: \(screen.settings.publicURL)/sitemap.xml

      """)
  }

  private func siteMap(_ screen: ScreenContext, _ routes: [Route]) -> Reply {
    let entries = routes.flatMap { route in
      Language.allCases.map {
        "<url><loc>\(screen.absolute(route, in: $0).escapedForHTML)</loc></url>"
      }
    }
    let text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
      \(entries.joined(separator: "\n"))
      </urlset>

      """
    return .file(Array(text.utf8), type: "application/xml")
  }

  private func security(_ screen: ScreenContext) -> Reply {
    .text(
      """
      Contact: mailto:\(screen.settings.contact)
      Expires: \((screen.now + .days(180)).rfc3339)
      Preferred-Languages: it, en
      Canonical: \(screen.settings.publicURL)/.well-known/security.txt

      """)
  }

  /// Keeps the theme in a cookie and goes back to where the reader was.
  private func changeTheme(_ screen: ScreenContext, _ form: FormBody) -> Reply {
    let theme = form["tema"].flatMap(Theme.init) ?? .auto
    let back = form["torna"].flatMap(Link.init(local:)) ?? HomeRoutes.home()[screen.language]
    let year = 365 * 24 * 3600
    return .with(
      [SiteCookie(.theme, theme.rawValue, maxAgeSeconds: year)], .seeOtherLink(back))
  }
}
