// The desk's screens of campaigns: what there is, setting up, reviewing, steering, who pledged.
import Domain
import Literals
import Phrases
package import Services

/// Campaigns at the desk.
package struct CampaignDeskScreens: ScreenGroup {
  let read: ReadCampaignDesk
  let draft: DraftCampaignFromRanking
  let edit: EditCampaign
  let submit: SubmitCampaign
  let review: ReviewCampaign
  let steer: SteerCampaign
  let draw: FundingScreens.Drawing

  package init(
    read: ReadCampaignDesk, making: (draft: DraftCampaignFromRanking, edit: EditCampaign),
    deciding: (submit: SubmitCampaign, review: ReviewCampaign, steer: SteerCampaign),
    draw: FundingScreens.Drawing
  ) {
    self.read = read
    (draft, edit) = making
    (submit, review, steer) = deciding
    self.draw = draw
  }

  package func add(to screens: Screens) {
    screens.get(FundingRoutes.desk, audience: .signedIn, use: list)
    screens.get(FundingRoutes.newCampaign, audience: .signedIn, use: askPlaces)
    screens.post(FundingRoutes.newCampaign, audience: .signedIn, use: makeDraft)
    screens.get(FundingRoutes.setUp, audience: .signedIn, use: setUp)
    screens.get(FundingRoutes.preview, audience: .signedIn, use: preview)
    screens.get(FundingRoutes.texts, audience: .signedIn, use: askTexts)
    screens.post(FundingRoutes.texts, audience: .signedIn, use: saveTexts)
    screens.get(FundingRoutes.budget, audience: .signedIn, use: askBudget)
    screens.post(FundingRoutes.budget, audience: .signedIn, use: saveBudget)
    screens.get(FundingRoutes.rewards, audience: .signedIn, use: listRewards)
    screens.post(FundingRoutes.rewards, audience: .signedIn, use: addReward)
    screens.get(FundingRoutes.reward, audience: .signedIn, use: askReward)
    screens.post(FundingRoutes.reward, audience: .signedIn, use: saveReward)
    screens.post(FundingRoutes.removeReward, audience: .signedIn, use: removeReward)
    screens.get(FundingRoutes.dates, audience: .signedIn, use: askDates)
    screens.post(FundingRoutes.dates, audience: .signedIn, use: saveDates)
    screens.post(FundingRoutes.submit, audience: .signedIn, use: send)
    screens.get(FundingRoutes.reviews, audience: .signedIn, use: listReviews)
    screens.get(FundingRoutes.review, audience: .signedIn, use: askReview)
    screens.post(FundingRoutes.review, audience: .signedIn, use: decide)
    screens.post(FundingRoutes.steer, audience: .signedIn, use: steerIt)
    screens.get(FundingRoutes.backers, audience: .signedIn, use: listPledges)
  }

  /// The campaigns that this person works on.
  private func list(_ screen: ScreenContext) async throws -> Reply {
    let say = CampaignDeskPhrases[screen.language]
    let campaigns = try await read.campaigns(for: screen.actor)
    let mayDraft = screen.actor.mayAnywhere(.createCampaign)
    let mayReview = screen.actor.mayAnywhere(.reviewCampaign)
    let language = screen.language
    return .page(
      Page(
        say.title, at: FundingRoutes.desk(),
        body: """
          <p class="actions">\(if: mayDraft, """
            <a class="button primary" href="\(FundingRoutes.newCampaign()[language])">\(say.new)</a>
            """)\(if: mayReview, """
            <a class="button quiet" href="\(FundingRoutes.reviews()[language])">\
            \(ReviewDeskPhrases[language].reviews)</a>
            """)</p>\(campaignTable(campaigns, language) { FundingRoutes.setUp($0) })
          """
      ).desk(crumbs: []))
  }

  /// Public and hidden campaigns in one table.
  func campaignTable(
    _ campaigns: [DeskCampaign], _ language: Language, to route: (Slug) -> Route
  ) -> HTML {
    let say = CampaignDeskPhrases[language]
    guard !campaigns.isEmpty else { return "<p class=\"empty\">\(say.none)</p>" }
    let rows = campaigns.map { row -> HTML in
      """
      <tr><th scope="row"><a href="\(route(row.campaign.slug)[language])">\
      \(row.texts.title.shown(in: language).text)</a></th><td>\(row.organisation)</td>\
      <td>\(stateTag(row.campaign.state, CampaignPhrases[language]))</td>\
      <td class="right">\(row.meter.raised.rounded(language))</td>\
      <td>\(row.updatedAt.compact(language))</td></tr>
      """
    }
    return """
      <div class="scroll"><table><thead><tr><th scope="col">\(say.campaign)</th>\
      <th scope="col">\(say.organisation)</th><th scope="col">\(say.state)</th>\
      <th scope="col" class="right">\(say.raised)</th><th scope="col">\(say.changedAt)</th></tr>\
      </thead><tbody>\(rows)</tbody></table></div>
      """
  }
}

extension Page {
  /// The same page in the desk's dress, with the way to it.
  func desk(crumbs: [Crumb]) -> Page {
    with {
      $0.layout = .desk
      $0.crumbs = crumbs
    }
  }
}
