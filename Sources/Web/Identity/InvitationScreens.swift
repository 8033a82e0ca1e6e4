// Inviting people to roles, at the desk: the list, the form, taking an offer back.
import Domain
import Literals
import Phrases
import Services

/// Inviting and withdrawing.
struct InvitationScreens: ScreenGroup {
  let identity: IdentityServices

  func add(to screens: Screens) {
    screens.get(IdentityRoutes.invitations, audience: .signedIn, use: list)
    screens.post(IdentityRoutes.invitations, audience: .signedIn, pace: .mail, use: invite)
    screens.post(IdentityRoutes.withdrawInvitation, audience: .signedIn, use: withdraw)
  }

  private func list(_ screen: ScreenContext) async throws -> Reply {
    let values = FormBody(["language": screen.language.rawValue])
    guard let page = try await page(screen, screen.form(values)) else {
      return .problem(.notAllowed)
    }
    return .page(page)
  }

  private func invite(_ screen: ScreenContext, _ body: FormBody) async throws -> Reply {
    let places = try await identity.readPeople.places(for: screen.actor) ?? []
    let form = InvitationForm(body, in: places, screen.language)
    guard let request = form.request else {
      let again = screen.form(again: body, form.problems)
      guard let page = try await page(screen, again) else { return .problem(.notAllowed) }
      return .unprocessable(page)
    }
    let (say, back) = (InvitationPhrases[screen.language], IdentityRoutes.invitations())
    switch try await identity.invitePerson(
      request, by: screen.actor, requestID: screen.requestID)
    {
    case .invited: return .seeOther(back, flash: .done(say.invited))
    case .heldAlready: return .seeOther(back, flash: .note(say.held))
    case .notToOneself:
      let words = IdentityPhrases[screen.language].roleNotToOneself
      return .seeOther(back, flash: .problem(words))
    case .notProved: return .proveFirst
    case .notAllowed: return .problem(.notAllowed)
    }
  }

  private func withdraw(
    _ screen: ScreenContext, _ body: FormBody, _ id: Invitation.ID
  ) async throws -> Reply {
    let say = InvitationPhrases[screen.language]
    let done = try await identity.invitePerson.withdraw(
      id, by: screen.actor, requestID: screen.requestID)
    guard let done else { return .problem(.notAllowed) }
    return .seeOther(
      IdentityRoutes.invitations(), flash: done ? .done(say.withdrawn) : .note(say.over))
  }
}

extension InvitationScreens {
  /// Nil when not allowed.
  private func page(_ screen: ScreenContext, _ form: FormView) async throws -> Page? {
    guard let lines = try await identity.invitePerson.list(for: screen.actor),
      let places = try await identity.readPeople.places(for: screen.actor)
    else { return nil }
    let (say, people) = (InvitationPhrases[screen.language], IdentityPhrases[screen.language])
    let columns = [
      people.name, people.email, people.roleToGive, people.scope, say.by, people.when, say.status,
      people.action,
    ]
    let rows = lines.map { row($0, among: places, screen, form) }
    return screen.deskPage(
      say.title, at: IdentityRoutes.invitations(),
      under: Crumb(people.people, IdentityRoutes.people()),
      """
      \(rows.isEmpty ? empty(say.empty) : table(say.title, columns, rows, folds: true))
      \(if: screen.mayAtDesk(.invitePerson),
        "<h2>\(say.invite)</h2>\(fields(places, screen, form))")
      """
    ).with {
      $0.lead = "\(say.lead)"
      $0.problems = form.problems
    }
  }

  private func row(
    _ line: InvitationLine, among places: [NamedScope], _ screen: ScreenContext, _ form: FormView
  ) -> HTML {
    let (say, people) = (InvitationPhrases[screen.language], IdentityPhrases[screen.language])
    let one = line.invitation
    let state = one.state(at: screen.now)
    let mayWithdraw = state == .open && screen.mayAtDesk(.invitePerson)
    let withdraw = form.post(
      to: IdentityRoutes.withdrawInvitation(one.id), form.submit(say.withdraw, .danger))
    let until = "\(say.validUntil) \(one.expiresAt.formatted(screen.language))"
    return """
      <tr><th scope="row">\(one.name)</th><td>\(one.email.text)</td>\
      <td>\(people.role(one.role))</td>\
      <td>\(PeoplePage(screen: screen).place(one.scope, among: places))</td>\
      <td data-label="\(say.by)">\(line.host)</td><td>\(screen.time(one.invitedAt))</td>\
      <td>\(tag(say.state(state), state == .open ? .info : state == .accepted ? .good : .plain))\
      \(if: state == .open, "<div class=\"small\">\(until)</div>")</td>\
      <td>\(if: mayWithdraw, withdraw)</td></tr>
      """
  }

  private func fields(
    _ places: [NamedScope], _ screen: ScreenContext, _ form: FormView
  ) -> HTML {
    let (say, people) = (InvitationPhrases[screen.language], IdentityPhrases[screen.language])
    let languages = Language.allCases.map { Choice($0.rawValue, "\(say.languageName($0))") }
    return form.post(
      to: IdentityRoutes.invitations(),
      """
      \(form.text("name", people.name, hint: say.nameHint))
      \(form.text("email", people.email, hint: say.emailHint, .email))
      \(PeoplePage(screen: screen).roleFields(places, form))
      \(form.select("language", say.language, languages))
      \(form.submit(say.invite))
      """)
  }
}

/// Whom to invite to what.
struct InvitationForm {
  let request: InvitePerson.Request?
  let problems: [FieldProblem]

  init(_ body: FormBody, in places: [NamedScope], _ language: Language) {
    let say = IdentityPhrases[language]
    var reader = FormReader(body, language)
    let name = reader.text("name", say.name)
    let email = reader.email("email", say.email)
    let role = reader.choice("role", say.roleToGive, of: Role.self)
    let known = [.platform] + places.map(\.scope)
    let scope = Scope(text: body.text("where")).flatMap { known.contains($0) ? $0 : nil }
    if scope == nil {
      reader.refuse("where", "not-a-choice", FormPhrases[language].notAChoice(say.scope))
    }
    let theirs = reader.choice(
      "language", InvitationPhrases[language].language, of: Language.self)
    problems = reader.problems
    request =
      if problems.isEmpty, let email, let role, let scope, let theirs {
        InvitePerson.Request(to: email, name: name, language: theirs, as: role, in: scope)
      } else {
        nil
      }
  }
}
