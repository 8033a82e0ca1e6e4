// Opening, closing and funding rule of a draft.
import Domain
import Literals
import Phrases
import Services

extension CampaignDeskScreens {
  func askDates(_ screen: ScreenContext, _ slug: Slug) async throws -> Reply {
    guard let found = try await read.draft(slug, for: screen.actor) else { return .notFound }
    let campaign = found.campaign
    var values = FormBody([
      "apre": campaign.opensAt.map { CivilDate(of: $0).typed } ?? "",
      "chiude": campaign.closesAt.map { CivilDate(of: $0 - .milliseconds(1)).typed } ?? "",
      "regola": campaign.rule.rawValue,
    ])
    if campaign.charging == .atEnd { values.add(Self.atEnd, "on") }
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
    let charging: CardCharging = body.isTicked(Self.atEnd) ? .atEnd : .atOnce
    if charging == .atEnd, let opensOn, let closesOn, let rule,
      rule != .allOrNothing || closesOn.end - opensOn.start <= Campaign.cardHold
    {
      let words = MandatePhrases[screen.language]
      reader.refuse(Self.atEnd, "only-all-or-nothing", words.onlyAllOrNothing)
    }
    guard let opensOn, let closesOn, let rule, reader.problems.isEmpty else {
      return .unprocessable(datesPage(screen, slug, screen.form(again: body, reader.problems)))
    }
    return try await saved(
      .dates(opensOn: opensOn, closesOn: closesOn, rule: rule, charging: charging), slug, screen)
  }
  private static let atEnd = "carte-alla-fine"

  private func datesPage(_ screen: ScreenContext, _ slug: Slug, _ form: FormView) -> Page {
    let say = CampaignDeskPhrases[screen.language]
    let (words, cards) = (CampaignPhrases[screen.language], MandatePhrases[screen.language])
    let rules = FundingRule.allCases.map { Choice($0.rawValue, "\(words.rule($0))") }
    return Page(
      say.step(.dates), at: FundingRoutes.dates(slug),
      body: form.post(
        to: FundingRoutes.dates(slug),
        """
        \(form.text("apre", say.opensOn, hint: say.closesHint, .day))\
        \(form.text("chiude", say.closesOn, hint: say.closesHint, .day))\
        \(form.radios("regola", say.rule, rules))\
        \(form.box(Self.atEnd, "\(cards.atEnd)", hint: cards.atEndHint))\(form.submit(say.save))
        """)
    ).setUpStep(slug, form, say)
  }
}
