// Opening, closing and funding rule of a draft.
import Domain
import Literals
import Phrases
import Services

extension CampaignDeskScreens {
  func askDates(_ screen: ScreenContext, _ slug: Slug) async throws -> Reply {
    guard let found = try await read.draft(slug, for: screen.actor) else { return .notFound }
    let campaign = found.campaign
    let values = FormBody([
      "apre": campaign.opensAt.map { CivilDate(of: $0).typed } ?? "",
      "chiude": campaign.closesAt.map { CivilDate(of: $0 - .milliseconds(1)).typed } ?? "",
      "regola": campaign.rule.rawValue,
    ])
    return .page(datesPage(screen, slug, screen.form(values)))
  }

  func saveDates(_ screen: ScreenContext, _ body: FormBody, _ slug: Slug) async throws -> Reply {
    let say = CampaignDeskPhrases[screen.language]
    var reader = FormReader(body, screen.language)
    let opensOn = reader.day("apre", say.opensOn)
    let closesOn = reader.day("chiude", say.closesOn)
    let rule = reader.choice("regola", say.rule, of: FundingRule.self)
    if let opensOn, let closesOn, closesOn < opensOn {
      reader.refuse("chiude", "before-opening", say.datesWrong)
    }
    guard let opensOn, let closesOn, let rule, reader.problems.isEmpty else {
      return .unprocessable(datesPage(screen, slug, screen.form(again: body, reader.problems)))
    }
    return try await saved(
      .dates(opensOn: opensOn, closesOn: closesOn, rule: rule), slug, screen)
  }

  private func datesPage(_ screen: ScreenContext, _ slug: Slug, _ form: FormView) -> Page {
    let say = CampaignDeskPhrases[screen.language]
    let words = CampaignPhrases[screen.language]
    let rules = FundingRule.allCases.map { Choice($0.rawValue, "\(words.rule($0))") }
    return Page(
      say.step(.dates), at: FundingRoutes.dates(slug),
      body: form.post(
        to: FundingRoutes.dates(slug),
        """
        \(form.text("apre", say.opensOn, hint: say.closesHint, .day))\
        \(form.text("chiude", say.closesOn, hint: say.closesHint, .day))\
        \(form.radios("regola", say.rule, rules))\(form.submit(say.save))
        """)
    ).setUpStep(slug, form, say)
  }
}
