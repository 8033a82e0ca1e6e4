// A campaign's page, from the vote it comes from down to its public ledger.
import Domain
import Literals
import Phrases
import Services

extension FundingScreens {
  func show(_ screen: ScreenContext, _ slug: Slug) async throws -> Reply {
    guard let found = try await read.page(slug) else { return .notFound }
    return .page(CampaignBody(screen, found, draw).page)
  }
}

/// The page of one campaign; also its preview.
struct CampaignBody {
  let screen: ScreenContext
  let found: CampaignPage
  let draw: FundingScreens.Drawing
  private var language: Language { screen.language }
  private var say: CampaignPhrases { CampaignPhrases[language] }
  private var card: CampaignCard { found.card }
  private var slug: Slug { found.campaign.slug }
  private var isOpen: Bool { found.campaign.isOpen(at: screen.now) }
  private var title: LocalText.Shown { card.texts.title.shown(in: language) }

  init(_ screen: ScreenContext, _ found: CampaignPage, _ draw: FundingScreens.Drawing) {
    self.screen = screen
    self.found = found
    self.draw = draw
  }

  var page: Page {
    let summary = card.texts.summary.shown(in: language)
    return Page(
      title.text, at: FundingRoutes.campaign(slug),
      body: """
        <div class="campaign-top"><div>\(picture(card.texts.picture))\
        <p class="lead"\(lang(summary, language))>\(summary.text)</p>\(vote)</div>\(side)</div>
        <div class="campaign-columns"><div>\(story)\(budget)\(rewards)</div>\
        <div>\(people)\(matchList(found.matches, language))\(rule)</div></div>
        \(bottom)
        \(paper)
        """
    ).with {
      $0.layout = .wide
      $0.titleLanguage = title.language
      $0.crumbs = [Crumb(say.campaigns, FundingRoutes.campaigns())]
      $0.lead = "\(card.organisation)\(if: !card.texts.place.isEmpty, " · \(card.texts.place)")"
      $0.summary = summary.text
    }
  }

  /// The places that its projects won, each leading to the public ranking.
  private var vote: HTML? {
    guard !found.sources.isEmpty else { return nil }
    let lines = found.sources.map { source -> HTML in
      let place = ParticipationRoutes.certificate(source.process, source.ranking)[language]
      let name: HTML = "<span\(langOfFiles(language))>\(source.title)</span>"
      return """
        <a class="vote" href="\(place)">\(say.rank(source.place, source.ranked, source.votes))</a>\
        \(if: found.sources.count > 1, " – \(name)")
        """
    }
    if lines.count == 1 { return "<p>\(say.fromTheVote): \(lines)</p>" }
    return """
      <p class="muted">\(say.fromTheVote)</p>\
      <ul class="facts">\(lines.map { "<li>\($0)</li>" as HTML })</ul>
      """
  }

  /// The figures, the state in words, and the one button.
  private var side: HTML {
    let days = isOpen ? daysLeft(until: card.closesAt, at: screen.now) : nil
    let time = days.map { days -> HTML in
      days == 0
        ? "<div><dt>\(say.daysTitle)</dt><dd>\(say.lastDay)</dd></div>"
        : "<div><dt>\(say.daysTitle)</dt><dd>\(say.daysLeft(days))</dd></div>"
    }
    return """
      <section class="campaign-side" aria-label="\(say.raised)">\
      \(campaignMeter(card.meter, say, language))\
      <dl class="figures"><div><dt>\(say.backersTitle)</dt><dd>\(say.backers(card.backers))</dd>\
      </div>\
      \(time)<div><dt>\(say.minimum)</dt><dd>\(card.meter.target.minimum.rounded(language))</dd>\
      </div>\
      <div><dt>\(say.optimum)</dt><dd>\(card.meter.target.optimum.rounded(language))</dd></div>\
      </dl>\
      \(button)<p class="small">\(standing)\(promised)</p></section>
      """
  }
  private var button: HTML {
    guard isOpen else { return "" }
    return """
      <p class="actions"><a class="button primary" href="\(FundingRoutes.support(slug)[language])">\
      \(say.support)</a></p>
      """
  }
  /// What is promised and not raised.
  private var promised: HTML? {
    guard found.promised.isPositive, found.outcome == nil else { return nil }
    return " \(MandatePhrases[language].promised(found.promised.rounded(language)))"
  }
  /// Where it stands, in one sentence.
  private var standing: HTML {
    if let outcome = found.outcome {
      return """
        \(stateTag(card.state, say)) \(say.ended(
          outcome.verdict, outcome.confirmed.rounded(language), outcome.minimum.rounded(language)))
        """
    }
    switch card.state {
    case .onHold: return "\(stateTag(card.state, say)) \(say.onHold)"
    case .settling: return "\(stateTag(card.state, say)) \(say.settling)"
    case .cancelled: return "\(stateTag(card.state, say)) \(say.cancelled)"
    case .draft, .submitted, .changesRequested, .rejected, .approved:
      return stateTag(card.state, say)
    case .live, .succeeded, .failed:
      let progress =
        card.meter.isReached ? say.reached : say.missing(card.meter.missing.rounded(language))
      let until = card.closesAt.map {
        say.until(CivilDate(of: $0 - .milliseconds(1)).formatted(language))
      }
      return "\(progress) \(until ?? "")"
    }
  }

  private var story: HTML {
    let shown = card.texts.story.shown(in: language)
    let note: HTML =
      shown.language == language
      ? "" : "<p class=\"hint\">\(say.inOtherLanguage(shown.language))</p>"
    // The renderer drops raw HTML and unsafe links.
    let text = HTML(trusted: draw.markdown.html(of: shown.text))
    return "<h2>\(say.story)</h2>\(note)<div class=\"story\"\(lang(shown, language))>\(text)</div>"
  }
  private var budget: HTML {
    """
    <h2 id="preventivo">\(say.budget)</h2><p class="hint">\(say.budgetLead)</p>\
    \(budgetTable(found.lines, card.meter.target, language))
    """
  }
  private var rewards: HTML {
    guard !found.rewards.isEmpty else { return "" }
    let cards = found.rewards.map { rewardCard($0, of: slug, isOpen: isOpen, language) }
    return """
      <h2 id="ricompense">\(say.rewards)</h2><p class="hint">\(say.rewardsLead)</p>\
      <ul class="cards">\(cards)</ul>
      """
  }
  private var people: HTML {
    guard !found.recent.isEmpty else {
      return "<h2>\(say.lastBackers)</h2><p class=\"muted\">\(say.noBackersYet)</p>"
    }
    let rows = found.recent.map { backer -> HTML in
      let day = backer.on.map { day -> HTML in
        "<br><time datetime=\"\(day.description)\">\(day.formatted(language))</time>"
      }
      return """
        <li><span>\(backer.name ?? say.someone)\(day)</span>\
        \(backer.amount.map { "<b>\($0.rounded(language))</b>" as HTML })</li>
        """
    }
    return "<h2>\(say.lastBackers)</h2><ul class=\"people\">\(rows)</ul>"
  }
  private var rule: HTML {
    let fees = found.campaign.fees
    return """
      <div class="callout"><h2>\(say.ruleTitle)</h2><p>\(say.rule(found.campaign.rule))</p>\
      \(if: found.campaign.savesCards, "<p>\(MandatePhrases[language].campaignNote)</p>")\
      <p class="small">\(say.rulePending)</p>\
      <p class="small">\(say.fees(fees.platformShare(language), fees.providerFees))</p></div>\
      <p><a href="\(FundingRoutes.ledger(slug)[language])">\(say.ledgerLink)</a></p>
      """
  }
  /// On a phone the button stays at the bottom edge.
  private var bottom: HTML {
    guard isOpen else { return "" }
    return """
      <div class="bottom">\
      <a class="button primary" href="\(FundingRoutes.support(slug)[language])">\
      \(say.support)</a></div>
      """
  }
  /// On paper: the address, and the same as a code.
  private var paper: HTML {
    let address = screen.absolute(FundingRoutes.campaign(slug))
    // Drawn by us from our own address.
    let code = draw.codes.svg(of: address, title: address).map { HTML(trusted: $0) }
    return "<div class=\"print-only\"><p>\(say.printedFrom) \(address)</p>\(code)</div>"
  }
}
