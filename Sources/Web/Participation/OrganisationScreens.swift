// The desk's page of organisations: who there is, and a form for one more.
import Domain
import Literals
import Phrases
import Services

extension ParticipationScreens {
  func listOrganisations(_ screen: ScreenContext) async throws -> Reply {
    guard let all = try await organisations.all(for: screen.actor) else {
      return .problem(.notAllowed)
    }
    return .page(organisationsPage(screen, all, screen.form()))
  }

  func addOrganisation(_ screen: ScreenContext, _ body: FormBody) async throws -> Reply {
    let form = OrganisationForm(body, screen.language)
    guard let request = form.request else { return try await again(screen, body, form.problems) }
    let say = OrganisationPhrases[screen.language]
    let back = ParticipationRoutes.organisations()
    switch try await addsOrganisation(request, by: screen.actor, requestID: screen.requestID) {
    case .added: return .seeOther(back, flash: .done(say.added))
    case .repeated: return .seeOther(back, flash: .note(say.addedBefore))
    case .addressTaken(let slug):
      let problem = FieldProblem("name", "address-taken", say.nameTaken(slug.text))
      return try await again(screen, body, [problem])
    case .notAllowed: return .problem(.notAllowed)
    }
  }

  private func again(
    _ screen: ScreenContext, _ body: FormBody, _ problems: [FieldProblem]
  ) async throws -> Reply {
    guard let all = try await organisations.all(for: screen.actor) else {
      return .problem(.notAllowed)
    }
    return .unprocessable(organisationsPage(screen, all, screen.form(again: body, problems)))
  }

  private func organisationsPage(
    _ screen: ScreenContext, _ all: [Organisation], _ form: FormView
  ) -> Page {
    let say = OrganisationPhrases[screen.language]
    let rows = all.map { one -> HTML in
      """
      <tr><th scope="row">\(one.name)</th><td>\(one.place.isEmpty ? "–" : one.place)</td>\
      <td>\(one.taxCode.isEmpty ? "–" : one.taxCode)</td></tr>
      """
    }
    let addForm: HTML = """
      <h2>\(say.addTitle)</h2>
      \(form.post(
        to: ParticipationRoutes.organisations(),
        """
        \(form.text("name", say.name, hint: say.nameHint, .organisation))
        \(form.text("place", say.place, hint: say.placeHint, .city))
        \(form.text("tax-code", say.taxCode, hint: say.taxCodeHint, .code))
        \(form.area("about-it", say.about, rows: 3))
        \(form.area("about-en", say.aboutEnglish, hint: say.optional, rows: 3))
        \(form.submit(say.add))
        """))
      """
    return screen.deskPage(
      say.title, at: ParticipationRoutes.organisations(),
      """
      <p>\(say.lead)</p>
      \(rows.isEmpty
        ? empty(say.none) : deskTable(say.title, [say.name, say.place, say.taxCode], rows))
      \(if: screen.mayAtDesk(.addOrganisation), addForm)
      """
    ).with { $0.problems = form.problems }
  }
}

/// An organisation to add.
struct OrganisationForm {
  let request: AddOrganisation.Request?
  let problems: [FieldProblem]

  init(_ body: FormBody, _ language: Language) {
    let say = OrganisationPhrases[language]
    var reader = FormReader(body, language)
    let name = reader.text("name", say.name, max: 120)
    let place = reader.text("place", say.place, max: 80)
    let typed = body.text("tax-code")
    let taxCode = TaxCode(typed)
    if !typed.isEmpty, taxCode == nil {
      reader.refuse("tax-code", "not-a-tax-code", say.taxCodeWrong)
    }
    let about = LocalText(
      italian: reader.optionalText("about-it", say.about, max: 600),
      english: reader.optionalText("about-en", say.aboutEnglish, max: 600))
    problems = reader.problems
    request =
      problems.isEmpty
      ? AddOrganisation.Request(name: name, taxCode: taxCode, place: place, about: about) : nil
  }
}
