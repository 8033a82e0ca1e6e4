// Invitations: at the desk for administrators, and the page of the link in the mail.
import Domain
import Literals
import Phrases
import Services

/// Inviting, withdrawing, accepting.
struct InvitationScreens: ScreenGroup {
  let identity: IdentityServices

  func add(to screens: Screens) {
    screens.get(IdentityRoutes.invitations, audience: .signedIn, use: list)
    screens.post(IdentityRoutes.invitations, audience: .signedIn, pace: .mail, use: invite)
    screens.post(IdentityRoutes.withdrawInvitation, audience: .signedIn, use: withdraw)
    screens.get(IdentityRoutes.invitation, use: offer)
    screens.post(IdentityRoutes.invitation, use: accept)
  }

  private func list(_ screen: ScreenContext) async throws -> Reply {
    guard let page = try await page(screen, screen.form()) else { return .problem(.notAllowed) }
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

  /// Programs that scan mail open every link: this page uses nothing, only its button does.
  private func offer(_ screen: ScreenContext, _ token: String) async throws -> Reply {
    let say = InvitationPhrases[screen.language]
    guard let found = try await identity.acceptInvitation.offer(token) else {
      return .status(410, gone(screen))
    }
    let role = IdentityPhrases[screen.language].role(found.role)
    let form = screen.form()
    return .page(
      Page(
        say.title, at: IdentityRoutes.invitation(token),
        body: """
          <p>\(say.offered(role))</p>
          <p>\(say.until(found.expiresAt.formatted(screen.language)))</p>
          \(form.post(to: IdentityRoutes.invitation(token), form.submit(say.accept)))
          """))
  }

  private func accept(
    _ screen: ScreenContext, _ body: FormBody, _ token: String
  ) async throws -> Reply {
    switch try await identity.acceptInvitation(token, requestID: screen.requestID) {
    case .accepted(_, let invitation):
      let desk = SharedRoutes.desk()[invitation.language].path
      _ = try await identity.requestSignInLink(
        .init(email: invitation.email, language: invitation.language, nextPath: desk))
      let say = InvitationPhrases[screen.language]
      return .seeOther(IdentityRoutes.checkMail(), flash: .done(say.accepted))
    case .notValid: return .status(410, gone(screen))
    }
  }

  private func gone(_ screen: ScreenContext) -> Page {
    let say = InvitationPhrases[screen.language]
    return Page(say.gone, at: IdentityRoutes.signIn(), body: "<p>\(say.goneText)</p>")
  }
}

extension InvitationScreens {
  /// Nil when not allowed.
  private func page(_ screen: ScreenContext, _ form: FormView) async throws -> Page? {
    guard let invitations = try await identity.invitePerson.list(for: screen.actor),
      let places = try await identity.readPeople.places(for: screen.actor)
    else { return nil }
    let (say, people) = (InvitationPhrases[screen.language], IdentityPhrases[screen.language])
    let pages = PeoplePage(screen: screen)
    let mayInvite = screen.mayAtDesk(.invitePerson)
    let rows = invitations.map { one -> HTML in
      let state = one.state(at: screen.now)
      let withdraw = form.post(
        to: IdentityRoutes.withdrawInvitation(one.id), form.submit(say.withdraw, .danger))
      return """
        <tr><th scope="row">\(one.name)</th><td>\(one.email.text)</td>\
        <td>\(people.role(one.role))</td><td>\(pages.place(one.scope, among: places))</td>\
        <td>\(screen.time(one.invitedAt))</td><td>\(say.state(state))\
        \(if: mayInvite && state == .open, withdraw)</td></tr>
        """
    }
    let columns = [
      people.name, people.email, people.roleToGive, people.scope, people.since, say.status,
    ]
    let inviting = form.post(
      to: IdentityRoutes.invitations(),
      """
      \(form.text("name", people.name, hint: say.nameHint, .name))
      \(form.text("email", people.email, .email))
      \(pages.roleFields(places, form))
      \(form.submit(say.invite))
      """)
    return screen.deskPage(
      say.title, at: IdentityRoutes.invitations(),
      under: Crumb(people.people, IdentityRoutes.people()),
      """
      \(rows.isEmpty ? "<p class=\"empty\">\(say.empty)</p>" : deskTable(say.title, columns, rows))
      \(if: mayInvite, "<h2>\(say.invite)</h2>\(inviting)")
      """
    ).with {
      $0.lead = "\(say.lead)"
      $0.problems = form.problems
    }
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
    problems = reader.problems
    request =
      if problems.isEmpty, let email, let role, let scope {
        InvitePerson.Request(to: email, name: name, language: language, as: role, in: scope)
      } else {
        nil
      }
  }
}
