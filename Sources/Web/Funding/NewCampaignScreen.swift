// From certified rankings to a draft: the places there are, with boxes to tick.
import Domain
import Literals
import Phrases
import Services

extension CampaignDeskScreens {
  private static let field = "posto"

  func askPlaces(_ screen: ScreenContext) async throws -> Reply {
    .page(try await placesPage(screen, screen.form()))
  }

  func makeDraft(_ screen: ScreenContext, _ body: FormBody) async throws -> Reply {
    let picks = body.all(Self.field).compactMap(Self.pick)
    switch try await draft(picks, by: screen.actor) {
    case .drafted(let slug): return .seeOther(FundingRoutes.setUp(slug))
    case .nothingPicked: return try await refuse(.nothing, "required", screen, body)
    case .notCertified: return try await refuse(.notCertified, "not-certified", screen, body)
    case .hasCampaign: return try await refuse(.hasCampaign, "has-campaign", screen, body)
    case .ofTwoOrganisations:
      return try await refuse(.twoOrganisations, "two-organisations", screen, body)
    case .notAllowed: return .problem(.notAllowed)
    }
  }

  private func refuse(
    _ why: CampaignDeskPhrases.DraftRefusal, _ code: String, _ screen: ScreenContext,
    _ body: FormBody
  ) async throws -> Reply {
    let words = CampaignDeskPhrases[screen.language].picked(why)
    let form = screen.form(again: body, [FieldProblem(Self.field, code, words)])
    return .unprocessable(try await placesPage(screen, form))
  }

  private func placesPage(_ screen: ScreenContext, _ form: FormView) async throws -> Page {
    let say = CampaignDeskPhrases[screen.language]
    let places = try await draft.places(for: screen.actor)
    let ticked = Set(form.values.all(Self.field))
    let rows = places.enumerated().map { index, place -> HTML in
      let value = "\(place.source.ranking) \(place.source.project)"
      let id = index == 0 ? Self.field : "\(Self.field)-\(index)"
      return """
        <div class="choice"><input type="checkbox" id="\(id)" name="\(Self.field)"\
         value="\(value)"\(if: ticked.contains(value), " checked")\
        \(if: place.campaign != nil, " disabled")><label for="\(id)">\
        <strong>\(place.source.title)</strong> – \(CampaignPhrases[screen.language].rank(
          place.source.place, place.source.ranked, place.source.votes))\
        \(if: place.campaign != nil, " (\(say.hasCampaign))")</label></div>
        """
    }
    let body: HTML =
      places.isEmpty
      ? "<p class=\"empty\">\(say.newNone)</p>"
      : form.post(
        to: FundingRoutes.newCampaign(),
        """
        <div class="choices">\(rows)</div>\(form.submit(say.draftIt))
        """)
    return Page(say.new, at: FundingRoutes.newCampaign(), body: "<p>\(say.newLead)</p>\(body)")
      .desk(crumbs: [Crumb(say.title, FundingRoutes.desk())])
      .with { $0.problems = form.problems }
  }

  private static func pick(_ value: String) -> DraftCampaignFromRanking.Pick? {
    let parts = value.split(separator: " ")
    guard parts.count == 2, let ranking = Ranking.ID(String(parts[0])),
      let project = Project.ID(String(parts[1]))
    else { return nil }
    return DraftCampaignFromRanking.Pick(ranking: ranking, project: project)
  }
}
