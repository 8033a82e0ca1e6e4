// Proposals: the catalogue and each one for everyone, and the form for who has an idea.
import Domain
import Literals
import Phrases
package import Services

/// The screens of proposals and assemblies.
package struct ProposalScreens: ScreenGroup {
  let proposals: ProposalServices
  let phases: ReadPhases
  let markdown: any MarkdownRenderer

  package init(
    _ proposals: ProposalServices, phases: ReadPhases, markdown: any MarkdownRenderer
  ) {
    self.proposals = proposals
    self.phases = phases
    self.markdown = markdown
  }

  package func add(to screens: Screens) {
    screens.get(ProposalRoutes.catalogue, audience: .everyone, use: catalogue)
    screens.get(ProposalRoutes.proposal, use: show)
    screens.post(ProposalRoutes.withdraw, audience: .signedIn, use: withdraw)
    screens.get(ProposalRoutes.propose, audience: .signedIn, use: ask)
    screens.post(ProposalRoutes.propose, audience: .signedIn, use: propose)
    screens.get(ProposalRoutes.assemblies, audience: .everyone, use: listAssemblies)
    screens.get(ProposalRoutes.assembly, audience: .everyone, use: showAssembly)
    screens.get(ProposalRoutes.atDesk, audience: .signedIn, use: listAtDesk)
    screens.post(ProposalRoutes.atDesk, audience: .signedIn, use: enter)
    screens.get(ProposalRoutes.recast, audience: .signedIn, use: askRecast)
    screens.post(ProposalRoutes.recast, audience: .signedIn, use: recast)
    screens.get(ProposalRoutes.moderate, audience: .signedIn, use: showAtDesk)
    screens.post(ProposalRoutes.moderate, audience: .signedIn, use: decide)
    screens.get(ProposalRoutes.assembliesAtDesk, audience: .signedIn, use: assembliesAtDesk)
    screens.post(ProposalRoutes.assembliesAtDesk, audience: .signedIn, use: addAssembly)
    screens.get(ProposalRoutes.assemblyAtDesk, audience: .signedIn, use: assemblyAtDesk)
    screens.post(ProposalRoutes.assemblyAtDesk, audience: .signedIn, use: changeAssembly)
  }

  private func catalogue(_ screen: ScreenContext, _ slug: Slug) async throws -> Reply {
    guard let found = try await proposals.read.published(slug) else { return .notFound }
    return .page(ProposalPages(language: screen.language, markdown: markdown).catalogue(found))
  }

  private func show(_ screen: ScreenContext, _ id: Proposal.ID) async throws -> Reply {
    guard let found = try await proposals.read.one(id, for: screen.actor) else { return .notFound }
    let pages = ProposalPages(language: screen.language, markdown: markdown)
    let isOwn = screen.actor.person != nil && screen.actor.person == found.proposal.author
    return .page(pages.one(found, withdrawing: isOwn ? screen.form() : nil))
  }

  private func withdraw(_ screen: ScreenContext, _ body: FormBody, _ id: Proposal.ID) async throws
    -> Reply
  {
    let say = ProposalPhrases[screen.language]
    let reason = String(body.text("reason").prefix(1000))
    let back = ProposalRoutes.proposal(id)
    switch try await proposals.moderate(.withdrawn, on: id, because: reason, by: screen.actor) {
    case .decided: return .seeOther(back, flash: .done(say.decided))
    case .refused(let refusal): return .seeOther(back, flash: .problem(say.refusal(refusal)))
    case .noSuchProposal: return .notFound
    case .notAllowed: return .problem(.notAllowed)
    }
  }

  private func ask(_ screen: ScreenContext, _ slug: Slug) async throws -> Reply {
    guard let around = try await phases.published(slug) else { return .notFound }
    return .page(askPage(around, screen, screen.form()))
  }

  private func propose(_ screen: ScreenContext, _ body: FormBody, _ slug: Slug) async throws
    -> Reply
  {
    guard let around = try await phases.published(slug) else { return .notFound }
    let say = ProposalPhrases[screen.language]
    let form = ProposalForm(body, slug, screen.language)
    func again(_ problems: [FieldProblem]) -> Reply {
      .unprocessable(askPage(around, screen, screen.form(again: body, problems)))
    }
    guard let request = form.request else { return again(form.problems) }
    switch try await proposals.propose(request, by: screen.actor) {
    case .proposed(let id):
      return .seeOther(ProposalRoutes.proposal(id), flash: .done(say.sent))
    case .repeated(let id):
      return .seeOther(ProposalRoutes.proposal(id), flash: .note(say.sentBefore))
    case .refused(let refusal):
      return again([FieldProblem(refusal.field, "refused", say.refusal(refusal))])
    case .noSuchProcess: return .notFound
    case .notAllowed: return .problem(.notAllowed)
    }
  }

  private func askPage(_ around: ProcessReading, _ screen: ScreenContext, _ form: FormView) -> Page
  {
    let say = ProposalPhrases[screen.language]
    let phase = around.open(.ideas)
    let isOpen = phase?.rule?.channels.isOnline == true
    let fields = ProposalFields(form: form, language: screen.language)
    let code = form.text("code", say.code, hint: say.codeHint, .code)
    let body: HTML =
      isOpen
      ? """
      <p>\(say.proposeLead)</p>
      \(form.post(
        to: ProposalRoutes.propose(around.process.slug),
        """
        \(fields.words)\(fields.constituency(around))\
        \(if: phase?.needsCensus == true, code)\(form.submit(say.send))
        """))
      """ : empty(say.refusal(.phaseNotOpen))
    return Page(say.propose, at: ProposalRoutes.propose(around.process.slug), body: body).with {
      $0.crumbs = around.crumbs(screen.language)
      $0.problems = form.problems
    }
  }
}

extension ProcessReading {
  /// The way to the pages of this process.
  func crumbs(_ language: Language) -> [Crumb] {
    [
      Crumb(PhasePhrases[language].processes, PhaseRoutes.processes()),
      Crumb(process.title.shown(in: language).text, PhaseRoutes.process(process.slug)),
    ]
  }
}

extension ProposalRefusal {
  /// The field of the form that a refusal is about.
  var field: String {
    switch self {
    case .codeMissing, .codeUnknown, .codeTaken: "code"
    case .costAbove: "cost"
    case .noSuchConstituency: "constituency"
    case .noSuchAssembly: "assembly"
    case .reasonMissing: "reason"
    case .tooFew, .ofTwoConstituencies, .supportUnderWay: "sources"
    case .notNow, .phaseNotOpen, .tooMany: "title"
    }
  }
}
