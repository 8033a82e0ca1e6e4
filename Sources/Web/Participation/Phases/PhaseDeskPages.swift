// The facilitator's page of a process's phases, with the budgets of its constituencies.
import Domain
import Foundation
import Literals
import Phrases
import Services

struct PhaseDeskPages {
  let screen: ScreenContext

  private var language: Language { screen.language }
  private var say: PhaseDeskPhrases { PhaseDeskPhrases[language] }
  private var words: PhasePhrases { PhasePhrases[language] }

  func plan(_ reading: ProcessReading, _ form: FormView) -> Page {
    let process = reading.process
    let rows = reading.phases.map { phase -> HTML in
      let link = PhaseRoutes.phase(phase.id)[language]
      let days = words.days(phase.opensOn.formatted(language), phase.closesOn.formatted(language))
      return """
        <tr><th scope="row"><a href="\(link)">\(phase.position). \(words.kind(phase.kind))</a></th>\
        <td>\(days)</td><td>\(tag(words.status(phase.status), phase.status.tone)) \
        \(if: phase.rule == nil, tag(say.ruleMissing, .warn))</td></tr>
        """
    }
    let everyone = PhaseRoutes.process(process.slug)[language]
    return screen.deskPage(
      say.phases, at: PhaseRoutes.phases(process.slug),
      under: Crumb(FacilitatorPhrases[language].processes, ParticipationRoutes.processes()),
      """
      <p>\(words.template(process.template)). \(if: !rows.isEmpty, "\(say.phasesLead)")</p>
      \(rows.isEmpty
        ? empty(say.noPhases) : deskTable(say.phases, [say.phase, say.days, say.status], rows))
      <p class="actions">\(linkButton(say.publicPage, everyone, .quiet))</p>
      \(budgets(reading, form))
      """
    ).with {
      $0.crumbs.append(
        Crumb(process.title.shown(in: language).text, ParticipationRoutes.process(process.slug)))
      $0.problems = form.problems
    }
  }

  private func budgets(_ reading: ProcessReading, _ form: FormView) -> HTML {
    guard screen.actor.may(.managePhases, on: reading.process.place), !reading.phases.isEmpty,
      !reading.constituencies.isEmpty
    else { return .empty }
    guard !reading.hasFixedBudgets else {
      return "<h2>\(say.budgets)</h2><p>\(say.budgetsFixed)</p>"
    }
    let fields = reading.constituencies.map { constituency -> HTML in
      form.amount(
        BudgetForm.field(constituency), constituency.label(language), hint: say.budgetsHint)
    }
    return """
      <h2>\(say.budgets)</h2>
      \(form.post(
        to: PhaseRoutes.phases(reading.process.slug), "\(fields)\(form.submit(say.saveBudgets))"))
      """
  }
}

extension Constituency {
  /// Its name, or that all vote together.
  func label(_ language: Language) -> String {
    let shown = name.shown(in: language).text
    return code.isEmpty ? PhasePhrases[language].everyone : (shown.isEmpty ? code : shown)
  }
}

/// What each constituency has to spend, as it is typed.
struct BudgetForm {
  let budgets: [Constituency.ID: Money?]?
  let problems: [FieldProblem]

  static func field(_ constituency: Constituency) -> String { "budget-\(constituency.position)" }

  /// The budgets as they are.
  static func values(_ reading: ProcessReading, _ language: Language) -> FormBody {
    var body = FormBody()
    for constituency in reading.constituencies {
      if let budget = constituency.budget { body.add(field(constituency), budget.typed(language)) }
    }
    return body
  }

  init(_ body: FormBody, _ reading: ProcessReading, _ language: Language) {
    var reader = FormReader(body, language)
    var budgets: [Constituency.ID: Money?] = [:]
    for constituency in reading.constituencies {
      let field = Self.field(constituency)
      let amount: Money? = body.text(field).isEmpty ? nil : reader.amount(field)
      budgets.updateValue(amount, forKey: constituency.id)
    }
    problems = reader.problems
    self.budgets = problems.isEmpty ? budgets : nil
  }
}
