// Who may take part in a phase: imported, taken over or typed, until the phase opens.
import Domain
import Foundation
import Literals
import Phrases
import Services

extension PhaseScreens {
  func showCensus(_ screen: ScreenContext, _ id: Phase.ID) async throws -> Reply {
    let after = screen.query("dopo") ?? ""
    guard let found = try await phases.read.census(id, after: after, for: screen.actor) else {
      return .notFound
    }
    return .page(
      CensusPage(screen: screen, reading: found.reading, voters: found.voters).page(screen.form()))
  }

  func keepCensus(_ screen: ScreenContext, _ body: FormBody, _ id: Phase.ID) async throws -> Reply {
    guard let found = try await phases.read.census(id, after: "", for: screen.actor) else {
      return .notFound
    }
    let say = CensusPhrases[screen.language]
    let page = CensusPage(screen: screen, reading: found.reading, voters: found.voters)
    func again(_ field: String, _ words: String) -> Reply {
      let problem = FieldProblem(field, "refused", words)
      return .unprocessable(page.page(screen.form(again: body, [problem])))
    }
    guard let act = CensusAct(rawValue: body.text("act")) else { return .problem(.malformed) }
    guard let change = act.change(body) else { return again(act.field, say.nothingSent) }
    let back = PhaseRoutes.census(id)
    switch try await phases.census(change, of: id, by: screen.actor) {
    case .saved(let voters):
      return .seeOther(back, flash: .done(say.saved(voters.formatted(screen.language))))
    case .forgotten: return .seeOther(back, flash: .done(say.forgotten))
    case .refused(let refusal): return again(act.field, say.refusal(refusal))
    case .codeTaken(let code): return again(act.field, say.codeTaken(code))
    case .noSuchVoter: return again(act.field, say.noSuchVoter)
    case .frozen: return .seeOther(back, flash: .problem(say.isFrozen))
    case .noSuchPhase: return .notFound
    case .notAllowed: return .problem(.notAllowed)
    }
  }
}

/// Which of the page's forms was sent.
enum CensusAct: String {
  case replace, copy, add, remove, forget

  /// The field that a refusal stands beside.
  var field: String {
    switch self {
    case .replace: "file"
    case .copy: "from"
    case .add: "code"
    case .remove: "remove-code"
    case .forget: "file"
    }
  }

  /// What is asked; nil when the form says nothing.
  func change(_ body: FormBody) -> KeepCensus.Change? {
    switch self {
    case .replace:
      let bytes = body.file("file")?.bytes ?? Array((body["rows"] ?? "").utf8)
      return bytes.isEmpty ? nil : .replace(csv: bytes)
    case .copy: return Phase.ID(body.text("from")).map { .copy(from: $0) }
    case .add:
      return .add(
        code: body.text("code"), name: body.text("name"),
        constituency: body.text("constituency"), group: body.text("group"))
    case .remove: return .remove(code: body.text("remove-code"))
    case .forget: return .forgetNames
    }
  }
}

struct CensusPage {
  let screen: ScreenContext
  let reading: PhaseReading
  let voters: [Voter]

  private var language: Language { screen.language }
  private var say: CensusPhrases { CensusPhrases[language] }
  private var route: Route { PhaseRoutes.census(reading.phase.id) }

  func page(_ form: FormView) -> Page {
    let words = PhasePhrases[language]
    let total = reading.voterCount.formatted(language)
    return screen.deskPage(
      say.title, at: route,
      under: Crumb(words.kind(reading.phase.kind), PhaseRoutes.phase(reading.phase.id)),
      """
      <p>\(say.lead)</p><p><b>\(words.census(total))</b></p>
      \(frozen)\(if: reading.phase.status == .configured, forms(form))
      \(people)\(forget(form))
      """
    ).with { $0.problems = form.problems }
  }

  private var frozen: HTML {
    guard let census = reading.census else { return .empty }
    return """
      <p>\(say.frozen(census.at.formatted(language)))</p>
      <p>\(say.digest): <code>\(census.digest.description)</code></p>
      """
  }

  private func send(_ act: CensusAct, _ form: FormView, _ fields: HTML) -> HTML {
    form.post(
      to: route, files: act == .replace, "\(form.hidden("act", act.rawValue))\(fields)")
  }

  private func forms(_ form: FormView) -> HTML {
    """
    <h2>\(say.replace)</h2><p>\(say.replaceHint)</p>
    \(send(
      .replace, form,
      """
      \(form.file("file", say.file, hint: say.fileHint, accept: ".csv,.tsv,.txt"))
      \(form.area("rows", say.pasted, rows: 4))\(form.submit(say.doReplace))
      """))
    \(copyForm(form))
    <h2>\(say.addOne)</h2>
    \(send(
      .add, form,
      """
      \(form.text("code", say.code, hint: say.codeHint, .short))
      \(form.text("name", say.name, hint: say.nameHint))
      \(form.select("constituency", say.constituency, constituencies))
      \(form.text("group", say.group, hint: say.groupHint))\(form.submit(say.doAdd, .quiet))
      """))
    \(if: !voters.isEmpty, removeForm(form))
    """
  }

  private var constituencies: [Choice] {
    reading.around.constituencies.map { Choice($0.code, "\($0.label(language))") }
  }

  private func copyForm(_ form: FormView) -> HTML {
    let others = reading.around.phases.filter { $0.kind.hasVoters && $0.id != reading.phase.id }
    guard !others.isEmpty else { return .empty }
    let choices = others.map {
      Choice($0.id.description, "\($0.position). \(PhasePhrases[language].kind($0.kind))")
    }
    return """
      <h2>\(say.copy)</h2><p>\(say.replaceHint)</p>
      \(send(
        .copy, form,
        "\(form.select("from", say.copyFrom, choices))\(form.submit(say.doCopy, .quiet))"))
      """
  }

  private func removeForm(_ form: FormView) -> HTML {
    """
    <h2>\(say.removeOne)</h2>
    \(send(
      .remove, form,
      "\(form.text("remove-code", say.code, .short))\(form.submit(say.doRemove, .quiet))"))
    """
  }

  private var people: HTML {
    let names = Dictionary(
      uniqueKeysWithValues: reading.around.constituencies.map { ($0.id, $0.label(language)) })
    let rows = voters.map { voter -> HTML in
      """
      <tr><th scope="row"><code>\(voter.code.text)</code></th><td>\(voter.name)</td>\
      <td>\(names[voter.constituency] ?? "")</td><td>\(voter.group)</td></tr>
      """
    }
    let next = voters.count == ReadPhases.pageSize ? voters.last?.code.text : nil
    let more = next.map { code in
      "<p>\(linkButton(say.more, route.with("dopo", code)[language], .quiet))</p>" as HTML
    }
    return """
      <h2>\(say.people)</h2>
      \(rows.isEmpty
        ? empty(say.nobody)
        : deskTable(say.people, [say.code, say.name, say.constituency, say.group], rows))\(more)
      """
  }

  private func forget(_ form: FormView) -> HTML {
    guard voters.contains(where: { !$0.name.isEmpty }) else { return .empty }
    return """
      <h2>\(say.forget)</h2><p>\(say.forgetHint)</p>
      \(send(.forget, form, form.submit(say.doForget, .danger)))
      """
  }
}
