// A pledge's own page: what to do now, how it came here, and how to change one's mind.
import Domain
import Literals
import Phrases
import Services

extension FundingScreens {
  func showPledge(_ screen: ScreenContext, _ key: String) async throws -> Reply {
    if screen.query(Self.cameBackField) != nil { try await waitForNews(key) }
    guard let found = try await read.pledge(key) else { return .notFound }
    return .page(PledgePages(screen, found, self).page)
  }

  /// Coming back from a provider proves nothing: the payment is looked up, and usually it is known
  /// within a moment how it went. Nobody waits longer than that.
  private func waitForNews(_ key: String) async throws {
    let cameBack = try await pay.cameBack(key)
    for _ in 0..<Self.looksMax {
      switch cameBack {
      case .waiting(let payment):
        try await Task.sleep(for: .milliseconds(250))
        guard try await pay.cameBack.status(of: payment)?.isOpen == true else { return }
      case .saving(let card):
        try await Task.sleep(for: .milliseconds(250))
        guard try await pay.cameBack.status(of: card) == .asked else { return }
      case .settled, .noSuchPayment: return
      }
    }
  }
  private static let looksMax = 10

  func payPledge(_ screen: ScreenContext, _ body: FormBody, _ key: String) async throws -> Reply {
    let say = PledgePhrases[screen.language]
    guard let method = PaymentMethod(rawValue: body.text(PledgeForm.method)) else {
      return .problem(.malformed)
    }
    guard pay.methods.contains(method) else {
      return .seeOther(FundingRoutes.pledge(key), flash: .problem(say.transferOnly))
    }
    switch try await retryPledge(key, by: method, as: screen.actor) {
    case .ready(let pledge):
      let title = try await read.pledge(key)?.title ?? .none
      return try await goAndPay(pledge, title, screen)
    case .settled: return .seeOther(FundingRoutes.pledge(key))
    case .refused(let refusal):
      let words = say.refusal(refusal) { $0.formatted(screen.language) }
      return .seeOther(FundingRoutes.pledge(key), flash: .problem("\(words) \(say.nothingPaid)"))
    case .notInPlace: return .problem(.notInPlace)
    case .noSuchPledge: return .notFound
    }
  }

  func cancel(_ screen: ScreenContext, _ body: FormBody, _ key: String) async throws -> Reply {
    let say = PledgePhrases[screen.language]
    let route = FundingRoutes.pledge(key)
    switch try await cancelPledge(key, by: screen.actor) {
    case .cancelled: return .seeOther(route, flash: .done(say.cancelled))
    case .alreadyCancelled: return .seeOther(route)
    case .paid: return .seeOther(route, flash: .problem(say.alreadyPaid))
    case .notInPlace: return .problem(.notInPlace)
    case .noSuchPledge: return .notFound
    }
  }
}

extension FundingScreens {
  func withdraw(_ screen: ScreenContext, _ body: FormBody, _ key: String) async throws -> Reply {
    let say = WithdrawalPhrases[screen.language]
    let route = FundingRoutes.pledge(key)
    switch try await withdrawPledge(key, by: screen.actor) {
    case .withdrawn: return .seeOther(route, flash: .done(say.done))
    case .noRight: return .seeOther(route, flash: .problem(say.noRight))
    case .writeToUs: return .seeOther(route, flash: .problem(say.writeToUs))
    case .notInPlace: return .problem(.notInPlace)
    case .noSuchPledge: return .notFound
    }
  }
}

/// Draws the page of one pledge.
private struct PledgePages {
  let screen: ScreenContext
  let found: PledgePage
  let doors: FundingScreens
  private var language: Language { screen.language }
  private var say: PledgePhrases { PledgePhrases[language] }
  private var pledge: Pledge { found.pledge }
  private var key: String { pledge.keys.accessKey }
  /// Whether it still waits for its money.
  private var isOpen: Bool { pledge.state == .awaitingPayment || pledge.state == .paymentFailed }
  private var total: String { pledge.total.formatted(language) }

  init(_ screen: ScreenContext, _ found: PledgePage, _ doors: FundingScreens) {
    self.screen = screen
    self.found = found
    self.doors = doors
  }

  var page: Page {
    let title = found.title.shown(in: language)
    return Page(
      say.pledgeTitle(pledge.state), at: FundingRoutes.pledge(key),
      body: """
        \(now)
        <dl class="answers"><div><dt>\(say.campaign)</dt><dd>\
        <a href="\(FundingRoutes.campaign(found.campaign.slug)[language])">\(title.text)</a></dd>\
        </div>\
        \(rewardAnswer)<div><dt>\(isOpen ? say.total : say.totalSoFar)</dt>\
        <dd class="money">\(total)</dd></div>\
        <div><dt>\(say.reference)</dt><dd class="code">\(pledge.keys.reference.grouped)</dd></div>\
        </dl>
        <p class="callout info">\(say.keepThisPage)</p>
        <h2>\(say.timeline)</h2>\(timeline)
        \(change)\(withdrawal)
        """
    ).with { $0.crumbs = [Crumb(title.text, FundingRoutes.campaign(found.campaign.slug))] }
  }

  private var rewardAnswer: HTML? {
    found.reward.map { offer in
      let title = offer.reward.title.shown(in: language)
      return """
        <div><dt>\(say.rewardName)</dt><dd><span\(lang(title, language))>\(title.text)</span>\
        <ul class="facts">\(handOver(offer).map { "<li>\($0)</li>" as HTML })</ul></dd></div>
        """
    }
  }
  /// Where and when it is handed over.
  private func handOver(_ offer: RewardOffer) -> [HTML] {
    let words = CampaignPhrases[language]
    var facts: [HTML] = []
    if let point = offer.point {
      facts.append("\(words.collectedAt(point.name, point.address))")
      facts.append("\(point.hours.shown(in: language).text)")
    }
    if let address = pledge.donor.address {
      facts.append("\(address.street), \(address.postcode) \(address.city) (\(address.province))")
    }
    if let season = offer.reward.season {
      facts.append(
        "\(words.between(season.from.formatted(language), season.to.formatted(language)))")
    }
    return facts
  }

  /// What matters now, in the order in which it is done.
  private var now: HTML {
    switch pledge.state {
    case .authorised: saved
    case .reserved, .awaitingPayment:
      switch pledge.method {
      case .bankTransfer: "\(slip)\(deadline)"
      case .card: "\(takesCards ? payByCard : payButton(.bankTransfer))\(deadline)"
      }
    case .confirmed, .closed: thanks
    case .paymentFailed: "<p class=\"lead\">\(say.failedLead)</p>\(retry)"
    case .lapsed: "<p class=\"lead\">\(say.lapsedLead)</p>\(retry)"
    case .cancelledByDonor, .cancelledByAdmin:
      """
      <p class="lead">\(say.cancelledLead)</p>\
      <p><a href="\(FundingRoutes.campaign(found.campaign.slug)[language])">\
      \(say.backToCampaign)</a></p>
      """
    }
  }
  private var thanks: HTML {
    let back = found.campaign.state.returnsMoney
    return """
      <p class="lead">\(say.thanks(pledge.donor.name))</p>\
      \(if: pledge.rewardLost, "<div class=\"callout danger\"><p>\(say.rewardLost)</p></div>")\
      \(if: back, "<div class=\"callout\"><p>\(say.moneyBack)</p></div>")
      <p><a href="\(ProofRoutes.pledge(key)[language])">\
      \(ProofPhrases[language].linkFromPledge)</a></p>
      """
  }
  private var payByCard: HTML {
    """
    \(mandateWords.map { mandateCallout($0, cards) })\
    \(payButton(.card))<p class="hint">\(say.cardLater)</p>
    """
  }
  private var cards: MandatePhrases { MandatePhrases[language] }
  /// What is agreed to by saving a card now; nil where the card is charged at once.
  private var mandateWords: String? {
    guard found.campaign.isOpen(at: screen.now) else { return nil }
    return screen.mandate(
      for: pledge.total, to: found.campaign, found.title, payee: doors.pay.account.holder)
  }
  /// The card is saved: what happens with it, and how to change one's mind.
  private var saved: HTML {
    let day = found.campaign.lastDay(language)
    let form = screen.form()
    let revoke: HTML = """
      <p class="hint">\(cards.revokeNote(day))</p>\
      \(form.post(to: FundingRoutes.cancelPledge(key), form.submit(cards.revoke, .danger)))
      """
    return """
      <p class="lead">\(cards.savedLead(total, day))</p>\
      \(found.agreed.map { mandateCallout($0, cards) })\
      \(if: found.campaign.isOpen(at: screen.now), revoke)
      """
  }
  private var retry: HTML {
    """
    \(deadline)\(mandateWords.map { mandateCallout($0, cards) })\
    \(if: takesCards, payButton(.card))\
    \(payButton(.bankTransfer, takesCards ? .quiet : .primary))
    """
  }
  private var takesCards: Bool { doors.pay.methods.contains(.card) }
  private func payButton(_ method: PaymentMethod, _ style: ButtonStyle = .primary) -> HTML {
    let form = screen.form()
    let label =
      switch method {
      case .card: mandateWords == nil ? say.payByCard(total) : cards.save(total)
      case .bankTransfer: say.payByTransfer
      }
    return form.post(
      to: FundingRoutes.pay(key),
      "\(form.hidden(PledgeForm.method, method.rawValue))\(form.submit(label, style))")
  }
  private var deadline: HTML? {
    pledge.expiresAt.map { "<p><strong>\(say.payBy($0.formatted(language)))</strong></p>" }
  }

  /// The transfer's details to copy, and the same as a code to scan.
  private var slip: HTML {
    let account = doors.pay.account
    let reference = pledge.keys.transferReference
    func copied(_ shown: String) -> HTML {
      """
      <dd class="code"><span data-copy="\(say.copy)" data-copied="\(say.copied)">\(shown)</span>\
      </dd>
      """
    }
    return """
      <p class="lead">\(say.transferLead)</p><div class="slip"><dl>\
      <dt>\(say.holder)</dt><dd>\(account.holder)</dd>\
      <dt>\(say.iban)</dt>\(copied(account.iban.grouped))\
      <dt>\(say.amountToPay)</dt><dd class="money">\(total)</dd>\
      <dt>\(say.transferReference)</dt>\(copied(reference.grouped))</dl>\(code)</div>\
      <p class="hint">\(say.transferReferenceNote)</p>
      """
  }
  private var code: HTML? {
    let account = doors.pay.account
    guard
      let transfer = try? TransferCode(
        to: account.holder, account: account.iban, bic: account.bic, amount: pledge.total,
        reference: pledge.keys.transferReference),
      let svg = doors.draw.codes.svg(of: transfer.text, title: say.qrTitle)
    else { return nil }
    // Drawn by us from our own account and reference.
    return """
      <figure class="qr">\(HTML(trusted: svg))<figcaption>\(say.qrNote)</figcaption></figure>
      """
  }

  private var timeline: HTML {
    // "Reserved" and "waiting for the payment" are written in the same instant: one line.
    let changes = found.changes.filter { $0.state != .reserved }
    let past = changes.map { change -> HTML in
      """
      <li class="done">\(say.changed(change.state))\
      <time datetime="\(change.at.rfc3339)">\(change.at.formatted(language))</time></li>
      """
    }
    var ahead: [HTML] = []
    if let closesAt = found.campaign.closesAt, closesAt > screen.now {
      let day = CivilDate(of: closesAt - .milliseconds(1)).formatted(language)
      ahead.append("<li>\(say.closesOn(day))</li>")
    }
    if let season = found.reward?.reward.season, !pledge.rewardLost {
      ahead.append(
        """
        <li>\(say.deliveredBetween(
          season.from.formatted(language), season.to.formatted(language)))</li>
        """)
    }
    let shown = pledge.state.holdsStock ? ahead : []
    return "<ol class=\"timeline\">\(past)\(shown)</ol>"
  }

  /// The right to leave the contract, where there is one.
  private var withdrawal: HTML? {
    let right = pledge.withdrawal(of: found.reward?.reward, at: screen.now)
    guard case .open(let until) = right, !found.campaign.state.returnsMoney else { return nil }
    let say = WithdrawalPhrases[language]
    let form = screen.form()
    return """
      <h2>\(say.heading)</h2>\
      <p class="hint">\(until.map { say.until($0.formatted(language)) } ?? say.noDay)</p>\
      \(form.post(to: FundingRoutes.withdrawPledge(key), form.submit(say.withdraw, .danger)))
      """
  }

  /// While it is not paid: another way of paying, or calling it off.
  private var change: HTML? {
    guard isOpen else { return nil }
    let form = screen.form()
    let others = doors.pay.methods.filter { $0 != pledge.method }
    let other: HTML? =
      pledge.state == .paymentFailed || !doors.pay.methods.contains(pledge.method)
      ? nil : others.first.map { payButton($0, .quiet) }
    return """
      \(other.map { "<h2>\(say.otherWay)</h2>\($0)" as HTML })\
      <p class="hint">\(say.cancelNote)\(if: found.reward != nil, " \(say.cancelFreesReward)")</p>\
      \(form.post(to: FundingRoutes.cancelPledge(key), form.submit(say.cancelPledge, .danger)))
      """
  }
}
