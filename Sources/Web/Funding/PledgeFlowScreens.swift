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
    return .page(PledgeFlowPages(screen, page, pay).amount(screen.form(body)))
  }

  func takeAmount(_ screen: ScreenContext, _ body: FormBody, _ slug: Slug) async throws -> Reply {
    guard let page = try await read.page(slug) else { return .notFound }
    let pages = PledgeFlowPages(screen, page, pay)
    var form = PledgeForm(body, for: page, offering: pay.methods, screen.language)
    form.readAmount(askingAt: screen.now)
    guard form.problems.isEmpty else {
      return .unprocessable(pages.amount(screen.form(again: body, form.problems)))
    }
    return .page(pages.details(screen.form(again: body, []), form))
  }

  func takeDetails(_ screen: ScreenContext, _ body: FormBody, _ slug: Slug) async throws -> Reply {
    guard let page = try await read.page(slug) else { return .notFound }
    let pages = PledgeFlowPages(screen, page, pay)
    var form = PledgeForm(body, for: page, offering: pay.methods, screen.language)
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
    let pages = PledgeFlowPages(screen, page, pay)
    var form = PledgeForm(body, for: page, offering: pay.methods, screen.language)
    form.readAmount(askingAt: nil)
    let back = body.text(PledgeForm.goTo)
    if back == PledgeForm.amount || !form.problems.isEmpty {
      let again = screen.form(again: body, form.problems)
      return form.problems.isEmpty
        ? .page(pages.amount(again)) : .unprocessable(pages.amount(again))
    }
    if back == PledgeForm.name { return .page(pages.details(screen.form(again: body, []), form)) }
    guard var request = form.readDetails() else {
      return .unprocessable(pages.details(screen.form(again: body, form.problems), form))
    }
    request.actor = screen.actor
    switch try await placePledge(request) {
    case .placed(let pledge): return try await goAndPay(pledge, page.card.texts.title, screen)
    case .repeated(let pledge):
      return .seeOther(
        FundingRoutes.pledge(pledge.keys.accessKey),
        flash: .note(PledgePhrases[screen.language].confirmedAgain))
    case .refused(let refusal):
      var again = PledgeForm(body, for: page, offering: pay.methods, screen.language)
      again.refuse(refusal, afterConfirming: true)
      return .unprocessable(pages.amount(screen.form(again: body, again.problems)))
    case .formReused: return .status(409, pages.formReused)
    case .notInPlace: return .problem(.notInPlace)
    case .noSuchCampaign: return .notFound
    }
  }

  /// To the provider's page for cards, to the pledge's own page for transfers.
  func goAndPay(_ pledge: Pledge, _ title: LocalText, _ screen: ScreenContext) async throws
    -> Reply
  {
    let route = FundingRoutes.pledge(pledge.keys.accessKey)
    switch pledge.method {
    case .bankTransfer:
      switch try await pay.startTransfer(pledge.keys.accessKey, by: screen.actor) {
      case .transfer, .nothingToPay, .noSuchPledge: return .seeOther(route)
      case .notInPlace: return .problem(.notInPlace)
      }
    case .card: break
    }
    if let saving = try await goAndSave(pledge, screen) { return saving }
    let say = PledgePhrases[screen.language]
    var start = StartCardPayment.Request(
      accessKey: pledge.keys.accessKey, description: title.shown(in: screen.language).text,
      returnURL: screen.absolute(route.with(Self.cameBackField, "1")),
      language: screen.language, from: screen.peer)
    start.actor = screen.actor
    switch try await pay.startCard(start) {
    case .pay(let page): return away(to: page, screen)
    // One sentence for all of them: whoever tries cards out learns nothing.
    case .providerSilent, .noCards, .notNow:
      return .seeOther(route, flash: .problem(say.providerAway))
    case .nothingToPay: return .seeOther(route)
    case .notInPlace: return .problem(.notInPlace)
    case .noSuchPledge: return .notFound
    }
  }
  /// To the page that saves a card, where this campaign charges at its end; nil where it charges at
  /// once.
  private func goAndSave(_ pledge: Pledge, _ screen: ScreenContext) async throws -> Reply? {
    let route = FundingRoutes.pledge(pledge.keys.accessKey)
    guard let found = try await read.pledge(pledge.keys.accessKey),
      let wording = screen.mandate(
        for: pledge.total, to: found.campaign, found.title, payee: pay.account.holder)
    else { return nil }
    var save = SaveCard.Request(
      accessKey: pledge.keys.accessKey, wording: wording,
      returnURL: screen.absolute(route.with(Self.cameBackField, "1")),
      language: screen.language, from: screen.peer)
    save.actor = screen.actor
    switch try await pay.saveCard(save) {
    case .save(let page): return away(to: page, screen)
    case .chargesAtOnce: return nil
    case .nothingToSave: return .seeOther(route)
    case .providerSilent, .noCards, .notNow:
      let say = PledgePhrases[screen.language]
      return .seeOther(route, flash: .problem(say.providerAway))
    case .notInPlace: return .problem(.notInPlace)
    case .noSuchPledge: return .notFound
    }
  }
  private func away(to page: String, _ screen: ScreenContext) -> Reply {
    let own = screen.settings.publicURL
    let local = page.hasPrefix("\(own)/") ? String(page.dropFirst(own.count)) : page
    return Link(local: local).map { .seeOtherLink($0) } ?? .leave(to: page)
  }
  /// Marks the address to which a provider sends people back.
  static let cameBackField = "ritorno"
}
