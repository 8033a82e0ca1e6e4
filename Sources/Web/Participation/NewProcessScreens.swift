// A new process of an organisation: its words and its constituencies, then on to its vote.
import Domain
import Literals
import Phrases
import Services

extension ParticipationScreens {
  func askProcess(_ screen: ScreenContext) async throws -> Reply {
    guard screen.actor.mayAnywhere(.addProcess) else { return .problem(.notAllowed) }
    let open = try await organisations.open(for: screen.actor)
    return .page(newProcessPage(screen, open, screen.form()))
  }

  func addProcess(_ screen: ScreenContext, _ body: FormBody) async throws -> Reply {
    let form = NewProcessForm(body, screen.language)
    guard let request = form.request else { return try await again(screen, body, form.problems) }
    let say = OrganisationPhrases[screen.language]
    switch try await addsProcess(request, by: screen.actor, requestID: screen.requestID) {
    case .added(let process) where process.template != .importedRanking:
      return .seeOther(PhaseRoutes.phases(process.slug), flash: .done(say.processPlanned))
    case .added(let process):
      let mayImport = screen.actor.may(.importVotes, on: process.place)
      let words = mayImport ? say.processAdded : say.processAddedByOther
      return .seeOther(ParticipationRoutes.process(process.slug), flash: .done(words))
    case .repeated(let process):
      let route = ParticipationRoutes.process(process.slug)
      return .seeOther(route, flash: .note(say.processAddedBefore))
    case .addressTaken(let slug):
      let problem = FieldProblem("title-it", "address-taken", say.titleTaken(slug.text))
      return try await again(screen, body, [problem])
    case .noSuchOrganisation:
      let words = FormPhrases[screen.language].notAChoice(say.organisation)
      let problem = FieldProblem("organisation", "not-a-choice", words)
      return try await again(screen, body, [problem])
    case .notAllowed: return .problem(.notAllowed)
    }
  }

  private func again(
    _ screen: ScreenContext, _ body: FormBody, _ problems: [FieldProblem]
  ) async throws -> Reply {
    guard screen.actor.mayAnywhere(.addProcess) else { return .problem(.notAllowed) }
    let open = try await organisations.open(for: screen.actor)
    return .unprocessable(newProcessPage(screen, open, screen.form(again: body, problems)))
  }

  private func newProcessPage(
    _ screen: ScreenContext, _ open: [Organisation], _ form: FormView
  ) -> Page {
    let say = OrganisationPhrases[screen.language]
    let choices = open.map { Choice($0.id.description, "\($0.name)") }
    let questions = form.post(
      to: ParticipationRoutes.newProcess(),
      """
      \(form.select("organisation", say.organisation, choices))
      \(form.select("template", say.template, templates(screen.language)))
      \(form.text("starts", say.startsOn, hint: say.startsOnHint, .day))
      \(form.text("title-it", say.processTitle))
      \(form.area("summary-it", say.summary, rows: 3))
      \(form.text("title-en", say.processTitleEnglish, hint: say.optional))
      \(form.area("summary-en", say.summaryEnglish, hint: say.optional, rows: 3))
      \(form.area("constituencies", say.constituencies, hint: say.constituenciesHint, rows: 5))
      \(form.submit(say.addProcess))
      """)
    return screen.deskPage(
      say.newProcess, at: ParticipationRoutes.newProcess(),
      under: Crumb(FacilitatorPhrases[screen.language].processes, ParticipationRoutes.processes()),
      open.isEmpty ? empty(say.noneOpen) : "<p>\(say.newProcessLead)</p>\(questions)"
    ).with { $0.problems = form.problems }
  }
}

/// The ranking of a vote held elsewhere first: it asks for nothing more.
private func templates(_ language: Language) -> [Choice] {
  let all = [.importedRanking] + ProcessTemplate.allCases.filter { $0 != .importedRanking }
  return all.map { Choice($0.rawValue, "\(PhasePhrases[language].template($0))") }
}

/// A process to add.
struct NewProcessForm {
  /// Longer than any list of wards that has `ConstituencyLines.linesMax` lines.
  private static let linesCharactersMax = 200_000

  let request: AddProcess.Request?
  let problems: [FieldProblem]

  init(_ body: FormBody, _ language: Language) {
    let say = OrganisationPhrases[language]
    var reader = FormReader(body, language)
    let organisation = Organisation.ID(body.text("organisation"))
    if organisation == nil {
      let words = FormPhrases[language].notAChoice(say.organisation)
      reader.refuse("organisation", "not-a-choice", words)
    }
    let template = reader.choice("template", say.template, of: ProcessTemplate.self)
    let startsOn = body.text("starts").isEmpty ? nil : reader.day("starts", say.startsOn)
    let title = LocalText(
      italian: reader.text("title-it", say.processTitle, max: 120),
      english: reader.optionalText("title-en", say.processTitleEnglish, max: 120))
    let summary = LocalText(
      italian: reader.text("summary-it", say.summary, max: 600),
      english: reader.optionalText("summary-en", say.summaryEnglish, max: 600))
    let constituencies = Self.lines(&reader, say)
    problems = reader.problems
    guard problems.isEmpty, let organisation, let constituencies, let template else {
      request = nil
      return
    }
    var request = AddProcess.Request(
      organisation: organisation, title: title, summary: summary, constituencies: constituencies)
    (request.template, request.startsOn) = (template, startsOn)
    self.request = request
  }

  private static func lines(
    _ reader: inout FormReader, _ say: OrganisationPhrases
  ) -> ConstituencyLines? {
    let field = "constituencies"
    let typed = reader.optionalText(field, say.constituencies, max: linesCharactersMax)
    do throws(ConstituencyLines.Refusals) { return try ConstituencyLines(typed) } catch {
      let words = error.all.map(say.line).joined(separator: " ")
      if error.areOnlyRepeats {
        reader.refuse(field, "repeated-line", words)
      } else {
        reader.refuse(field, "unreadable", words)
      }
      return nil
    }
  }
}

extension ConstituencyLines.Refusals {
  fileprivate var areOnlyRepeats: Bool {
    all.allSatisfy { if case .codeRepeated = $0.reason { true } else { false } }
  }
}
