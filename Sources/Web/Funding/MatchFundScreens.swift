// The desk's page of sponsors' funds: what each has, what it promised, a form for a new one.
package import Domain
import Literals
import Phrases
package import Services

package enum MatchFundRoutes {
  package static let funds = FixedAddress(it: "scrivania/fondi", en: "desk/match-funds")
  static let close = Address<Slug>(
    it: "scrivania/fondi/:/chiudi", en: "desk/match-funds/:/close")
  package static let takeBack = Address<Slug, Campaign.ID>(
    it: "scrivania/fondi/:/riprendi/:", en: "desk/match-funds/:/take-back/:")
}

/// Match funds at the desk.
package struct MatchFundScreens: ScreenGroup {
  let desk: MatchFundDesk

  package init(_ desk: MatchFundDesk) { self.desk = desk }

  package func add(to screens: Screens) {
    screens.get(MatchFundRoutes.funds, audience: .signedIn, use: list)
    screens.post(MatchFundRoutes.funds, audience: .signedIn, use: create)
    screens.post(MatchFundRoutes.close, audience: .signedIn, use: close)
    TakeBackScreens(desk: desk).add(to: screens)
  }

  private func list(_ screen: ScreenContext) async throws -> Reply {
    guard let page = try await page(screen, screen.form()) else { return .notFound }
    return .page(page)
  }

  private func create(_ screen: ScreenContext, _ body: FormBody) async throws -> Reply {
    let say = MatchPhrases[screen.language]
    var reader = FormReader(body, screen.language)
    let sponsor = reader.text("sponsor", say.sponsor, max: 80)
    let rule = readRule(&reader, body, say)
    let campaign = Campaign.ID(body.text("campagna"))
    if campaign == nil { reader.refuse("campagna", "required", say.noCampaign) }
    guard let rule, let campaign, reader.problems.isEmpty else {
      return try await again(screen, body, reader.problems)
    }
    let request = MatchFundDesk.Request(sponsor: sponsor, rule: rule, campaign: campaign)
    switch try await desk.create(request, by: screen.actor, requestID: screen.requestID) {
    case .created(let fund):
      return .seeOther(MatchFundRoutes.funds(), flash: .done(say.created(fund.code.text)))
    case .ruleNotSound: reader.refuse("regola", "refused", say.ruleNotSound)
    case .codeTaken: reader.refuse("sponsor", "refused", say.codeTaken)
    case .noSuchCampaign: reader.refuse("campagna", "campaign-not-open", say.noCampaign)
    case .notAllowed: return .problem(.notAllowed)
    }
    return try await again(screen, body, reader.problems)
  }

  private func readRule(
    _ reader: inout FormReader, _ body: FormBody, _ say: MatchPhrases
  ) -> MatchRule? {
    let kind = reader.choice("regola", say.ruleTitle, of: MatchRule.Kind.self)
    guard let cap = reader.amount("tetto"), let kind else { return nil }
    func percent() -> Int { reader.number("percentuale", say.percent) ?? 0 }
    func amount() -> Money { reader.amount("importo") ?? .zero }
    return switch kind {
    case .share: .share(percent: percent(), cap: cap)
    case .bonus: .bonus(atPercent: percent(), amount: cap)
    case .multiply: .multiply(percent: percent(), perPledge: amount(), cap: cap)
    case .perDonor: .perDonor(amount: amount(), cap: cap)
    }
  }

  private func close(_ screen: ScreenContext, _ body: FormBody, _ code: Slug) async throws -> Reply
  {
    let say = MatchPhrases[screen.language]
    switch try await desk.close(code, by: screen.actor, requestID: screen.requestID) {
    case .closed(let left):
      let words = say.closed(left.formatted(screen.language))
      return .seeOther(MatchFundRoutes.funds(), flash: .done(words))
    case .alreadyClosed: return .seeOther(MatchFundRoutes.funds())
    case .stillPromising:
      return .seeOther(MatchFundRoutes.funds(), flash: .note(say.stillPromising))
    case .noSuchFund: return .notFound
    case .notAllowed: return .problem(.notAllowed)
    }
  }

  private func again(
    _ screen: ScreenContext, _ body: FormBody, _ problems: [FieldProblem]
  ) async throws -> Reply {
    guard let page = try await page(screen, screen.form(again: body, problems)) else {
      return .notFound
    }
    return .unprocessable(page)
  }

  private func page(_ screen: ScreenContext, _ form: FormView) async throws -> Page? {
    guard let funds = try await desk.funds(for: screen.actor) else { return nil }
    let say = MatchPhrases[screen.language]
    let mayMake = screen.actor.may(.manageMatchFunds, on: .platform)
    let campaigns = mayMake ? try await desk.campaigns(for: screen.actor) : []
    return screen.deskPage(
      say.title, at: MatchFundRoutes.funds(),
      """
      <p>\(say.lead)</p>
      \(funds.isEmpty ? empty(say.none) : list(funds, mayMake, screen))
      \(if: mayMake, newFund(campaigns, form, screen.language))
      """
    ).with { $0.problems = form.problems }
  }

  private func list(
    _ funds: [MatchFundDesk.Overview], _ mayClose: Bool, _ screen: ScreenContext
  ) -> HTML {
    let say = MatchPhrases[screen.language]
    let rows = funds.map { row($0, mayClose, screen) }
    return table(
      say.title, [say.fund, say.code, say.ruleTitle, say.available, say.promised, say.close], rows)
  }

  private func row(
    _ one: MatchFundDesk.Overview, _ mayClose: Bool, _ screen: ScreenContext
  ) -> HTML {
    let language = screen.language
    let say = MatchPhrases[language]
    let promises = one.promises.map { campaign, commitment -> HTML in
      let title = campaign.texts.title.shown(in: language).text
      let amount = commitment.committed.formatted(language)
      let takeBack = MatchFundRoutes.takeBack(one.fund.code, campaign.id)[language]
      let isDue = commitment.state == .due && commitment.committed.isPositive
      return """
        <li><a href="\(FundingRoutes.campaign(campaign.slug)[language])">\(title)</a>: \(amount), \
        \(say.state(commitment.state))\
        \(if: mayClose && isDue, " · <a href=\"\(takeBack)\">\(say.takeBack)</a>")</li>
        """
    }
    let form = screen.form()
    let closing: HTML =
      one.fund.state == .closed
      ? "\(say.closedState)\(share(one, language))"
      : mayClose
        ? form.post(to: MatchFundRoutes.close(one.fund.code), form.submit(say.close, .quiet)) : "–"
    return """
      <tr><th scope="row">\(one.fund.sponsor)</th><td><code>\(one.fund.code.text)</code></td>\
      <td>\(matchRule(one.fund.rule, language))</td>\
      <td class="right money">\(one.available.formatted(language))</td>\
      <td><ul class="facts">\(promises)</ul></td><td>\(closing)</td></tr>
      """
  }

  /// What goes, or went, back to the sponsor of a closed fund.
  private func share(_ one: MatchFundDesk.Overview, _ language: Language) -> HTML {
    let say = MatchPhrases[language]
    return """
      \(if: one.owed.isPositive, "<br>\(say.toReturn(one.owed.formatted(language)))")\
      \(if: one.returned.isPositive, "<br>\(say.returned(one.returned.formatted(language)))")
      """
  }

  private func newFund(
    _ campaigns: [CampaignCard], _ form: FormView, _ language: Language
  ) -> HTML {
    let say = MatchPhrases[language]
    let rules = MatchRule.Kind.allCases.map {
      Choice($0.rawValue, "\(say.ruleName($0))", note: "\(say.ruleNote($0))")
    }
    let choices = campaigns.map {
      Choice($0.id.description, "\($0.texts.title.shown(in: language).text)")
    }
    guard !choices.isEmpty else { return "" }
    return """
      <h2>\(say.new)</h2>
      \(form.post(
        to: MatchFundRoutes.funds(),
        """
        \(form.text("sponsor", say.sponsor))
        \(form.select("campagna", say.campaign, choices))
        \(form.radios("regola", say.ruleTitle, rules))
        \(form.text("percentuale", say.percent, hint: say.percentHint))
        \(form.amount("importo", say.amount, hint: say.amountHint))
        \(form.amount("tetto", say.cap, hint: say.capHint))
        \(form.submit(say.create))
        """))
      """
  }
}
