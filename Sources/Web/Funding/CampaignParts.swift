// The parts that pages about campaigns are made of: meter, cards, rewards, budget bars.
import Domain
import Literals
import Phrases
import Services

/// How far a campaign has come: a bar with the mark of its minimum, and the same in words.
func campaignMeter(_ meter: Meter, _ say: CampaignPhrases, _ language: Language) -> HTML {
  let raised = meter.raised.rounded(language)
  let minimum = meter.target.minimum.rounded(language)
  let optimum = meter.target.optimum.rounded(language)
  let alt = say.meterAlt(raised, minimum, optimum)
  let tick = meter.minimumThousandths
  let words = MatchPhrases[language].ofSponsors(meter.matched.rounded(language))
  let sponsors: HTML? = meter.matched.isPositive ? "<span class=\"of\">\(words)</span>" : nil
  return """
    <div class="meter"><span class="raised">\(raised)</span>\
    <span class="of">\(say.ofMinimum(meter.percentOfMinimum, minimum))</span>\
    <svg class="track" viewBox="0 0 1000 10" preserveAspectRatio="none" role="img"\
     aria-label="\(alt)"><rect class="fill" width="\(meter.filledThousandths)" height="10"/>\
    <rect class="match" x="\(meter.filledThousandths)" width="\(meter.matchedThousandths)" \
    height="10"/>\
    \(if: tick < 1000, "<rect class=\"tick\" x=\"\(tick)\" width=\"4\" height=\"10\"/>")</svg>\
    \(sponsors)</div>
    """
}

/// The days that are left, counted as evenings in Rome.
func daysLeft(until closesAt: Instant?, at now: Instant) -> Int? {
  guard let closesAt, closesAt > now else { return nil }
  return Int((closesAt - now).milliseconds / Instant.Span.days(1).milliseconds)
}

/// A campaign in a list: who, what, how far, how long.
func campaignCard(_ card: CampaignCard, _ language: Language, at now: Instant) -> HTML {
  let say = CampaignPhrases[language]
  let title = card.texts.title.shown(in: language)
  let summary = card.texts.summary.shown(in: language)
  let link = FundingRoutes.campaign(card.slug)[language]
  return """
    <li class="card campaign-card">\(picture(card.texts.picture))\
    <h2\(lang(title, language))><a href="\(link)">\(title.text)</a></h2>\
    <p class="muted small">\(card.organisation)\
    \(if: !card.texts.place.isEmpty, " · \(card.texts.place)")</p>\
    <p\(lang(summary, language))>\(summary.text)</p>\
    <div class="push">\(campaignMeter(card.meter, say, language))\
    <p class="small">\(cardEnding(card, say, now))</p></div></li>
    """
}

private func cardEnding(_ card: CampaignCard, _ say: CampaignPhrases, _ now: Instant) -> HTML {
  let people = say.backers(card.backers)
  if card.state == .live, let days = daysLeft(until: card.closesAt, at: now) {
    return "<strong>\(days == 0 ? say.lastDay : say.daysLeft(days))</strong> · \(people)"
  }
  return "\(stateTag(card.state, say)) · \(people)"
}

/// A campaign's state as a small tag.
func stateTag(_ state: CampaignState, _ say: CampaignPhrases) -> HTML {
  let tone: String =
    switch state {
    case .live, .succeeded, .approved: "good"
    case .onHold, .changesRequested, .submitted, .settling: "warn"
    case .failed, .cancelled, .rejected: "bad"
    case .draft: "info"
    }
  return "<span class=\"tag \(tone)\">\(say.state(state))</span>"
}

/// Marks words that are not in the page's language.
func lang(_ shown: LocalText.Shown, _ language: Language) -> HTML {
  shown.language == language || shown.text.isEmpty ? "" : " lang=\"\(shown.language.rawValue)\""
}

/// Marks words from the files of a vote, which are in Italian, on pages that are not.
func langOfFiles(_ language: Language) -> HTML {
  language == .italian ? "" : " lang=\"it\""
}

/// The picture that a campaign names, if Raccolto has it; it decorates, the title says it.
func picture(_ name: String) -> HTML? {
  Picture(rawValue: name).map {
    "<div class=\"picture\" aria-hidden=\"true\">\(HTML(trusted: $0.svg))</div>"
  }
}

/// A reward: what it is, from how much, what is left, when and where.
func rewardCard(
  _ offer: RewardOffer, of campaign: Slug, isOpen: Bool, _ language: Language
) -> HTML {
  let say = CampaignPhrases[language]
  let reward = offer.reward
  let title = reward.title.shown(in: language)
  let description = reward.description.shown(in: language)
  let link = FundingRoutes.support(campaign).with("ricompensa", reward.id.description)
  let isGone = offer.left == 0
  return """
    <li class="card reward\(if: isGone, " gone")" id="\(reward.id.description)">\
    <p class="price">\(say.from(reward.minimum.rounded(language)))</p>\
    <h3\(lang(title, language))>\(title.text)</h3>\
    <p\(lang(description, language))>\(description.text)</p>\
    <ul class="facts">\(rewardFacts(offer, language))</ul>\
    \(if: isOpen && !isGone, """
      <p class="actions push"><a class="button quiet" href="\(link[language])">\
      \(say.chooseReward(title.text))</a></p>
      """)</li>
    """
}

/// What has to be known about a reward, one line each.
func rewardFacts(_ offer: RewardOffer, _ language: Language) -> [HTML] {
  let say = CampaignPhrases[language]
  let reward = offer.reward
  var facts: [HTML] = []
  if let left = offer.left, let stock = reward.stock {
    facts.append("<strong>\(left == 0 ? say.gone : say.left(left, stock))</strong>")
  }
  if let limit = reward.limitPerDonor { facts.append("\(say.atMost(limit))") }
  return facts.map { "<li>\($0)</li>" } + deliveryFacts(offer, language)
}

/// Where, when and how it arrives, and what the law wants said before paying.
func deliveryFacts(_ offer: RewardOffer, _ language: Language) -> [HTML] {
  let say = CampaignPhrases[language]
  let reward = offer.reward
  var facts: [HTML] = []
  if let point = offer.point {
    facts.append("\(say.collectedAt(point.name, point.address))")
    let hours = point.hours.shown(in: language)
    if !hours.text.isEmpty { facts.append("<span\(lang(hours, language))>\(hours.text)</span>") }
  }
  if case .shipping(let cost) = reward.delivery {
    facts.append("\(cost.isZero ? say.shippedFree : say.shipped(cost.rounded(language)))")
  }
  if let season = reward.season {
    facts.append(
      "\(say.between(season.from.formatted(language), season.to.formatted(language)))")
  }
  if reward.isPerishable {
    facts.append("\(say.perishable)")
  } else if reward.fairValue.isPositive {
    facts.append("\(WithdrawalPhrases[language].notice)")
  }
  let notice = reward.notice.shown(in: language)
  if !notice.text.isEmpty { facts.append("<span\(lang(notice, language))>\(notice.text)</span>") }
  return facts.map { "<li>\($0)</li>" }
}

/// Where the money goes: a bar for each line, and the same figures as a table.
func budgetTable(_ lines: [BudgetLine], _ target: BudgetTarget, _ language: Language) -> HTML {
  let say = CampaignPhrases[language]
  let longest = lines.map(\.optimum).max() ?? .zero
  let rows = lines.map { line -> HTML in
    let title = line.title.shown(in: language)
    let needed = Meter(
      raised: line.minimum, target: BudgetTarget(minimum: longest, optimum: longest))
    let whole = Meter(
      raised: line.optimum, target: BudgetTarget(minimum: longest, optimum: longest))
    return """
      <tr><th scope="row"\(lang(title, language))>\(title.text)\
      <svg class="bar" viewBox="0 0 1000 8" preserveAspectRatio="none" aria-hidden="true">\
      <rect class="whole" width="\(whole.filledThousandths)" height="8"/>\
      <rect class="fill" width="\(needed.filledThousandths)" height="8"/></svg></th>\
      <td class="right">\(line.minimum.rounded(language))</td>\
      <td class="right">\(line.optimum.rounded(language))</td></tr>
      """
  }
  return """
    <div class="scroll"><table class="budget"><thead><tr><th scope="col">\(say.budgetLine)</th>\
    <th scope="col" class="right">\(say.required)</th>\
    <th scope="col" class="right">\(say.optional)</th></tr></thead><tbody>\(rows)</tbody>\
    <tfoot><tr><th scope="row">\(say.budgetTotal)</th>\
    <td class="right">\(target.minimum.rounded(language))</td>\
    <td class="right">\(target.optimum.rounded(language))</td></tr></tfoot></table></div>
    """
}
