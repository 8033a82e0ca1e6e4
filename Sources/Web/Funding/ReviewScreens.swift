// The review queue, and the page on which a second person decides.
import Domain
import Literals
import Phrases
import Services

extension CampaignDeskScreens {
  func listReviews(_ screen: ScreenContext) async throws -> Reply {
    let say = CampaignDeskPhrases[screen.language]
    let words = ReviewDeskPhrases[screen.language]
    let waiting = try await read.campaigns(for: screen.actor, in: [.submitted])
    let body: HTML =
      waiting.isEmpty
      ? "<p class=\"empty\">\(words.reviewsNone)</p>"
      : campaignTable(waiting, screen.language) { FundingRoutes.review($0) }
    return .page(
      Page(words.reviews, at: FundingRoutes.reviews(), body: body)
        .desk(crumbs: [Crumb(say.title, FundingRoutes.desk())]))
  }

  func askReview(_ screen: ScreenContext, _ slug: Slug) async throws -> Reply {
    guard let found = try await read.draft(slug, for: screen.actor) else { return .notFound }
    return .page(reviewPage(screen, found, screen.form()))
  }

  func decide(_ screen: ScreenContext, _ body: FormBody, _ slug: Slug) async throws -> Reply {
    let say = CampaignDeskPhrases[screen.language]
    let words = ReviewDeskPhrases[screen.language]
    var reader = FormReader(body, screen.language)
    let reason = reader.optionalText("motivo", say.reason, max: 2_000)
    let event = reader.choice("decisione", words.decision, of: CampaignEventName.self)
    guard let found = try await read.draft(slug, for: screen.actor) else { return .notFound }
    let decision: ReviewCampaign.Decision? =
      switch event {
      case .approve: .approve
      case .requestChanges: .requestChanges(reason: reason)
      case .reject: .reject(reason: reason)
      case .submit, .open, .hold, .release, .extend, .deadline, .settle, .cancel, nil: nil
      }
    guard let decision, reader.problems.isEmpty else {
      return .unprocessable(reviewPage(screen, found, screen.form(again: body, reader.problems)))
    }
    switch try await review(decision, on: slug, by: screen.actor) {
    case .decided(let state):
      let name = CampaignPhrases[screen.language].state(state)
      return .seeOther(FundingRoutes.reviews(), flash: .done(words.decided(name)))
    case .refused(let refusal):
      let field = refusal == .reasonMissing ? "motivo" : "decisione"
      reader.refuse(field, "refused", say.refusal(refusal))
      return .unprocessable(reviewPage(screen, found, screen.form(again: body, reader.problems)))
    case .notAllowed: return .problem(.notAllowed)
    case .noSuchCampaign: return .notFound
    }
  }

  private func reviewPage(
    _ screen: ScreenContext, _ found: CampaignDraft, _ form: FormView
  ) -> Page {
    let say = CampaignDeskPhrases[screen.language]
    let words = ReviewDeskPhrases[screen.language]
    let slug = found.campaign.slug
    let title = found.texts.title.shown(in: screen.language).text
    let isOwn = screen.actor.person == found.campaign.author
    let mayDecide =
      screen.actor.may(.reviewCampaign, on: found.campaign.location) && !isOwn
      && found.campaign.state == .submitted
    return Page(
      title, at: FundingRoutes.review(slug),
      body: """
        <p>\(stateTag(found.campaign.state, CampaignPhrases[screen.language])) \
        \(found.organisation)</p><p>\(words.reviewLead)</p>\
        <p class="actions"><a class="button quiet" \
        href="\(FundingRoutes.preview(slug)[screen.language])">\(say.preview)</a></p>\
        <ul>\(words.checklist.map { "<li>\($0)</li>" as HTML })</ul>\
        \(if: isOwn, "<div class=\"callout\"><p>\(words.ownCampaign)</p></div>")\
        \(if: mayDecide, decisionForm(slug, form, screen.language))\
        \(budgetTable(found.lines, found.campaign.target, screen.language))\
        \(CampaignHistory(found.changes, screen.language).html)
        """
    ).desk(crumbs: [
      Crumb(say.title, FundingRoutes.desk()), Crumb(words.reviews, FundingRoutes.reviews()),
    ]).with { $0.problems = form.problems }
  }

  private func decisionForm(_ slug: Slug, _ form: FormView, _ language: Language) -> HTML {
    let say = CampaignDeskPhrases[language]
    let words = ReviewDeskPhrases[language]
    let choices = [
      Choice(CampaignEventName.approve.rawValue, "\(words.approve)", note: "\(words.approveNote)"),
      Choice(
        CampaignEventName.requestChanges.rawValue, "\(words.requestChanges)",
        note: "\(words.requestChangesNote)"),
      Choice(CampaignEventName.reject.rawValue, "\(words.reject)", note: "\(words.rejectNote)"),
    ]
    return form.post(
      to: FundingRoutes.review(slug),
      """
      \(form.radios("decisione", words.decision, choices))\
      \(form.area("motivo", say.reason, hint: words.reasonHint, rows: 4))\
      \(form.submit(words.decide))
      """)
  }
}
