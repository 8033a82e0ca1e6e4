// A campaign's public ledger: every posting that its figure is made of, without names.
import Domain
import Literals
import Phrases
import Services

extension FundingScreens {
  private static let ledgerRowsMax = 100

  func ledger(_ screen: ScreenContext, _ slug: Slug) async throws -> Reply {
    let number = min(10_000, max(1, screen.query("pagina").flatMap { Int($0) } ?? 1))
    guard let found = try await read.ledger(slug, page: number, size: Self.ledgerRowsMax) else {
      return .notFound
    }
    let say = CampaignPhrases[screen.language]
    let title = found.card.texts.title.shown(in: screen.language)
    return .page(
      Page(
        say.ledger, at: FundingRoutes.ledger(slug),
        body: """
          <p>\(say.ledgerLead)</p>\(ledgerTable(found, screen.language))\
          \(ledgerPages(found, slug, number, screen.language))\
          <p class="hint">\(say.ledgerHow)</p>
          <p class="actions">\(linkButton(
            ProofPhrases[screen.language].campaignDownload,
            ProofRoutes.campaignCSV(slug)[screen.language], .quiet))</p>
          """
      ).with {
        $0.crumbs = [
          Crumb(say.campaigns, FundingRoutes.campaigns()),
          Crumb(title.text, FundingRoutes.campaign(slug)),
        ]
        $0.lead = "\(title.text)"
        $0.summary = "\(say.ledger): \(title.text)"
      })
  }

  private func ledgerTable(_ found: PublicLedger, _ language: Language) -> HTML {
    let say = CampaignPhrases[language]
    guard !found.rows.isEmpty else { return "<p class=\"empty\">\(say.ledgerEmpty)</p>" }
    let rows = found.rows.map { row -> HTML in
      """
      <tr><td>\(row.on.formatted(language))</td><td>\(say.ledgerKind(row.kind))</td>\
      <td class="right money">\(row.amount.formatted(language))</td></tr>
      """
    }
    return """
      <div class="scroll"><table class="fold"><thead><tr><th scope="col">\(say.ledgerDay)</th>\
      <th scope="col">\(say.ledgerWhat)</th>\
      <th scope="col" class="right">\(say.ledgerAmount)</th></tr></thead><tbody>\(rows)</tbody>\
      <tfoot><tr><th scope="row" colspan="2">\(say.ledgerTotal)</th>\
      <td class="right money">\(found.total.formatted(language))</td></tr></tfoot></table></div>
      """
  }

  private func ledgerPages(
    _ found: PublicLedger, _ slug: Slug, _ number: Int, _ language: Language
  ) -> HTML {
    let say = CampaignPhrases[language]
    let route = FundingRoutes.ledger(slug)
    func link(_ page: Int, _ label: String) -> HTML {
      """
      <a class="button quiet" href="\(route.with("pagina", String(page))[language])">\(label)</a>
      """
    }
    let hasMore = number * Self.ledgerRowsMax < found.count
    guard number > 1 || hasMore else { return "" }
    return """
      <nav class="pages">\(if: number > 1, link(number - 1, say.previousPage))\
      \(if: hasMore, link(number + 1, say.nextPage))</nav>
      """
  }
}
