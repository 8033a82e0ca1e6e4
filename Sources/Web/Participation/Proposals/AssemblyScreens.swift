// Assemblies: their list and minutes for everyone, and the form at the desk.
import Domain
import Foundation
import Literals
import Phrases
import Services

extension ProposalScreens {
  func listAssemblies(_ screen: ScreenContext, _ slug: Slug) async throws -> Reply {
    guard let found = try await proposals.read.published(slug) else { return .notFound }
    let say = AssemblyPhrases[screen.language]
    let page = Page(
      say.assemblies, at: ProposalRoutes.assemblies(slug),
      body: AssemblyPart(language: screen.language).list(found.assemblies) {
        ProposalRoutes.assembly($0)
      })
    return .page(page.with { $0.crumbs = found.around.crumbs(screen.language) })
  }

  func showAssembly(_ screen: ScreenContext, _ id: Assembly.ID) async throws -> Reply {
    guard let found = try await proposals.read.assembly(id) else { return .notFound }
    return .page(assemblyPage(found, screen.language))
  }

  func assembliesAtDesk(_ screen: ScreenContext, _ slug: Slug) async throws -> Reply {
    guard let found = try await proposals.read.all(slug, for: screen.actor) else {
      return .notFound
    }
    return .page(assembliesPage(found, screen, screen.form()))
  }

  func addAssembly(_ screen: ScreenContext, _ body: FormBody, _ slug: Slug) async throws -> Reply {
    guard let found = try await proposals.read.all(slug, for: screen.actor) else {
      return .notFound
    }
    let form = AssemblyForm(body, screen.language)
    func again(_ problems: [FieldProblem]) -> Reply {
      .unprocessable(assembliesPage(found, screen, screen.form(again: body, problems)))
    }
    guard let request = form.request, let key = body.token else { return again(form.problems) }
    return try await saved(
      proposals.assemblies.add(request, to: slug, key: key, by: screen.actor), screen)
  }

  func assemblyAtDesk(_ screen: ScreenContext, _ id: Assembly.ID) async throws -> Reply {
    guard let found = try await proposals.read.assembly(id),
      screen.actor.may(.readProposals, on: found.process.place)
    else { return .notFound }
    return .page(changePage(found, screen, screen.form(AssemblyForm.values(found))))
  }

  func changeAssembly(_ screen: ScreenContext, _ body: FormBody, _ id: Assembly.ID) async throws
    -> Reply
  {
    guard let found = try await proposals.read.assembly(id),
      screen.actor.may(.readProposals, on: found.process.place)
    else { return .notFound }
    let form = AssemblyForm(body, screen.language)
    guard let request = form.request else {
      let page = changePage(found, screen, screen.form(again: body, form.problems))
      return .unprocessable(page)
    }
    return try await saved(proposals.assemblies.change(id, to: request, by: screen.actor), screen)
  }

  private func saved(
    _ outcome: KeepAssembly.Outcome, _ screen: ScreenContext
  ) throws -> Reply {
    switch outcome {
    case .saved(let id):
      let words = AssemblyPhrases[screen.language].saved
      return .seeOther(ProposalRoutes.assemblyAtDesk(id), flash: .done(words))
    case .noSuchConstituency, .notFound: return .notFound
    case .notAllowed: return .problem(.notAllowed)
    }
  }

  private func assemblyPage(_ found: AssemblyReading, _ language: Language) -> Page {
    let say = AssemblyPhrases[language]
    let process = found.process
    let minutes = HTML(trusted: markdown.html(of: found.assembly.minutes))
    let names = found.delegates.map { "<li>\($0.name)</li>" as HTML }
    let born = found.proposals.filter(\.status.isPublic).map { proposal -> HTML in
      let link = ProposalRoutes.proposal(proposal.id)[language]
      return """
        <li><a href="\(link)"\(langOfFiles(language))>\(proposal.words.title)</a></li>
        """
    }
    return Page(
      found.assembly.title, at: ProposalRoutes.assembly(found.assembly.id),
      body: """
        <p>\(say.held(found.assembly.heldOn.formatted(language), found.assembly.place)). \
        \(say.present(found.assembly.present))</p>
        \(if: !found.assembly.minutes.isEmpty,
          """
          <h2>\(say.minutes)</h2><div class="prose"\(langOfFiles(language))>\(minutes)</div>
          """)
        \(if: !names.isEmpty, "<h2>\(say.delegates)</h2><ul>\(names)</ul>")
        \(if: !born.isEmpty, "<h2>\(ProposalPhrases[language].proposals)</h2><ul>\(born)</ul>")
        """
    ).with {
      $0.titleLanguage = .italian
      $0.crumbs = [
        Crumb(PhasePhrases[language].processes, PhaseRoutes.processes()),
        Crumb(process.title.shown(in: language).text, PhaseRoutes.process(process.slug)),
        Crumb(say.assemblies, ProposalRoutes.assemblies(process.slug)),
      ]
    }
  }

  private func assembliesPage(
    _ found: ReadProposals.Catalogue, _ screen: ScreenContext, _ form: FormView
  ) -> Page {
    let say = AssemblyPhrases[screen.language]
    let part = AssemblyPart(language: screen.language)
    let process = found.around.process
    let list = part.list(found.assemblies) { ProposalRoutes.assemblyAtDesk($0) }
    let fields = part.fields(form, found.around.constituencies)
    let add = form.post(to: ProposalRoutes.assembliesAtDesk(process.slug), fields)
    let mayAdd = screen.actor.may(.recordAssembly, on: process.place)
    return screen.deskPage(
      say.assemblies, at: ProposalRoutes.assembliesAtDesk(process.slug),
      under: Crumb(
        process.title.shown(in: screen.language).text, ParticipationRoutes.process(process.slug)),
      "\(list)\(if: mayAdd, "<h2>\(say.add)</h2>\(add)")"
    ).with { $0.problems = form.problems }
  }

  private func changePage(
    _ found: AssemblyReading, _ screen: ScreenContext, _ form: FormView
  ) -> Page {
    let say = AssemblyPhrases[screen.language]
    let fields = AssemblyPart(language: screen.language).fields(form, found.constituencies)
    let route = ProposalRoutes.assemblyAtDesk(found.assembly.id)
    let everyone = ProposalRoutes.assembly(found.assembly.id)[screen.language]
    let mayChange = screen.actor.may(.recordAssembly, on: found.process.place)
    return screen.deskPage(
      found.assembly.title, at: route,
      under: Crumb(say.assemblies, ProposalRoutes.assembliesAtDesk(found.process.slug)),
      """
      <p>\(linkButton(PhaseDeskPhrases[screen.language].publicPage, everyone, .quiet))</p>
      \(if: mayChange, "<h2>\(say.change)</h2>\(form.post(to: route, fields))")
      """
    ).with {
      $0.titleLanguage = .italian
      $0.problems = form.problems
    }
  }
}

/// What the pages of assemblies share.
struct AssemblyPart {
  let language: Language

  private var say: AssemblyPhrases { AssemblyPhrases[language] }

  func list(_ assemblies: [Assembly], _ route: (Assembly.ID) -> Route) -> HTML {
    guard !assemblies.isEmpty else { return empty(say.none) }
    let items = assemblies.map { assembly -> HTML in
      """
      <li><a href="\(route(assembly.id)[language])"\(langOfFiles(language))>\(assembly.title)</a>, \
      \(say.held(assembly.heldOn.formatted(language), assembly.place)). \
      \(say.present(assembly.present))</li>
      """
    }
    return "<ul>\(items)</ul>"
  }

  func fields(_ form: FormView, _ constituencies: [Constituency]) -> HTML {
    let whose =
      [Choice("", "\(say.everyone)")]
      + constituencies.map { Choice($0.id.description, "\($0.label(language))") }
    return """
      \(form.text("title", say.title))
      \(pair(
        form.text("day", say.day, hint: say.dayHint, .day),
        form.text("present", say.presentField, hint: say.presentHint, .number)))
      \(form.text("place", say.place, .street))
      \(if: constituencies.count > 1, form.select("constituency", say.whose, whose))
      \(form.area("minutes", say.minutes, hint: say.minutesHint, rows: 10))
      \(form.area("delegates", say.delegates, hint: say.delegatesHint, rows: 3))
      \(form.submit(say.save))
      """
  }
}

/// An assembly, as it is typed.
struct AssemblyForm {
  let request: KeepAssembly.Request?
  let problems: [FieldProblem]

  static func values(_ found: AssemblyReading) -> FormBody {
    let assembly = found.assembly
    return FormBody([
      "title": assembly.title, "day": assembly.heldOn.typed, "present": String(assembly.present),
      "place": assembly.place, "constituency": assembly.constituency?.description ?? "",
      "minutes": assembly.minutes,
      "delegates": found.delegates.map(\.name).joined(separator: "\n"),
    ])
  }

  init(_ body: FormBody, _ language: Language) {
    let say = AssemblyPhrases[language]
    var reader = FormReader(body, language)
    let title = reader.text("title", say.title, max: Assembly.titleMax)
    let day = reader.day("day", say.day)
    let place = reader.text("place", say.place, max: Assembly.placeMax)
    let present = Int(body.text("present"))
    if !(0...Assembly.presentMax).contains(present ?? -1) {
      reader.refuse("present", "not-a-number", say.notANumber)
    }
    let minutes = reader.optionalText("minutes", say.minutes, max: Assembly.minutesMax)
    let names = reader.optionalText("delegates", say.delegates, max: 20_000)
    problems = reader.problems
    guard problems.isEmpty, let day, let present else {
      request = nil
      return
    }
    var request = KeepAssembly.Request(title: title, heldOn: day, place: place, present: present)
    request.constituency = Constituency.ID(body.text("constituency"))
    request.minutes = minutes
    request.delegates = names.split(whereSeparator: \.isNewline).map(\.trimmed)
      .filter { !$0.isEmpty && $0.count <= Voter.nameMax }.prefix(Assembly.delegatesMax).map(\.self)
    self.request = request
  }
}
