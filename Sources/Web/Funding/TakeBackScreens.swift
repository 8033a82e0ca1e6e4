// Taking back what a sponsor had given a campaign that succeeded: one page, with a reason.
import Domain
import Literals
import Phrases
import Services

struct TakeBackScreens: ScreenGroup {
  let desk: MatchFundDesk

  func add(to screens: Screens) {
    screens.get(MatchFundRoutes.takeBack, audience: .signedIn, use: form)
    screens.post(MatchFundRoutes.takeBack, audience: .signedIn, use: takeBack)
  }

  private func form(
    _ screen: ScreenContext, _ code: Slug, _ campaign: Campaign.ID
  ) async throws -> Reply {
    guard let page = try await page(code, campaign, screen, screen.form()) else {
      return .notFound
    }
    return .page(page)
  }

  private func page(
    _ code: Slug, _ campaign: Campaign.ID, _ screen: ScreenContext, _ form: FormView
  ) async throws -> Page? {
    guard let due = try await desk.due(code, from: campaign, for: screen.actor),
      let card = try await desk.card(of: campaign)
    else { return nil }
    let say = MatchPhrases[screen.language]
    let title = card.texts.title.shown(in: screen.language).text
    let amount = due.commitment.committed.formatted(screen.language)
    return screen.deskPage(
      say.takeBackFrom(due.fund.sponsor, title), at: MatchFundRoutes.takeBack(code, campaign),
      under: Crumb(say.title, MatchFundRoutes.funds()),
      """
      <p>\(say.takeBackNote(amount))</p>
      \(form.post(
        to: MatchFundRoutes.takeBack(code, campaign),
        "\(form.text("motivo", say.reason))\(form.submit(say.takeBack))"))
      """
    ).with { $0.problems = form.problems }
  }

  private func takeBack(
    _ screen: ScreenContext, _ body: FormBody, _ code: Slug, _ campaign: Campaign.ID
  ) async throws -> Reply {
    let say = MatchPhrases[screen.language]
    var reader = FormReader(body, screen.language)
    let reason = reader.text("motivo", say.reason)
    let list = MatchFundRoutes.funds()
    guard reader.problems.isEmpty else {
      let again = screen.form(again: body, reader.problems)
      guard let page = try await page(code, campaign, screen, again) else { return .notFound }
      return .unprocessable(page)
    }
    switch try await desk.clawBack(code, from: campaign, because: reason, by: screen.actor) {
    case .clawedBack(let amount):
      return .seeOther(list, flash: .done(say.tookBack(amount.formatted(screen.language))))
    case .notDue: return .seeOther(list, flash: .note(say.notDue))
    case .alreadyPaidOut: return .seeOther(list, flash: .note(say.alreadyPaidOut))
    case .reasonMissing, .noSuchPromise: return .notFound
    case .notAllowed: return .problem(.notAllowed)
    }
  }
}
