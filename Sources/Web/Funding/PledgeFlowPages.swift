// The three pages of making a pledge.
import Domain
import Literals
import Phrases
import Services

/// Draws the pages of one campaign's pledge.
struct PledgeFlowPages {
  let language: Language
  let page: CampaignPage
  let methods: [PaymentMethod]
  let screen: ScreenContext
  let payee: String
  private var say: PledgePhrases { PledgePhrases[language] }
  private var campaignSay: CampaignPhrases { CampaignPhrases[language] }
  private var slug: Slug { page.campaign.slug }
  private var title: String { page.card.texts.title.shown(in: language).text }

  /// Amounts that are offered as links; none is chosen beforehand.
  private static let usualEuros: [Int64] = [10, 25, 50, 100]

  init(_ screen: ScreenContext, _ page: CampaignPage, _ doors: FundingScreens.PaymentDoors) {
    language = screen.language
    self.screen = screen
    self.page = page
    (methods, payee) = (doors.methods, doors.account.holder)
  }

  func amount(_ form: FormView) -> Page {
    let least = page.campaign.minimumPledge.rounded(language)
    return frame(
      say.amountTitle(title), 1, form,
      form.post(
        to: FundingRoutes.support(slug),
        """
        \(carried(PledgeForm.detailFields, form))\
        \(rewards(form))\
        \(form.amount(PledgeForm.amount, say.amount, hint: say.amountHint(least)))\
        \(usual(form))\
        \(form.submit(say.next))\
        <p class="hint">\(campaignSay.rule(page.campaign.rule))</p>
        """))
  }

  /// Rewards as cards to choose from; taking none comes first and is as good.
  private func rewards(_ form: FormView) -> HTML {
    guard !page.rewards.isEmpty else { return form.hidden(PledgeForm.reward, "") }
    let none = Choice("", "\(say.noReward)", note: "\(say.noRewardNote)")
    let choices = page.rewards.map { offer -> Choice in
      let title = offer.reward.title.shown(in: language)
      return Choice(
        offer.reward.id.description,
        """
        <strong>\(offer.reward.minimum.rounded(language))</strong> – \
        <span\(lang(title, language))>\(title.text)</span>
        """,
        note: "<ul class=\"facts\">\(rewardFacts(offer, language))</ul>",
        isDisabled: offer.left == 0)
    }
    return form.radios(PledgeForm.reward, say.reward, [none] + choices)
  }

  private func usual(_ form: FormView) -> HTML {
    let reward = form.values.text(PledgeForm.reward)
    let links = Self.usualEuros.map { euros -> HTML in
      let amount = Money.euro(euros)
      var route = FundingRoutes.support(slug).with(PledgeForm.amount, amount.typed(language))
      if !reward.isEmpty { route = route.with(PledgeForm.reward, reward) }
      return "<li><a href=\"\(route[language])\">\(amount.rounded(language))</a></li>"
    }
    return """
      <nav aria-label="\(say.often)"><ul class="pills">\(links)</ul></nav>
      """
  }

  func details(_ form: FormView, _ pledge: PledgeForm) -> Page {
    let sends = pledge.choice?.reward.delivery.kind == .shipping
    return frame(
      say.detailsTitle, 2, form,
      form.post(
        to: FundingRoutes.details(slug),
        """
        \(carried(PledgeForm.amountFields, form))\
        \(form.text(PledgeForm.name, say.name, hint: say.nameHint, .name))\
        \(form.text(PledgeForm.email, say.email, hint: say.emailHint, .email))\
        \(sends ? address(form) : .joined(carried(Self.addressFields, form)))\
        \(form.radios(PledgeForm.method, say.howToPay, methods.map(way)))\
        \(visibility(form))\
        \(form.text(PledgeForm.taxCode, say.taxCode, hint: say.taxCodeHint, .code))\
        \(form.submit(say.toCheck))
        """))
  }

  private func way(_ method: PaymentMethod) -> Choice {
    switch method {
    case .card: Choice(method.rawValue, "\(say.card)", note: "\(cardNote)")
    case .bankTransfer: Choice(method.rawValue, "\(say.transfer)", note: "\(say.transferNote)")
    }
  }

  private var cardNote: String {
    page.campaign.savesCards ? MandatePhrases[language].cardNote : say.cardNote
  }

  private static let addressFields = [
    PledgeForm.street, PledgeForm.postcode, PledgeForm.city, PledgeForm.province,
  ]
  private func address(_ form: FormView) -> HTML {
    """
    <fieldset class="field"><legend>\(say.address)</legend>\
    \(form.text(PledgeForm.street, say.street, .street))\
    \(form.text(PledgeForm.postcode, say.postcode, .postcode))\
    \(form.text(PledgeForm.city, say.city, .city))\
    \(form.text(PledgeForm.province, say.province, .short))</fieldset>
    """
  }
  private func visibility(_ form: FormView) -> HTML {
    """
    <fieldset class="field"><legend>\(say.visibility)</legend>\
    <p class="hint">\(say.visibilityHint)</p>\
    \(form.box(PledgeForm.showName, "\(say.showName)"))\
    \(form.box(PledgeForm.showAmount, "\(say.showAmount)"))\
    \(form.box(PledgeForm.tellName, "\(say.tellName)", hint: say.tellNameHint))</fieldset>
    """
  }

  /// Everything once more, each with a button that leads back to it, and the one that obliges.
  func check(
    _ form: FormView, _ pledge: PledgeForm, _ request: PlacePledge.Request
  ) -> Page {
    let split = PriceSplit(amount: request.amount, reward: pledge.choice?.reward)
    let total = split.total.formatted(language)
    let mandate =
      request.method == .card
      ? screen.mandate(
        for: split.total, to: page.campaign, page.card.texts.title, payee: payee) : nil
    let cards = MandatePhrases[language]
    return frame(
      say.checkTitle, 3, form,
      form.post(
        to: FundingRoutes.confirm(slug),
        """
        \(carried(PledgeForm.amountFields + PledgeForm.detailFields, form))\
        <dl class="answers aligned">\(moneyAnswers(split, pledge))\(personAnswers(request))</dl>\
        \(pledge.choice.flatMap(callout))\
        <p class="total">\(say.total): \(total)</p>\
        <p class="hint">\(say.noFee) \(campaignSay.rule(page.campaign.rule))</p>\
        \(mandate.map { mandateCallout($0, cards) })\
        \(form.submit(mandate == nil ? say.confirm(total) : cards.confirm(total)))
        """))
  }

  private func moneyAnswers(_ split: PriceSplit, _ pledge: PledgeForm) -> [HTML] {
    let reward = pledge.choice?.reward.title.shown(in: language).text ?? say.noReward
    var rows = [
      answer(say.campaign, "\(title)", nil),
      answer(say.rewardName, "\(reward)", PledgeForm.amount),
      answer(
        say.youGive, "\((split.consideration + split.gift).formatted(language))",
        PledgeForm.amount),
    ]
    if split.consideration.isPositive {
      rows.append(answer(say.rewardPart, "\(split.consideration.formatted(language))", nil))
      rows.append(answer(say.giftPart, "\(split.gift.formatted(language))", nil))
    }
    if split.shipping.isPositive {
      rows.append(answer(say.shippingPart, "\(split.shipping.formatted(language))", nil))
    }
    return rows
  }
  private func personAnswers(_ request: PlacePledge.Request) -> [HTML] {
    let shown = [
      request.visibility.namePublic ? say.showName : nil,
      request.visibility.amountPublic ? say.showAmount : nil,
      request.visibility.nameToOrganisation ? say.tellName : nil,
    ].compactMap(\.self)
    var rows = [
      answer(say.name, "\(request.name)", PledgeForm.name),
      answer(say.email, "\(request.email.text)", PledgeForm.name),
      answer(
        say.method, "\(request.method == .card ? say.card : say.transfer)", PledgeForm.name),
      answer(
        say.visibility,
        shown.isEmpty ? "\(say.visibilityNone)" : .joined(shown.map { "\($0)<br>" }),
        PledgeForm.name),
    ]
    if let address = request.address {
      rows.append(
        answer(
          say.address,
          "\(address.street)<br>\(address.postcode) \(address.city) (\(address.province))",
          PledgeForm.name))
    }
    if let code = request.taxCode {
      rows.append(answer(say.taxCode, "\(code.text)", PledgeForm.name))
    }
    return rows
  }
  /// One line of the summary; its button goes back to the page with that question.
  private func answer(_ label: String, _ value: HTML, _ page: String?) -> HTML {
    let change = page.map { page -> HTML in
      """
      <dd><button class="button link" name="\(PledgeForm.goTo)" value="\(page)">\(say.change)\
      <span class="unseen"> \(label)</span></button></dd>
      """
    }
    return "<div><dt>\(label)</dt><dd>\(value)</dd>\(change)</div>"
  }
  /// What has to be known before paying: when, where, and that it may not be given back.
  private func callout(_ offer: RewardOffer) -> HTML? {
    let facts = deliveryFacts(offer, language)
    return facts.isEmpty
      ? nil : "<div class=\"callout\"><ul class=\"facts\">\(facts)</ul></div>"
  }

  /// The form was confirmed before and said something else.
  var formReused: Page {
    Page(
      say.checkTitle, at: FundingRoutes.support(slug),
      body: """
        <div class="callout danger"><p>\(say.formReused)</p></div>\
        <p class="actions"><a class="button quiet" href="\(FundingRoutes.support(slug)[language])">\
        \(say.startAgain)</a></p>
        """
    ).with { $0.crumbs = crumbs }
  }

  private var crumbs: [Crumb] {
    [
      Crumb(campaignSay.campaigns, FundingRoutes.campaigns()),
      Crumb(title, FundingRoutes.campaign(slug)),
    ]
  }
  private func frame(_ title: String, _ step: Int, _ form: FormView, _ body: HTML) -> Page {
    let marks = (1...3).map { mark -> HTML in "<i\(if: mark <= step, " class=\"done\"")></i>" }
    return Page(
      title, at: FundingRoutes.support(slug),
      body: "<p class=\"steps\">\(marks)<span>\(say.step(step))</span></p>\(body)"
    ).with {
      $0.crumbs = crumbs
      $0.problems = form.problems
    }
  }
  /// Fields that other pages asked, hidden here; boxes only where they were ticked.
  private func carried(_ fields: [String], _ form: FormView) -> [HTML] {
    fields.compactMap { name in form.values[name].map { form.hidden(name, $0) } }
  }
}
