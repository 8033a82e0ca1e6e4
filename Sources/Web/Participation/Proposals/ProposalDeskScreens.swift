// Proposals at the desk: to read, to enter from paper, to merge, split and bring back.
import Domain
import Literals
import Phrases
import Services

extension ProposalScreens {
  func listAtDesk(_ screen: ScreenContext, _ slug: Slug) async throws -> Reply {
    guard let found = try await proposals.read.all(slug, for: screen.actor) else {
      return .notFound
    }
    return .page(ProposalDeskPages(screen: screen).list(found, screen.form()))
  }

  func enter(_ screen: ScreenContext, _ body: FormBody, _ slug: Slug) async throws -> Reply {
    guard let found = try await proposals.read.all(slug, for: screen.actor) else {
      return .notFound
    }
    let say = ProposalPhrases[screen.language]
    let form = ProposalForm(body, slug, screen.language)
    func again(_ problems: [FieldProblem]) -> Reply {
      .unprocessable(
        ProposalDeskPages(screen: screen).list(found, screen.form(again: body, problems)))
    }
    guard let request = form.request else { return again(form.problems) }
    let back = ProposalRoutes.atDesk(slug)
    switch try await proposals.propose.enter(request, bornIn: form.assembly, by: screen.actor) {
    case .proposed: return .seeOther(back, flash: .done(say.entered))
    case .repeated: return .seeOther(back, flash: .note(say.sentBefore))
    case .refused(let refusal):
      return again([FieldProblem(refusal.field, "refused", say.refusal(refusal))])
    case .noSuchProcess: return .notFound
    case .notAllowed: return .problem(.notAllowed)
    }
  }

  func askRecast(_ screen: ScreenContext, _ slug: Slug) async throws -> Reply {
    guard let found = try await proposals.read.all(slug, for: screen.actor),
      screen.actor.may(.moderateProposal, on: found.around.process.place)
    else { return .notFound }
    return .page(ProposalDeskPages(screen: screen).recast(found, screen.form()))
  }

  func recast(_ screen: ScreenContext, _ body: FormBody, _ slug: Slug) async throws -> Reply {
    guard let found = try await proposals.read.all(slug, for: screen.actor) else {
      return .notFound
    }
    let say = ProposalPhrases[screen.language]
    let form = RecastForm(body, screen.language)
    func again(_ problems: [FieldProblem]) -> Reply {
      .unprocessable(
        ProposalDeskPages(screen: screen).recast(found, screen.form(again: body, problems)))
    }
    guard let request = form.request else { return again(form.problems) }
    switch try await proposals.recast(request, in: slug, by: screen.actor) {
    case .recast:
      return .seeOther(ProposalRoutes.atDesk(slug), flash: .done(say.recastDone))
    case .refused(let refusal):
      return again([FieldProblem(refusal.field, "refused", say.refusal(refusal))])
    case .noSuchProposal(let number):
      return again([FieldProblem("sources", "refused", say.noSuchNumber(number))])
    case .noSuchProcess: return .notFound
    case .notAllowed: return .problem(.notAllowed)
    }
  }

  func showAtDesk(_ screen: ScreenContext, _ id: Proposal.ID) async throws -> Reply {
    guard let found = try await proposals.read.ofDesk(id, for: screen.actor) else {
      return .notFound
    }
    return .page(
      ProposalDeskPages(screen: screen).one(found, screen.form(), markdown: markdown))
  }

  func decide(_ screen: ScreenContext, _ body: FormBody, _ id: Proposal.ID) async throws -> Reply {
    guard let found = try await proposals.read.ofDesk(id, for: screen.actor) else {
      return .notFound
    }
    let say = ProposalPhrases[screen.language]
    guard let event = ProposalEvent(rawValue: body.text("event")) else {
      return .problem(.malformed)
    }
    let reason = String(body.text("reason").prefix(1000))
    switch try await proposals.moderate(event, on: id, because: reason, by: screen.actor) {
    case .decided:
      return .seeOther(ProposalRoutes.atDesk(found.process.slug), flash: .done(say.decided))
    case .refused(let refusal):
      let problem = FieldProblem("reason", "refused", say.refusal(refusal))
      return .unprocessable(
        ProposalDeskPages(screen: screen).one(
          found, screen.form(again: body, [problem]), markdown: markdown))
    case .noSuchProposal: return .notFound
    case .notAllowed: return .problem(.notAllowed)
    }
  }
}

struct ProposalDeskPages {
  let screen: ScreenContext

  private var language: Language { screen.language }
  private var say: ProposalPhrases { ProposalPhrases[language] }

  func list(_ found: ReadProposals.Catalogue, _ form: FormView) -> Page {
    let process = found.around.process
    let names = found.around.constituencies
    let rows = found.proposals.map { proposal -> HTML in
      let link = ProposalRoutes.moderate(proposal.id)[language]
      let place = names.first { $0.id == proposal.constituency }?.label(language) ?? ""
      return """
        <tr><th scope="row"><a href="\(link)">\(proposal.number). \
        <span\(langOfFiles(language))>\(proposal.words.title)</span></a></th><td>\(place)</td>\
        <td>\(tag(say.status(proposal.status), proposal.status.tone))</td></tr>
        """
    }
    let mayChange = screen.actor.may(.moderateProposal, on: process.place)
    let columns = [say.proposals, say.constituency, PhaseDeskPhrases[language].status]
    let recast = ProposalRoutes.recast(process.slug)[language]
    let printed = ProposalRoutes.catalogue(process.slug)[language]
    return screen.deskPage(
      say.proposals, at: ProposalRoutes.atDesk(process.slug),
      under: Crumb(FacilitatorPhrases[language].processes, ParticipationRoutes.processes()),
      """
      \(rows.isEmpty ? empty(say.none) : deskTable(say.proposals, columns, rows))
      <p class="actions">\(linkButton(PhaseDeskPhrases[language].publicPage, printed, .quiet)) \
      \(if: mayChange && !rows.isEmpty, linkButton(say.recast, recast, .quiet))</p>
      \(if: mayChange && found.around.open(.ideas) != nil, enterForm(found, form))
      """
    ).with {
      $0.crumbs.append(
        Crumb(process.title.shown(in: language).text, ParticipationRoutes.process(process.slug)))
      $0.problems = form.problems
    }
  }

  private func enterForm(_ found: ReadProposals.Catalogue, _ form: FormView) -> HTML {
    let fields = ProposalFields(form: form, language: language)
    let choices =
      [Choice("", "\(say.noAssembly)")]
      + found.assemblies.map { Choice($0.id.description, "\($0.title)") }
    return """
      <h2>\(say.enter)</h2>
      \(form.post(
        to: ProposalRoutes.atDesk(found.around.process.slug),
        """
        \(form.select("assembly", say.assembly, choices))\(fields.constituency(found.around))
        \(fields.words)\(form.submit(say.enter))
        """))
      """
  }

  func recast(_ found: ReadProposals.Catalogue, _ form: FormView) -> Page {
    let slug = found.around.process.slug
    let choices = ProposalDescent.allCases.map {
      Choice($0.rawValue, "\(say.descentName($0))")
    }
    let questions = form.post(
      to: ProposalRoutes.recast(slug),
      """
      \(form.radios("descent", say.what, choices))
      \(form.text("sources", say.sources, hint: say.sourcesHint, .short))
      \(ProposalFields(form: form, language: language).words)
      \(form.text("title-2", say.second, hint: say.secondHint))
      \(form.area("text-2", say.text, hint: say.secondHint, rows: 3))
      \(form.text("reason", say.reason))\(form.submit(say.doRecast))
      """)
    return screen.deskPage(
      say.recast, at: ProposalRoutes.recast(slug),
      under: Crumb(say.proposals, ProposalRoutes.atDesk(slug)),
      "<p>\(say.recastHint)</p>\(questions)"
    ).with { $0.problems = form.problems }
  }

  func one(
    _ reading: ProposalReading, _ form: FormView, markdown: any MarkdownRenderer
  ) -> Page {
    let proposal = reading.proposal
    let pages = ProposalPages(language: language, markdown: markdown)
    let text = HTML(trusted: markdown.html(of: proposal.words.text))
    let events = ProposalEvent.decisions.filter { (try? proposal.status.after($0)) != nil }
    let buttons = events.enumerated().map { index, event -> HTML in
      """
      <button class="button \(index == 0 ? "primary" : "quiet")" name="event" \
      value="\(event.rawValue)">\(say.event(event))</button>\n
      """
    }
    let mayDecide = screen.actor.may(.moderateProposal, on: reading.process.place)
    let decision = form.post(
      to: ProposalRoutes.moderate(proposal.id),
      "\(form.text("reason", say.reason))<p class=\"actions\">\(buttons)</p>")
    return screen.deskPage(
      proposal.words.title, at: ProposalRoutes.moderate(proposal.id),
      under: Crumb(say.proposals, ProposalRoutes.atDesk(reading.process.slug)),
      """
      <p>\(say.number(proposal.number)) · \(reading.constituency.label(language)) \
      \(tag(say.status(proposal.status), proposal.status.tone))</p>
      <div class="prose"\(langOfFiles(language))>\(text)</div>
      \(proposal.words.cost.map { "<p>\(say.cost): \($0.rounded(language))</p>" as HTML })
      \(if: mayDecide && !events.isEmpty, "<h2>\(say.decide)</h2>\(decision)")
      \(pages.lineage(reading))\(pages.history(reading))
      """
    ).with {
      $0.titleLanguage = .italian
      $0.problems = form.problems
    }
  }
}
