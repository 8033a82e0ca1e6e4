// Setting a campaign up as a list of tasks; once it is public, steering it. And its history.
import Domain
import Literals
import Phrases
import Services

extension CampaignDeskScreens {
  func setUp(_ screen: ScreenContext, _ slug: Slug) async throws -> Reply {
    guard let found = try await read.draft(slug, for: screen.actor) else { return .notFound }
    return .page(SetUpPage(screen, found).page)
  }

  func preview(_ screen: ScreenContext, _ slug: Slug) async throws -> Reply {
    guard let found = try await read.preview(slug, for: screen.actor) else { return .notFound }
    let say = CampaignDeskPhrases[screen.language]
    let page = CampaignBody(screen, found, draw).page
    return .page(
      page.with {
        $0.route = FundingRoutes.preview(slug)
        $0.crumbs = [
          Crumb(say.title, FundingRoutes.desk()), Crumb(page.title, FundingRoutes.setUp(slug)),
        ]
        $0.summary = nil
      })
  }

  func send(_ screen: ScreenContext, _ body: FormBody, _ slug: Slug) async throws -> Reply {
    let say = CampaignDeskPhrases[screen.language]
    switch try await submit(slug, by: screen.actor) {
    case .submitted: return .seeOther(FundingRoutes.setUp(slug), flash: .done(say.submitted))
    case .refused(let refusal):
      return .seeOther(FundingRoutes.setUp(slug), flash: .problem(say.refusal(refusal)))
    case .notAllowed, .noSuchCampaign: return .notFound
    }
  }

  func steerIt(_ screen: ScreenContext, _ body: FormBody, _ slug: Slug) async throws -> Reply {
    let say = CampaignDeskPhrases[screen.language]
    let route = FundingRoutes.setUp(slug)
    var reader = FormReader(body, screen.language)
    let step: SteerCampaign.Step
    switch body.text("passo") {
    case "hold": step = .hold(reason: reader.optionalText("motivo", say.reason, max: 1_000))
    case "release": step = .release
    case "cancel": step = .cancel(reason: reader.optionalText("motivo", say.reason, max: 1_000))
    case "extend":
      guard let day = reader.day("fino", say.extendTo) else {
        return .seeOther(route, flash: .problem(reader.problems.first?.message ?? say.datesWrong))
      }
      step = .extend(to: day)
    case _: return .problem(.malformed)
    }
    switch try await steer(step, on: slug, by: screen.actor) {
    case .done: return .seeOther(route, flash: .done(say.saved))
    case .refused(let refusal): return .seeOther(route, flash: .problem(say.refusal(refusal)))
    case .notAllowed, .noSuchCampaign: return .notFound
    }
  }
}

/// The page of one campaign at the desk.
private struct SetUpPage {
  let screen: ScreenContext
  let found: CampaignDraft
  private var language: Language { screen.language }
  private var say: CampaignDeskPhrases { CampaignDeskPhrases[language] }
  private var campaign: Campaign { found.campaign }
  private var slug: Slug { campaign.slug }
  private var gaps: [CampaignGap] { found.gaps(at: screen.now) }

  init(_ screen: ScreenContext, _ found: CampaignDraft) {
    self.screen = screen
    self.found = found
  }

  var page: Page {
    let title = found.texts.title.shown(in: language).text
    return Page(
      title.isEmpty ? slug.text : title, at: FundingRoutes.setUp(slug),
      body: """
        <p>\(stateTag(campaign.state, CampaignPhrases[language])) \(found.organisation)</p>
        \(request)\(campaign.state.isEditable ? tasks : links)
        \(steering)\(sources)\(CampaignHistory(found.changes, language).html)
        """
    ).desk(crumbs: [Crumb(say.title, FundingRoutes.desk())])
  }

  /// What a reviewer asked for last, as long as it is to be done.
  private var request: HTML? {
    guard campaign.state == .changesRequested,
      let reason = found.changes.last(where: { $0.to == .changesRequested })?.reason
    else { return nil }
    return "<div class=\"callout\"><p>\(say.reviewNote(reason))</p></div>"
  }

  private var tasks: HTML {
    let steps: [(CampaignStep, Route)] = [
      (.texts, FundingRoutes.texts(slug)), (.budget, FundingRoutes.budget(slug)),
      (.rewards, FundingRoutes.rewards(slug)), (.dates, FundingRoutes.dates(slug)),
    ]
    let lines = steps.map { step, route -> HTML in
      let missing = gaps.filter { $0.step == step }
      let notes = missing.map { say.gap($0) { $0.rounded(language) } }
      return """
        <li><a href="\(route[language])">\(say.step(step))</a>\
        <span class="tag \(missing.isEmpty ? "good" : "warn")">\
        \(missing.isEmpty ? say.done : say.toDo)</span>\
        \(if: !notes.isEmpty, "<p class=\"hint\">\(notes.joined(separator: " "))</p>")</li>
        """
    }
    let form = screen.form()
    return """
      <p>\(say.setUpLead)</p><ol class="tasks">\(lines)<li>\
      <a href="\(FundingRoutes.preview(slug)[language])">\(say.preview)</a></li></ol>\
      \(if: gaps.isEmpty, """
        \(form.post(to: FundingRoutes.submit(slug), form.submit(say.submit)))\
        <p class="hint">\(say.submitNote)</p>
        """)
      """
  }

  private var links: HTML {
    let pledges = FundingRoutes.backers(slug)[language]
    let mayRead = screen.actor.may(.readBackers, on: campaign.location)
    let isPublic = campaign.state.isPublic
    let page = isPublic ? FundingRoutes.campaign(slug) : FundingRoutes.preview(slug)
    let name = isPublic ? say.publicPage : say.preview
    let open: HTML = "<a class=\"button quiet\" href=\"\(page[language])\">\(name)</a>"
    return """
      <p class="actions">\(open)\(if: isPublic && mayRead, """
        <a class="button quiet" href="\(pledges)">\(BackersPhrases[language].pledges)</a>
        """)</p>
      """
  }

  /// What this person may do to a campaign that is past its draft.
  private var steering: HTML? {
    let mayHold = screen.actor.may(.pauseCampaign, on: campaign.location)
    let mayExtend = screen.actor.may(.closeCampaign, on: campaign.location)
    let mayCancel = screen.actor.may(.cancelCampaign, on: campaign.location)
    var forms: [HTML] = []
    if mayHold, campaign.state == .live { forms.append(reasoned("hold", say.hold, .quiet)) }
    if mayHold, campaign.state == .onHold { forms.append(plain("release", say.release)) }
    if mayExtend, campaign.state == .live, !campaign.wasExtended {
      let form = screen.form()
      forms.append(
        form.post(
          to: FundingRoutes.steer(slug),
          """
          \(form.hidden("passo", "extend"))\
          \(form.text("fino", say.extendTo, hint: say.closesHint, .day))\
          \(form.submit(say.extend, .quiet))
          """))
    }
    if mayCancel, campaign.state.canBeCancelled {
      forms.append(
        """
        <details><summary>\(say.cancel)</summary><p>\(say.cancelNote)</p>\
        \(reasoned("cancel", say.cancel, .danger))</details>
        """)
    }
    return forms.isEmpty ? nil : "<h2>\(say.steer)</h2>\(forms)"
  }
  private func plain(_ step: String, _ label: String) -> HTML {
    let form = screen.form()
    return form.post(
      to: FundingRoutes.steer(slug), "\(form.hidden("passo", step))\(form.submit(label))")
  }
  private func reasoned(_ step: String, _ label: String, _ style: ButtonStyle) -> HTML {
    let form = screen.form()
    return form.post(
      to: FundingRoutes.steer(slug),
      """
      \(form.hidden("passo", step))<div class="field"><label for="motivo-\(step)">\(say.reason)\
      </label><input class="input" id="motivo-\(step)" name="motivo" required></div>\
      \(form.submit(label, style))
      """)
  }

  private var sources: HTML? {
    guard !found.sources.isEmpty else { return nil }
    let words = CampaignPhrases[language]
    let lines = found.sources.map { source -> HTML in
      let place = ParticipationRoutes.certificate(source.process, source.ranking)[language]
      return """
        <li>\(source.title): <a href="\(place)">\
        \(words.rank(source.place, source.ranked, source.votes))</a><br>\
        <span class="source">\(words.digest) <code>\(source.digest.description)</code></span></li>
        """
    }
    return "<h2>\(say.sources)</h2><ul>\(lines)</ul>"
  }
}

/// How a campaign came to where it is.
struct CampaignHistory {
  let changes: [CampaignChange]
  let language: Language

  init(_ changes: [CampaignChange], _ language: Language) {
    self.changes = changes
    self.language = language
  }

  var html: HTML {
    let say = CampaignDeskPhrases[language]
    let words = CampaignPhrases[language]
    let lines = changes.map { change -> HTML in
      """
      <li class="done">\(change.from == nil ? say.created : words.state(change.to))\
       – \(change.actor.isEmpty ? say.bySystem : change.actor)\
      \(if: !change.reason.isEmpty, "<br>«\(change.reason)»")\
      <time datetime="\(change.at.rfc3339)">\(change.at.formatted(language))</time></li>
      """
    }
    return "<h2>\(say.history)</h2><ol class=\"timeline\">\(lines)</ol>"
  }
}
