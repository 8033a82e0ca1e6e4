// Processes and their phases: public pages, and the facilitator's planning, turning and censuses.
import Domain
import Literals
import Phrases
import Services

/// The screens of phases, for facilitators and for everyone.
struct PhaseScreens: ScreenGroup {
  let phases: PhaseServices

  func add(to screens: Screens) {
    screens.get(PhaseRoutes.processes, audience: .everyone, use: list)
    screens.get(PhaseRoutes.process, audience: .everyone, use: show)
    screens.get(PhaseRoutes.ruleText, use: ruleText)
    screens.get(PhaseRoutes.phases, audience: .signedIn, use: plan)
    screens.post(PhaseRoutes.phases, audience: .signedIn, use: setBudgets)
    screens.get(PhaseRoutes.phase, audience: .signedIn, use: one)
    screens.post(PhaseRoutes.phase, audience: .signedIn, use: edit)
    screens.post(PhaseRoutes.turn, audience: .signedIn, use: turn)
    screens.get(PhaseRoutes.census, audience: .signedIn, use: showCensus)
    screens.post(PhaseRoutes.census, limit: .upload, audience: .signedIn, use: keepCensus)
  }

  private func list(_ screen: ScreenContext) async throws -> Reply {
    .page(ProcessPublicPages(language: screen.language).list(try await phases.read.all()))
  }

  private func show(_ screen: ScreenContext, _ slug: Slug) async throws -> Reply {
    guard let found = try await phases.read.published(slug) else { return .notFound }
    return .page(ProcessPublicPages(language: screen.language).one(found))
  }

  private func ruleText(_ screen: ScreenContext, _ id: Phase.ID) async throws -> Reply {
    guard let opening = try await phases.read.opening(id) else { return .notFound }
    return .file(Array(opening.text.utf8), type: "text/plain; charset=utf-8", name: "\(id).txt")
  }

  private func plan(_ screen: ScreenContext, _ slug: Slug) async throws -> Reply {
    guard let found = try await phases.read.ofDesk(slug, for: screen.actor) else {
      return .notFound
    }
    let pages = PhaseDeskPages(screen: screen)
    return .page(pages.plan(found, screen.form(BudgetForm.values(found, screen.language))))
  }

  private func setBudgets(_ screen: ScreenContext, _ body: FormBody, _ slug: Slug) async throws
    -> Reply
  {
    guard let found = try await phases.read.ofDesk(slug, for: screen.actor) else {
      return .notFound
    }
    let say = PhaseDeskPhrases[screen.language]
    let form = BudgetForm(body, found, screen.language)
    guard let budgets = form.budgets else {
      let page = PhaseDeskPages(screen: screen).plan(found, screen.form(again: body, form.problems))
      return .unprocessable(page)
    }
    let back = PhaseRoutes.phases(slug)
    switch try await phases.budgets(budgets, of: slug, by: screen.actor) {
    case .saved: return .seeOther(back, flash: .done(say.budgetsSaved))
    case .phaseIsOpen: return .seeOther(back, flash: .problem(say.budgetsFixed))
    case .noSuchProcess: return .notFound
    case .notAllowed: return .problem(.notAllowed)
    }
  }

  private func one(_ screen: ScreenContext, _ id: Phase.ID) async throws -> Reply {
    guard let found = try await phases.read.one(id, for: screen.actor) else { return .notFound }
    let values = PhaseForm.values(found.phase, screen.language)
    return .page(PhasePage(screen: screen, reading: found).page(screen.form(values)))
  }

  private func edit(_ screen: ScreenContext, _ body: FormBody, _ id: Phase.ID) async throws
    -> Reply
  {
    guard let found = try await phases.read.one(id, for: screen.actor) else { return .notFound }
    let say = PhaseDeskPhrases[screen.language]
    let form = PhaseForm(body, found.phase, screen.language)
    func again(_ problems: [FieldProblem]) -> Reply {
      .unprocessable(
        PhasePage(screen: screen, reading: found).page(screen.form(again: body, problems)))
    }
    guard let request = form.request else { return again(form.problems) }
    switch try await phases.edit(request, by: screen.actor) {
    case .saved: return .seeOther(PhaseRoutes.phase(id), flash: .done(say.saved))
    case .refused(let refusal):
      return again([FieldProblem(refusal.field, "refused", say.refusal(refusal))])
    case .noSuchPhase: return .notFound
    case .notAllowed: return .problem(.notAllowed)
    }
  }

  private func turn(_ screen: ScreenContext, _ body: FormBody, _ id: Phase.ID) async throws
    -> Reply
  {
    guard let found = try await phases.read.one(id, for: screen.actor) else { return .notFound }
    let say = PhaseDeskPhrases[screen.language]
    let form = TurnForm(body, found.phase, screen.language)
    func again(_ problems: [FieldProblem]) -> Reply {
      .unprocessable(
        PhasePage(screen: screen, reading: found).page(screen.form(again: body, problems)))
    }
    guard let request = form.request else { return again(form.problems) }
    switch try await phases.turn(request, by: screen.actor) {
    case .turned: return .seeOther(PhaseRoutes.phase(id), flash: .done(say.turned))
    case .refused(let refusal):
      return again([FieldProblem(refusal.turnField, "refused", say.refusal(refusal))])
    case .noSuchPhase: return .notFound
    case .notAllowed: return .problem(.notAllowed)
    }
  }
}

extension PhaseRefusal {
  /// The field of the rule's form that a refusal is about.
  fileprivate var field: String {
    switch self {
    case .daysReversed, .dayOver: "closes"
    case .gap(.cutMissing): "cut-number"
    case .gap(.oneChoiceOnly): "choices-max"
    case .notNow, .ruleMissing, .censusEmpty, .reasonMissing: "opens"
    }
  }
  /// The field of the form that turns a phase.
  fileprivate var turnField: String {
    switch self {
    case .daysReversed, .dayOver: "new-last-day"
    case .gap, .notNow, .ruleMissing, .censusEmpty, .reasonMissing: "reason"
    }
  }
}
