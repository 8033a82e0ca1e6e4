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
  }

  private func list(_ screen: ScreenContext) async throws -> Reply {
    guard let people = try await identity.readPeople.people(for: screen.actor) else {
      return .problem(.notAllowed)
    }
    return .page(PeoplePage(screen: screen).list(people, screen.form()))
  }

  private func add(_ screen: ScreenContext, _ body: FormBody) async throws -> Reply {
    let form = PersonForm(body, screen.language)
    guard let request = form.request else {
      guard let people = try await identity.readPeople.people(for: screen.actor) else {
        return .problem(.notAllowed)
      }
      return .unprocessable(
        PeoplePage(screen: screen).list(people, screen.form(again: body, form.problems)))
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
    guard let person = try await identity.readPeople.person(id, for: screen.actor) else {
      return .notFound
    }
    return .page(PeoplePage(screen: screen).one(person, screen.form()))
  }

  private func grant(
    _ screen: ScreenContext, _ body: FormBody, _ id: Person.ID
  ) async throws -> Reply {
    let form = GrantForm(body, id, screen.language)
    guard let request = form.request else {
      guard let person = try await identity.readPeople.person(id, for: screen.actor) else {
        return .notFound
      }
      return .unprocessable(
        PeoplePage(screen: screen).one(person, screen.form(again: body, form.problems)))
    }
    let say = IdentityPhrases[screen.language]
    let back = IdentityRoutes.person(id)
    switch try await identity.grantRole(
      request, by: screen.actor, requestID: screen.requestID)
    {
    case .granted: return .seeOther(back, flash: .done(say.roleGranted))
    case .heldAlready: return .seeOther(back, flash: .note(say.roleHeld))
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

  init(_ body: FormBody, _ person: Person.ID, _ language: Language) {
    let say = IdentityPhrases[language]
    var reader = FormReader(body, language)
    let role = reader.choice("role", say.roleToGive, of: Role.self)
    let kind = reader.choice("where", say.scope, of: Scope.Kind.self)
    let id = reader.optionalText("scope", say.scopeID, max: 60)
    let scope = kind.flatMap { Scope($0, id: id) }
    if kind != nil, scope == nil { reader.refuse("scope", "wrong-scope", say.scopeWrong) }
    problems = reader.problems
    request =
      if problems.isEmpty, let role, let scope {
        GrantRole.Request(person: person, role: role, scope: scope)
      } else {
        nil
      }
  }
}
