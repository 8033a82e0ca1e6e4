// Making a pledge: amount and reward, details, check. Plain forms; nothing is asked twice.
import Domain
import Literals
import Phrases
import Services

extension FundingScreens {
  func askAmount(_ screen: ScreenContext, _ slug: Slug) async throws -> Reply {
    guard let page = try await read.page(slug) else { return .notFound }
    let wanted = screen.query(PledgeForm.reward) ?? ""
    let reward = page.rewards.first { $0.reward.id.description == wanted && $0.left != 0 }?.reward
    let typed = screen.query(PledgeForm.amount) ?? reward?.minimum.typed(screen.language) ?? ""
    let body = FormBody([
      PledgeForm.reward: reward?.id.description ?? "", PledgeForm.amount: typed,
    ])
    return .page(PledgeFlowPages(screen, page).amount(screen.form(body)))
  }

  func takeAmount(_ screen: ScreenContext, _ body: FormBody, _ slug: Slug) async throws -> Reply {
    guard let page = try await read.page(slug) else { return .notFound }
    let pages = PledgeFlowPages(screen, page)
    var form = PledgeForm(body, for: page, screen.language)
    form.readAmount(askingAt: screen.now)
    guard form.problems.isEmpty else {
      return .unprocessable(pages.amount(screen.form(again: body, form.problems)))
    }
    return .page(pages.details(screen.form(again: body, []), form))
  }

  func takeDetails(_ screen: ScreenContext, _ body: FormBody, _ slug: Slug) async throws -> Reply {
    guard let page = try await read.page(slug) else { return .notFound }
    let pages = PledgeFlowPages(screen, page)
    var form = PledgeForm(body, for: page, screen.language)
    form.readAmount(askingAt: screen.now)
    guard form.problems.isEmpty else {
      return .unprocessable(pages.amount(screen.form(again: body, form.problems)))
    }
    guard let request = form.readDetails() else {
      return .unprocessable(pages.details(screen.form(again: body, form.problems), form))
    }
    return .page(pages.check(screen.form(again: body, []), form, request))
  }

  func confirm(_ screen: ScreenContext, _ body: FormBody, _ slug: Slug) async throws -> Reply {
    guard let page = try await read.page(slug) else { return .notFound }
    let pages = PledgeFlowPages(screen, page)
    var form = PledgeForm(body, for: page, screen.language)
    form.readAmount(askingAt: nil)
    let back = body.text(PledgeForm.goTo)
    if back == PledgeForm.amount || !form.problems.isEmpty {
      let again = screen.form(again: body, form.problems)
      return form.problems.isEmpty
        ? .page(pages.amount(again)) : .unprocessable(pages.amount(again))
    }
    if back == PledgeForm.name { return .page(pages.details(screen.form(again: body, []), form)) }
    guard let request = form.readDetails() else {
      return .unprocessable(pages.details(screen.form(again: body, form.problems), form))
    }
    switch try await placePledge(request) {
    case .placed(let pledge): return try await goAndPay(pledge, screen)
    case .repeated(let pledge):
      return .seeOther(
        FundingRoutes.pledge(pledge.keys.accessKey),
        flash: .note(PledgePhrases[screen.language].confirmedAgain))
    case .refused(let refusal):
      var again = PledgeForm(body, for: page, screen.language)
      again.refuse(refusal)
      return .unprocessable(pages.amount(screen.form(again: body, again.problems)))
    case .formReused: return .status(409, pages.formReused)
    case .noSuchCampaign: return .notFound
    }
  }

  /// To the provider's page for cards, to the pledge's own page for transfers.
  func goAndPay(_ pledge: Pledge, _ screen: ScreenContext) async throws -> Reply {
    let route = FundingRoutes.pledge(pledge.keys.accessKey)
    switch pledge.method {
    case .bankTransfer: return .seeOther(route)
    case .card:
      guard let page = try await pay.startCard(pledge, screen.absolute(route)) else {
        return .seeOther(route, flash: .problem(PledgePhrases[screen.language].providerAway))
      }
      if page.hasPrefix("/"), let link = Link(local: page) { return .seeOtherLink(link) }
      return .leave(to: page)
    }
  }
}
