// Who pledged for a campaign, as far as its owner may see; made to be printed.
import Domain
import Literals
import Phrases
import Services

extension CampaignDeskScreens {
  func listPledges(_ screen: ScreenContext, _ slug: Slug) async throws -> Reply {
    guard let found = try await read.pledges(slug, for: screen.actor) else { return .notFound }
    let say = CampaignDeskPhrases[screen.language]
    let words = BackersPhrases[screen.language]
    let language = screen.language
    let title = found.campaign.texts.title.shown(in: language).text
    let rows = found.pledges.map { pledge -> HTML in
      let address = pledge.address.map {
        "<br>\($0.street), \($0.postcode) \($0.city) (\($0.province))" as HTML
      }
      let name: HTML =
        pledge.name.map { "\($0)" } ?? "<span class=\"muted\">\(words.hidden)</span>"
      return """
        <tr><th scope="row" class="code">\(pledge.reference.grouped)</th>\
        <td>\(name)\(address)</td>\
        <td>\(pledge.reward?.shown(in: language).text ?? "–")</td>\
        <td class="right">\(pledge.amount.formatted(language))</td>\
        <td>\(words.pledgeState(pledge.state))</td><td>\(screen.time(pledge.placedAt))</td>\
        </tr>
        """
    }
    let table: HTML =
      rows.isEmpty
      ? "<p class=\"empty\">\(words.pledgesNone)</p>"
      : """
      <div class="scroll"><table><thead><tr><th scope="col">\(words.number)</th>\
      <th scope="col">\(words.who)</th><th scope="col">\(say.reward)</th>\
      <th scope="col" class="right">\(words.amount)</th><th scope="col">\(say.state)</th>\
      <th scope="col">\(words.placedAt)</th></tr></thead><tbody>\(rows)</tbody></table></div>
      """
    return .page(
      Page(
        words.pledges, at: FundingRoutes.backers(slug),
        body: """
          <p>\(words.pledgesLead)</p>\(table)<p class="hint">\(words.printList)</p>\
          <p class="print-only">\(CampaignPhrases[language].printedFrom) \
          \(screen.absolute(FundingRoutes.backers(slug))), \(screen.now.formatted(language))</p>
          """
      ).desk(crumbs: [
        Crumb(say.title, FundingRoutes.desk()), Crumb(title, FundingRoutes.setUp(slug)),
      ]).with { $0.lead = "\(title)" })
  }
}
