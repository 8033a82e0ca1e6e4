// People and their roles, for administrators; auditors look on.
import Domain
import Literals
import Phrases
import Services

/// The list of people, one person, giving and taking back roles.
struct PeopleScreens: ScreenGroup {
  let identity: IdentityServices

  func add(to screens: Screens) {
    screens.get(IdentityRoutes.people, audience: .signedIn, use: list)
    screens.post(IdentityRoutes.people, audience: .signedIn, use: add)
    screens.get(IdentityRoutes.person, audience: .signedIn, use: show)
    screens.post(IdentityRoutes.grant, audience: .signedIn, use: grant)
    screens.post(IdentityRoutes.revoke, audience: .signedIn, use: revoke)
    screens.post(IdentityRoutes.resetFactor, audience: .signedIn, use: resetFactor)
  }

  private func list(_ screen: ScreenContext) async throws -> Reply {
    guard let page = try await list(screen, screen.form()) else { return .problem(.notAllowed) }
    return .page(page)
  }

  /// The list under the filter of the address; nil when not allowed.
  private func list(_ screen: ScreenContext, _ form: FormView) async throws -> Page? {
    let filter = PeopleFilter(
      words: screen.query("cerca")?.trimmed ?? "",
      role: screen.query("ruolo").flatMap(Role.init(rawValue:)),
      scope: screen.query("dove").flatMap(Scope.init(text:)))
    guard let people = try await identity.readPeople.people(filter, for: screen.actor),
      let places = try await identity.readPeople.places(for: screen.actor)
    else { return nil }
    return PeoplePage(screen: screen).list(people, filter, in: places, form)
  }

  private func add(_ screen: ScreenContext, _ body: FormBody) async throws -> Reply {
    let form = PersonForm(body, screen.language)
    guard let request = form.request else {
      guard let page = try await list(screen, screen.form(again: body, form.problems)) else {
        return .problem(.notAllowed)
      }
      return .unprocessable(page)
    }
    let say = IdentityPhrases[screen.language]
    switch try await identity.addPerson(
      request, by: screen.actor, requestID: screen.requestID)
    {
    case .added(let person):
      return .seeOther(IdentityRoutes.person(person.id), flash: .done(say.personAdded))
    case .known(let person):
      return .seeOther(IdentityRoutes.person(person.id), flash: .note(say.personKnown))
    case .notAllowed: return .problem(.notAllowed)
    }
  }

  private func show(_ screen: ScreenContext, _ id: Person.ID) async throws -> Reply {
    guard let page = try await page(id, screen, screen.form()) else { return .notFound }
    return .page(page)
  }

  /// The page of one person; nil when there is none, or not allowed.
  func page(_ id: Person.ID, _ screen: ScreenContext, _ form: FormView) async throws
    -> Page?
  {
    guard let person = try await identity.readPeople.person(id, for: screen.actor),
      let lines = try await identity.readPeople.grants(of: id, for: screen.actor),
      let places = try await identity.readPeople.places(for: screen.actor)
    else { return nil }
    let factor = try await identity.resetFactor.state(of: id, for: screen.actor)
    return PeoplePage(screen: screen).one(person, lines, in: places, form, factor)
  }

  private func resetFactor(
    _ screen: ScreenContext, _ body: FormBody, _ id: Person.ID
  ) async throws -> Reply {
    let say = FactorPhrases[screen.language]
    let back = IdentityRoutes.person(id)
    var reader = FormReader(body, screen.language)
    let reason = reader.text("motivo", say.reason, max: ResetFactor.reasonMax)
    if !reader.problems.isEmpty {
      let again = screen.form(again: body, reader.problems)
      guard let page = try await page(id, screen, again) else { return .notFound }
      return .unprocessable(page)
    }
    switch try await identity.resetFactor(
      id, because: reason, by: screen.actor, requestID: screen.requestID)
    {
    case .reset: return .seeOther(back, flash: .done(say.wasReset))
    case .noFactor, .reasonMissing: return .seeOther(back, flash: .note(say.noFactor))
    case .notOnesOwn: return .seeOther(back, flash: .problem(say.resetByAnother))
    case .notProved: return .proveFirst
    case .notAllowed: return .problem(.notAllowed)
    }
  }

  private func grant(
    _ screen: ScreenContext, _ body: FormBody, _ id: Person.ID
  ) async throws -> Reply {
    let places = try await identity.readPeople.places(for: screen.actor) ?? []
    let form = GrantForm(body, id, in: places, screen.language)
    guard let request = form.request else {
      let again = screen.form(again: body, form.problems)
      guard let page = try await page(id, screen, again) else { return .notFound }
      return .unprocessable(page)
    }
    let say = IdentityPhrases[screen.language]
    let back = IdentityRoutes.person(id)
    switch try await identity.grantRole(
      request, by: screen.actor, requestID: screen.requestID)
    {
    case .granted: return .seeOther(back, flash: .done(say.roleGranted))
    case .heldAlready: return .seeOther(back, flash: .note(say.roleHeld))
    case .notProved: return .proveFirst
    case .notToOneself: return .seeOther(back, flash: .problem(say.roleNotToOneself))
    case .notAllowed: return .problem(.notAllowed)
    case .noSuchPerson: return .notFound
    }
  }

  private func revoke(
    _ screen: ScreenContext, _ body: FormBody, _ id: Person.ID, _ grant: Grant.ID
  ) async throws -> Reply {
    let say = IdentityPhrases[screen.language]
    let back = IdentityRoutes.person(id)
    switch try await identity.revokeRole(
      grant, of: id, by: screen.actor, requestID: screen.requestID)
    {
    case .revoked: return .seeOther(back, flash: .done(say.roleRevoked))
    case .noSuchGrant: return .seeOther(back, flash: .note(say.roleGone))
    case .notProved: return .proveFirst
    case .notOnesOwn: return .seeOther(back, flash: .problem(say.roleNotToOneself))
    case .notAllowed: return .problem(.notAllowed)
    }
  }
}

/// Someone to add.
struct PersonForm {
  let request: AddPerson.Request?
  let problems: [FieldProblem]

  init(_ body: FormBody, _ language: Language) {
    let say = IdentityPhrases[language]
    var reader = FormReader(body, language)
    let name = reader.text("name", say.name)
    let email = reader.email("email", say.email)
    problems = reader.problems
    request =
      problems.isEmpty
      ? email.map { AddPerson.Request(email: $0, name: name, language: language) } : nil
  }
}

/// A role to give.
struct GrantForm {
  let request: GrantRole.Request?
  let problems: [FieldProblem]

  init(
    _ body: FormBody, _ person: Person.ID, in places: [NamedScope], _ language: Language
  ) {
    let say = IdentityPhrases[language]
    var reader = FormReader(body, language)
    let role = reader.choice("role", say.roleToGive, of: Role.self)
    let known = [.platform] + places.map(\.scope)
    let scope = Scope(text: body.text("where")).flatMap { known.contains($0) ? $0 : nil }
    if scope == nil {
      reader.refuse("where", "not-a-choice", FormPhrases[language].notAChoice(say.scope))
    }
    problems = reader.problems
    request =
      if problems.isEmpty, let role, let scope {
        GrantRole.Request(person: person, role: role, scope: scope)
      } else {
        nil
      }
  }
}
