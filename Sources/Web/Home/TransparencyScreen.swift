// What was raised, campaign by campaign, as the ledger has it; each leads to its public ledger.
import Domain
import Literals
import Phrases
import Services

extension HomeScreens {
  func transparency(_ screen: ScreenContext) async throws -> Reply {
    let account = try await campaigns?.publicAccount()
    return .page(transparencyPage(screen, account))
  }

  private func transparencyPage(
    _ screen: ScreenContext, _ account: ReadCampaigns.PublicAccount?
  ) -> Page {
    let say = HomePhrases[screen.language]
    let language = screen.language
    let rows = (account?.campaigns ?? []).map { card -> HTML in
      let title = card.texts.title.shown(in: language)
      return """
        <tr><th scope="row"\(lang(title, language))>\
        <a href="\(FundingRoutes.campaign(card.slug)[language])">\(title.text)</a></th>\
        <td>\(stateTag(card.state, CampaignPhrases[language]))</td>\
        <td class="right money">\(card.meter.raised.formatted(language))</td>\
        <td class="right" data-label="\(say.pledgesHeading)">\
        \(card.backers.formatted(language))</td>\
        <td><a href="\(FundingRoutes.ledger(card.slug)[language])">\(say.ledger)\
        <span class="unseen"> \(title.text)</span></a></td></tr>
        """
    }
    return Page(
      say.transparency, at: HomeRoutes.transparency(),
      body: """
        \(account.map { homeFigures($0, say, language) })
        \(say.transparencyText.map { "<p>\($0)</p>" as HTML })
        <p><a href="\(ProofRoutes.heads()[language])">\
        \(ProofPhrases[language].linkFromTransparency)</a></p>
        \(rows.isEmpty
          ? empty(say.noCampaigns)
          : table(
            say.byCampaign,
            [say.campaign, say.state, "+\(say.raised)", "+\(say.pledgesHeading)", say.ledger],
            rows, folds: true))
        """
    ).with {
      $0.layout = .wide
      $0.lead = "\(say.transparencyLead)"
      $0.summary = say.transparencyLead
    }
  }
}

/// The figures of all campaigns together.
func homeFigures(
  _ account: ReadCampaigns.PublicAccount, _ say: HomePhrases, _ language: Language
) -> HTML {
  figures([
    (say.raisedSoFar, account.raised.rounded(language)),
    (say.openCampaigns(account.open.count), account.open.count.formatted(language)),
    (say.pledges(account.backers), account.backers.formatted(language)),
    (say.succeeded(account.succeeded), account.succeeded.formatted(language)),
  ])
}
