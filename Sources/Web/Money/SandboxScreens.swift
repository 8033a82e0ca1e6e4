// The sandbox provider's hosted pages, in their own look: whoever pays there has left Raccolto.
import Domain
import Literals
import Phrases
import Services

/// Pay, confirm at the bank, and choose how badly webhooks are treated.
struct SandboxScreens: ScreenGroup {
  let shop: SandboxShop

  func add(to screens: Screens) {
    screens.get(MoneyRoutes.sandboxPage, use: show)
    screens.post(MoneyRoutes.sandboxPage, use: choose)
    screens.get(MoneyRoutes.sandboxCard, use: showCard)
    screens.post(MoneyRoutes.sandboxCard, use: chooseCard)
    screens.get(MoneyRoutes.sandboxSettings, use: showMood)
    screens.post(MoneyRoutes.sandboxSettings, use: setMood)
    screens.get(MoneyRoutes.sandboxStyle) { _ in
      .file(Array(sandboxStyle.utf8), type: "text/css; charset=utf-8")
    }
  }

  private func show(_ screen: ScreenContext, _ id: SandboxPayment.ID) async throws -> Reply {
    guard let payment = try await shop.payment(id) else { return .notFound }
    return SandboxPage(screen, payment.order.language).payment(
      payment, try await shop.returns(of: id), at: shop.now)
  }

  private func choose(
    _ screen: ScreenContext, _ body: FormBody, _ id: SandboxPayment.ID
  ) async throws -> Reply {
    if let deed = SandboxDeed(rawValue: body.text("deed")) {
      let amount = (try? Money(typed: body.text("amount"))) ?? .zero
      _ = try await shop.act(deed, on: id, amount)
      return .seeOther(MoneyRoutes.sandboxPage(id))
    }
    guard let choice = SandboxPayment.Choice(rawValue: body.text("choice")) else {
      return .problem(.malformed)
    }
    let chosen = try await shop.choose(
      choice, for: id, card: String(body.text("card").prefix(40)))
    guard let payment = chosen else { return .notFound }
    switch payment.status(at: shop.now) {
    case .succeeded, .processing, .expired: return .leave(to: payment.order.returnURL)
    case .open, .challenge, .declined, .notAuthenticated:
      return .seeOther(MoneyRoutes.sandboxPage(id))
    }
  }

  private func showCard(_ screen: ScreenContext, _ id: SandboxCard.ID) async throws -> Reply {
    guard let card = try await shop.card(id) else { return .notFound }
    return SandboxPage(screen, card.order.language).card(card)
  }

  private func chooseCard(
    _ screen: ScreenContext, _ body: FormBody, _ id: SandboxCard.ID
  ) async throws -> Reply {
    guard let choice = SandboxCard.Status(rawValue: body.text("choice")) else {
      return .problem(.malformed)
    }
    guard let card = try await shop.choose(choice, for: id) else { return .notFound }
    return .leave(to: card.order.returnURL)
  }

  private func showMood(_ screen: ScreenContext) async throws -> Reply {
    SandboxPage(screen, screen.language).mood(try await shop.currentMood(), note: nil)
  }

  private func setMood(_ screen: ScreenContext, _ body: FormBody) async throws -> Reply {
    let page = SandboxPage(screen, screen.language)
    let say = SandboxPhrases[screen.language]
    guard let doubled = Int(body.text("doubled")), let lost = Int(body.text("lost")),
      let delay = Int(body.text("delay")), (0...100).contains(doubled), (0...100).contains(lost),
      (0...600).contains(delay)
    else { return page.mood(try await shop.currentMood(), note: say.numbersOnly) }
    let mood = SandboxMood(
      doubledPercent: doubled, lostPercent: lost, delaySecondsMax: delay)
    try await shop.set(mood)
    return page.mood(mood, note: say.saved)
  }
}

/// Draws one of the sandbox's pages.
private struct SandboxPage {
  let screen: ScreenContext
  let language: Language
  private var say: SandboxPhrases { SandboxPhrases[language] }

  init(_ screen: ScreenContext, _ language: Language) {
    (self.screen, self.language) = (screen, language)
  }

  func payment(_ payment: SandboxPayment, _ returns: SandboxReturns, at now: Instant) -> Reply {
    let status = payment.status(at: now)
    let title = status == .challenge ? say.bankTitle : say.title
    let order = payment.order
    return document(
      title,
      """
      <p class="notice">\(say.noMoney)</p>
      <dl><dt>\(say.order)</dt><dd>\(order.description)</dd>
      <dt>\(say.amount)</dt><dd>\(order.amount.formatted(language))</dd></dl>
      \(words(for: status).map { "<p role=\"status\">\($0)</p>" as HTML })
      \(form(for: payment, status))
      \(if: status == .succeeded, dashboard(payment, returns))
      <p><a href="\(order.returnURL)">\(say.back)</a></p>
      """)
  }

  func card(_ card: SandboxCard) -> Reply {
    let choices: [(SandboxCard.Status, String)] = [
      (.good, say.goodCard), (.declining, say.decliningCard), (.guarded, say.guardedCard),
      (.abandoned, say.abandon),
    ]
    let buttons = choices.filter { card.choosing($0.0) != nil }.map { choice, label in
      "<button name=\"choice\" value=\"\(choice.rawValue)\">\(label)</button>" as HTML
    }
    return document(
      say.cardTitle,
      """
      <p class="notice">\(say.noMoney)</p>
      \(if: card.status.isSaved, "<p role=\"status\">\(say.cardSaved)</p>")
      <form method="post" action="\(MoneyRoutes.sandboxCard(card.id)[language])">
      <input type="hidden" name="\(CSRF.field)" value="\(screen.csrfToken)">
      <h2>\(say.chooseCard)</h2>
      \(buttons)
      </form>
      <p><a href="\(card.order.returnURL)">\(say.back)</a></p>
      """)
  }

  private func words(for status: SandboxPayment.Status) -> String? {
    switch status {
    case .open: nil
    case .challenge: say.bankText
    case .processing: say.processing
    case .succeeded: say.succeeded
    case .declined: say.declined
    case .notAuthenticated: say.notAuthenticated
    case .expired: say.expired
    }
  }

  private func form(for payment: SandboxPayment, _ status: SandboxPayment.Status) -> HTML {
    let choices: [(SandboxPayment.Choice, String)] =
      switch status {
      case .open, .declined, .notAuthenticated:
        [
          (.pay, say.pay), (.authenticate, say.authenticate), (.slow, say.slow),
          (.decline, say.decline), (.abandon, say.abandon),
        ]
      case .challenge: [(.confirm, say.confirm), (.refuse, say.refuse)]
      case .processing, .succeeded, .expired: []
      }
    if choices.isEmpty { return "" }
    let buttons = choices.map { choice, label in
      "<button name=\"choice\" value=\"\(choice.rawValue)\">\(label)</button>" as HTML
    }
    let number: HTML = """
      <p><label for="card">\(say.cardNumber)</label>
      <input id="card" name="card" inputmode="numeric" autocomplete="off"></p>
      """
    return """
      <form method="post" action="\(MoneyRoutes.sandboxPage(payment.id)[language])">
      <input type="hidden" name="\(CSRF.field)" value="\(screen.csrfToken)">
      \(if: status != .challenge, "<h2>\(say.choose)</h2>\(number)")
      \(buttons)
      </form>
      """
  }

  /// What the provider's own people could do: start a refund, let one fail, dispute and decide.
  private func dashboard(_ payment: SandboxPayment, _ returns: SandboxReturns) -> HTML {
    let left = returns.left(of: payment.order.amount)
    let isRefunded = returns.refunds.contains { $0.status == .succeeded }
    var deeds: [(SandboxDeed, String)] = []
    if left.isPositive, !returns.isDisputed {
      deeds += [(.refund, say.startRefund), (.dispute, say.startDispute)]
    }
    if isRefunded { deeds.append((.failRefund, say.failRefund)) }
    if returns.isDisputed { deeds += [(.win, say.winDispute), (.lose, say.loseDispute)] }
    let buttons = deeds.map { deed, label in
      "<button name=\"deed\" value=\"\(deed.rawValue)\">\(label)</button>" as HTML
    }
    return """
      <form method="post" action="\(MoneyRoutes.sandboxPage(payment.id)[language])">
      <input type="hidden" name="\(CSRF.field)" value="\(screen.csrfToken)">
      <h2>\(say.dashboard)</h2>
      <p>\(say.left(left.formatted(language)))</p>
      <p><label for="amount">\(say.part)</label>
      <input id="amount" name="amount" inputmode="decimal"></p>
      \(buttons)
      </form>
      """
  }

  func mood(_ mood: SandboxMood, note: String?) -> Reply {
    document(
      say.moodTitle,
      """
      <p>\(say.moodText)</p>
      \(note.map { "<p role=\"status\">\($0)</p>" as HTML })
      <form method="post" action="\(MoneyRoutes.sandboxSettings()[language])">
      <input type="hidden" name="\(CSRF.field)" value="\(screen.csrfToken)">
      \(number("doubled", say.doubled, mood.doubledPercent))
      \(number("lost", say.lost, mood.lostPercent))
      \(number("delay", say.delay, mood.delaySecondsMax))
      <button>\(say.save)</button>
      </form>
      """)
  }

  private func number(_ name: String, _ label: String, _ value: Int) -> HTML {
    """
    <p><label for="\(name)">\(label)</label>
    <input id="\(name)" name="\(name)" inputmode="numeric" value="\(value)"></p>
    """
  }

  /// A whole document of the sandbox's own; the cookie that binds its forms goes with it.
  private func document(_ title: String, _ body: HTML) -> Reply {
    let html: HTML = """
      <!DOCTYPE html>
      <html lang="\(language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="robots" content="noindex">
      <meta name="color-scheme" content="light dark">
      <title>\(title) – Sandbox</title>
      <link rel="stylesheet" href="\(MoneyRoutes.sandboxStyle()[language])">
      </head>
      <body><main><h1>\(title)</h1>
      \(body)
      </main></body>
      </html>

      """
    let page = Reply.file(Array(html.text.utf8), type: "text/html; charset=utf-8")
    guard screen.signedIn == nil, !screen.visitor.isKnown else { return page }
    let sealed = Sealed.seal(screen.visitor.mark, screen.key, .visitor)
    return .with([SiteCookie(.visitor, sealed)], page)
  }
}

private let sandboxStyle = """
  body { font: 1.125rem/1.5 Georgia, serif; margin: 0; padding: 1rem; }
  main { max-width: 32rem; margin: 2rem auto; }
  h1 { font-size: 1.5rem; } h2 { font-size: 1.125rem; }
  .notice { border: 2px solid; padding: .75rem; }
  dt { font-weight: bold; } dd { margin: 0 0 .5rem; }
  button { display: block; width: 100%; min-height: 3rem; margin: .5rem 0; font: inherit;
    text-align: left; padding: .5rem 1rem; cursor: pointer; }
  label { display: block; } input { font: inherit; min-height: 2.5rem; max-width: 100%; }
  """
