// The home page: what this is, what is open now, how it works. It is also the example of a screen:
// a group lists its addresses, a handler answers with a page, the page is made of phrases.
import Domain
import Literals
import Phrases
package import Services

/// The home page and the fixed pages.
package struct HomeScreens: ScreenGroup {
  /// How many campaigns the home page shows.
  static let shownMax = 6

  /// Nil on a site without campaigns.
  let campaigns: ReadCampaigns?

  package init(campaigns: ReadCampaigns?) { self.campaigns = campaigns }

  package func add(to screens: Screens) {
    screens.get(HomeRoutes.home, audience: .everyone, use: home)
    screens.get(HomeRoutes.transparency, audience: .everyone, use: transparency)
    screens.get(HomeRoutes.howItWorks, audience: .everyone, use: howItWorks)
    screens.get(HomeRoutes.privacy, audience: .everyone, use: privacy)
    screens.get(HomeRoutes.accessibility, audience: .everyone, use: accessibility)
    screens.get(HomeRoutes.help, audience: .everyone, use: help)
  }

  private func home(_ screen: ScreenContext) async throws -> Reply {
    .page(homePage(screen, try await campaigns?.publicAccount()))
  }
  private func howItWorks(_ screen: ScreenContext) -> Reply {
    let say = HomePhrases[screen.language]
    return .page(
      textPage(say.howItWorks, say.howItWorksText, at: HomeRoutes.howItWorks()))
  }
  private func privacy(_ screen: ScreenContext) -> Reply {
    let say = HomePhrases[screen.language]
    return .page(textPage(say.privacy, say.privacyText, at: HomeRoutes.privacy()))
  }
  private func accessibility(_ screen: ScreenContext) -> Reply {
    let say = HomePhrases[screen.language]
    return .page(
      textPage(say.accessibility, say.accessibilityText, at: HomeRoutes.accessibility()))
  }
  private func help(_ screen: ScreenContext) -> Reply {
    let say = HomePhrases[screen.language]
    let contact = screen.settings.contact
    return .page(
      textPage(say.help, say.helpText, at: HomeRoutes.help()).with {
        $0.body = """
          \($0.body)<h2>\(say.writeTo)</h2><p><a href="mailto:\(contact)">\(contact)</a></p>
          """
      })
  }

  private func homePage(
    _ screen: ScreenContext, _ account: ReadCampaigns.PublicAccount?
  ) -> Page {
    let language = screen.language
    let say = HomePhrases[language]
    let open = (account?.open ?? []).prefix(Self.shownMax)
    let cards = open.map { campaignCard($0, language, at: screen.now) }
    return Page(
      say.title, at: HomeRoutes.home(),
      body: """
        <h2>\(say.closingSoon)</h2>
        \(cards.isEmpty ? empty(say.noCampaigns) : "<ul class=\"cards\">\(cards)</ul>")
        <h2>\(say.threeSteps)</h2>
        <ol class="three">\(say.steps.map { step in
          "<li><h3>\(step.title)</h3><p>\(step.text)</p></li>" as HTML
        })</ol>
        """
    ).with {
      $0.lead = "\(say.lead)"
      $0.opening = (
        under: """
        <p class="actions">\(linkButton(say.seeCampaigns, SharedRoutes.campaigns()[language]))
        \(linkButton(say.howItWorks, HomeRoutes.howItWorks()[language], .quiet))</p>
        \(account.map { homeFigures($0, say, language) })
        """,
        picture: picture(Picture.greenhouse.rawValue)
      )
      $0.summary = say.lead
      $0.layout = .wide
    }
  }

  /// A page of plain paragraphs under headings: the first line of each block is its heading.
  private func textPage(_ title: String, _ blocks: [String], at route: Route) -> Page {
    let body = blocks.map { block -> HTML in
      let lines = block.split(separator: "\n", maxSplits: 1).map(String.init)
      guard lines.count == 2 else { return "<p>\(block)</p>" }
      return "<h2>\(lines[0])</h2><p>\(lines[1])</p>"
    }
    return Page(title, at: route, body: .joined(body)).with { $0.summary = blocks.first ?? title }
  }
}
