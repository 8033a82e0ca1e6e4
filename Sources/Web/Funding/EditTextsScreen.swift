// Texts and picture of a draft, in both languages side by side.
import Domain
import Literals
import Phrases
import Services

extension CampaignDeskScreens {
  func askTexts(_ screen: ScreenContext, _ slug: Slug) async throws -> Reply {
    guard let found = try await read.draft(slug, for: screen.actor) else { return .notFound }
    let texts = found.texts
    let values = FormBody([
      "titolo-it": texts.title.italian, "titolo-en": texts.title.english,
      "riassunto-it": texts.summary.italian, "riassunto-en": texts.summary.english,
      "storia-it": texts.story.italian, "storia-en": texts.story.english,
      "luogo": texts.place, "immagine": texts.picture,
    ])
    return .page(textsPage(screen, slug, screen.form(values)))
  }

  func saveTexts(_ screen: ScreenContext, _ body: FormBody, _ slug: Slug) async throws -> Reply {
    let say = CampaignDeskPhrases[screen.language]
    var reader = FormReader(body, screen.language)
    func pair(_ name: String, _ label: String, _ max: Int) -> LocalText {
      LocalText(
        italian: reader.optionalText("\(name)-it", say.italian(label), max: max),
        english: reader.optionalText("\(name)-en", say.english(label), max: max))
    }
    let texts = CampaignTexts(
      title: pair("titolo", say.titleField, CampaignTexts.titleMax),
      summary: pair("riassunto", say.summaryField, CampaignTexts.summaryMax),
      story: pair("storia", say.storyField, CampaignTexts.storyMax),
      place: reader.optionalText("luogo", say.place, max: CampaignTexts.placeMax),
      picture: Picture(rawValue: body.text("immagine"))?.rawValue ?? "")
    guard reader.problems.isEmpty else {
      return .unprocessable(textsPage(screen, slug, screen.form(again: body, reader.problems)))
    }
    return try await saved(.texts(texts), slug, screen)
  }

  /// Saves a part and goes back to the task list.
  func saved(
    _ part: EditCampaign.Part, _ slug: Slug, _ screen: ScreenContext, then route: Route? = nil,
    _ done: String? = nil
  ) async throws -> Reply {
    let say = CampaignDeskPhrases[screen.language]
    let back = FundingRoutes.setUp(slug)
    switch try await edit(part, of: slug, by: screen.actor) {
    case .saved: return .seeOther(route ?? back, flash: .done(done ?? say.saved))
    case .notEditable: return .seeOther(back, flash: .problem(say.notEditable))
    case .tooManyRewards: return .seeOther(back, flash: .problem(say.tooManyRewards))
    case .notAllowed, .noSuchCampaign, .noSuchReward: return .notFound
    }
  }

  private func textsPage(_ screen: ScreenContext, _ slug: Slug, _ form: FormView) -> Page {
    let say = CampaignDeskPhrases[screen.language]
    let pictures =
      [Choice("", "\(say.noPicture)")]
      + Picture.allCases.map { Choice($0.rawValue, "\(say.pictureName($0.rawValue))") }
    let title = say.titleField
    let summary = say.summaryField
    return Page(
      say.step(.texts), at: FundingRoutes.texts(slug),
      body: form.post(
        to: FundingRoutes.texts(slug),
        """
        \(pair(
          form.text("titolo-it", say.italian(title)), form.text("titolo-en", say.english(title))))\
        \(pair(
          form.area("riassunto-it", say.italian(summary), hint: say.summaryHint, rows: 3),
          form.area("riassunto-en", say.english(summary), rows: 3)))\
        \(pair(
          form.area("storia-it", say.italian(say.storyField), hint: say.storyHint, rows: 14),
          form.area("storia-en", say.english(say.storyField), rows: 14)))\
        \(form.text("luogo", say.place))\
        \(form.select("immagine", say.picture, pictures))\
        \(form.submit(say.save))
        """)
    ).setUpStep(slug, form, say)
  }
}

extension Page {
  /// The same page as a step of setting up a campaign.
  func setUpStep(_ slug: Slug, _ form: FormView, _ say: CampaignDeskPhrases) -> Page {
    desk(crumbs: [
      Crumb(say.title, FundingRoutes.desk()), Crumb(say.campaign, FundingRoutes.setUp(slug)),
    ]).with { $0.problems = form.problems }
  }
}
