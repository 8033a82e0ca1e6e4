// The rewards of a draft: the list, and the form of one.
import Domain
import Literals
import Phrases
import Services

extension CampaignDeskScreens {
  func listRewards(_ screen: ScreenContext, _ slug: Slug) async throws -> Reply {
    guard let found = try await read.draft(slug, for: screen.actor) else { return .notFound }
    let values = FormBody(["consegna": RewardDeliveryKind.none.rawValue])
    return .page(rewardsPage(screen, found, screen.form(values)))
  }
  func addReward(_ screen: ScreenContext, _ body: FormBody, _ slug: Slug) async throws -> Reply {
    var reading = RewardFormReading(body, screen.language)
    guard let form = reading.read(nil) else {
      guard let found = try await read.draft(slug, for: screen.actor) else { return .notFound }
      let again = screen.form(again: body, reading.reader.problems)
      return .unprocessable(rewardsPage(screen, found, again))
    }
    return try await saved(.saveReward(form), slug, screen, then: FundingRoutes.rewards(slug))
  }
  func askReward(_ screen: ScreenContext, _ slug: Slug, _ id: Reward.ID) async throws -> Reply {
    guard let found = try await read.draft(slug, for: screen.actor),
      let reward = found.rewards.first(where: { $0.reward.id == id })?.reward
    else { return .notFound }
    return .page(rewardPage(screen, found, id, screen.form(reward.values(screen.language))))
  }
  func saveReward(_ screen: ScreenContext, _ body: FormBody, _ slug: Slug, _ id: Reward.ID)
    async throws -> Reply
  {
    var reading = RewardFormReading(body, screen.language)
    guard let form = reading.read(id) else {
      guard let found = try await read.draft(slug, for: screen.actor) else { return .notFound }
      let again = screen.form(again: body, reading.reader.problems)
      return .unprocessable(rewardPage(screen, found, id, again))
    }
    return try await saved(.saveReward(form), slug, screen, then: FundingRoutes.rewards(slug))
  }
  func removeReward(_ screen: ScreenContext, _ body: FormBody, _ slug: Slug, _ id: Reward.ID)
    async throws -> Reply
  {
    let say = CampaignDeskPhrases[screen.language]
    return try await saved(
      .removeReward(id), slug, screen, then: FundingRoutes.rewards(slug), say.removed)
  }

  private func rewardsPage(
    _ screen: ScreenContext, _ found: CampaignDraft, _ form: FormView
  ) -> Page {
    let say = CampaignDeskPhrases[screen.language]
    let slug = found.campaign.slug
    let rows = found.rewards.map { offer -> HTML in
      let remove = screen.form()
      let link = FundingRoutes.reward(slug, offer.reward.id)[screen.language]
      return """
        <tr><th scope="row"><a href="\(link)">\(offer.reward.title.shown(in: screen.language).text)\
        </a></th><td class="right">\(offer.reward.minimum.rounded(screen.language))</td>\
        <td>\(offer.reward.stock.map(String.init) ?? "∞")</td>\
        <td>\(CampaignPhrases[screen.language].delivery(offer.reward.delivery.kind))</td>\
        <td>\(remove.post(
          to: FundingRoutes.removeReward(slug, offer.reward.id),
          remove.submit(say.removeReward, .danger)))</td></tr>
        """
    }
    let table: HTML =
      rows.isEmpty
      ? "<p class=\"empty\">\(say.noRewards)</p>"
      : """
      <div class="scroll"><table><thead><tr><th scope="col">\(say.reward)</th>\
      <th scope="col" class="right">\(say.rewardMinimum)</th><th scope="col">\(say.stock)</th>\
      <th scope="col">\(say.delivery)</th><th scope="col"><span class="unseen">\
      \(say.removeReward)</span></th></tr></thead><tbody>\(rows)</tbody></table></div>
      """
    return Page(
      say.step(.rewards), at: FundingRoutes.rewards(slug),
      body: """
        \(table)<h2>\(say.newReward)</h2>\
        \(form.post(to: FundingRoutes.rewards(slug), rewardFields(form, found, say)))
        """
    ).setUpStep(slug, form, say)
  }

  private func rewardPage(
    _ screen: ScreenContext, _ found: CampaignDraft, _ id: Reward.ID, _ form: FormView
  ) -> Page {
    let say = CampaignDeskPhrases[screen.language]
    let slug = found.campaign.slug
    return Page(
      say.editReward, at: FundingRoutes.reward(slug, id),
      body: form.post(to: FundingRoutes.reward(slug, id), rewardFields(form, found, say))
    ).setUpStep(slug, form, say)
  }

  private func rewardFields(
    _ form: FormView, _ found: CampaignDraft, _ say: CampaignDeskPhrases
  ) -> HTML {
    let words = CampaignPhrases[say.language]
    let kinds = RewardDeliveryKind.allCases.map { Choice($0.rawValue, "\(words.delivery($0))") }
    let points =
      [Choice("", "–")]
      + found.points.map { Choice($0.id.description, "\($0.name), \($0.address)") }
    let description = say.description
    return """
      \(pair(
        form.text("nome-it", say.italian(say.titleField)),
        form.text("nome-en", say.english(say.titleField))))\
      \(pair(
        form.area("descrizione-it", say.italian(description), rows: 3),
        form.area("descrizione-en", say.english(description), rows: 3)))\
      \(pair(
        form.amount("minimo", say.rewardMinimum),
        form.amount("valore", say.rewardWorth, hint: say.rewardWorthHint)))\
      \(pair(
        form.text("quante", say.stock, hint: say.stockHint, .number),
        form.text("limite", say.limit, hint: say.limitHint, .number)))\
      \(form.radios("consegna", say.delivery, kinds))\
      \(pair(
        form.select("punto", say.point, points), form.amount("spedizione", say.shippingCost)))\
      \(pair(
        form.text("dal", say.from, hint: say.closesHint, .day), form.text("al", say.to, .day)))\
      \(form.box("deperibile", "\(say.perishable)"))\
      \(pair(
        form.area("avviso-it", say.italian(say.notice), hint: say.noticeHint, rows: 2),
        form.area("avviso-en", say.english(say.notice), rows: 2)))\
      \(form.submit(say.save))
      """
  }
}
