// The pages about people.
import Domain
import Literals
import Phrases

/// Draws the list of people and one person.
struct PeoplePage {
  let screen: ScreenContext

  private var say: IdentityPhrases { IdentityPhrases[screen.language] }

  func list(_ people: [PersonWithGrants], _ form: FormView) -> Page {
    let rows = people.map { one -> HTML in
      """
      <tr><th scope="row"><a href="\(IdentityRoutes.person(one.person.id)[screen.language])">\
      \(one.person.name)</a></th><td>\(one.person.email?.text ?? "–")</td>\
      <td>\(held(one.grants).map { "\(tag($0)) " as HTML })</td>\
      <td>\(one.lastSeenAt.map(screen.time) ?? "\(say.never)")</td></tr>
      """
    }
    let mayAdd = screen.actor.may(.addPerson, on: .platform)
    let addForm = form.post(
      to: IdentityRoutes.people(),
      """
      \(form.text("name", say.name, .name))
      \(form.text("email", say.email, hint: say.addHint, .email))
      \(form.submit(say.add))
      """)
    return screen.deskPage(
      say.people, at: IdentityRoutes.people(),
      """
      \(deskTable(say.people, [say.name, say.email, say.roles, say.lastSeen], rows))
      <p>\(screen.link(InvitationPhrases[screen.language].title, IdentityRoutes.invitations()))</p>
      \(if: mayAdd, "<h2>\(say.addPerson)</h2>\(addForm)")
      """
    ).with { $0.problems = form.problems }
  }

  func one(
    _ person: PersonWithGrants, in places: [NamedScope], _ form: FormView, _ factor: FactorState?
  ) -> Page {
    let isSelf = screen.actor.person == person.person.id
    let rows = person.grants.map { grant -> HTML in
      let route = IdentityRoutes.revoke(person.person.id, grant.id)
      return """
        <tr><th scope="row">\(say.role(grant.role))</th>\
        <td>\(place(grant.scope, among: places))</td><td>\(screen.time(grant.grantedAt))</td>\
        <td>\(if: !isSelf && mayGrant, form.post(to: route, form.submit(say.revoke, .danger)))</td>\
        </tr>
        """
    }
    let acts: HTML = """
      <p><a href="\(IdentityRoutes.audit().with("persona", person.person.id.description)[
        screen.language])">\(say.theirActs)</a></p>
      """
    return screen.deskPage(
      person.person.name, at: IdentityRoutes.person(person.person.id),
      under: Crumb(say.people, IdentityRoutes.people()),
      """
      \(answers([Answer(say.email, person.person.email?.text ?? "–")]))
      \(rows.isEmpty
        ? "<p class=\"empty\">\(say.noRoles)</p>"
        : table(say.roles, [say.roles, say.scope, say.since, say.action], rows))
      \(if: screen.mayAtDesk(.readAudit), acts)
      \(if: !isSelf && mayGrant, grantForm(person.person.id, places, form))
      \(factorPart(person.person.id, factor, form))
      \(standInPart(person, own: screen.signedIn?.grants ?? [], form))
      """
    ).with { $0.problems = form.problems }
  }

  /// The roles held, each once, with in how many places where it is more than one.
  private func held(_ grants: [Grant]) -> [String] {
    Role.allCases.compactMap { role in
      let count = grants.count { $0.role == role }
      return count == 0 ? nil : count == 1 ? say.role(role) : "\(say.role(role)) × \(count)"
    }
  }

  private var mayGrant: Bool { screen.actor.may(.grantRole, on: .platform) }

  /// A place by its kind and name; by its id where the name is not known.
  func place(_ scope: Scope, among places: [NamedScope]) -> HTML {
    let kind = say.scopeKind(scope.kind)
    if scope == .platform { return "\(kind)" }
    guard let named = places.first(where: { $0.scope == scope }) else {
      return "\(kind) \(machineID(scope.id))"
    }
    return "\(kind): \(named.name(screen.language))"
  }

  private func factorPart(_ id: Person.ID, _ factor: FactorState?, _ form: FormView) -> HTML {
    let words = FactorPhrases[screen.language]
    let mayReset =
      factor != nil && screen.actor.person != id && screen.actor.may(.resetFactor, on: .platform)
    let since = factor?.confirmedAt.map { words.since($0.formatted(screen.language)) }
    let reset = form.post(
      to: IdentityRoutes.resetFactor(id),
      """
      \(form.text("motivo", words.reason, hint: words.resetHint))
      \(form.submit(words.reset, .danger))
      """)
    return """
      <h2>\(words.title)</h2>
      <p>\(since ?? words.noFactor)</p>
      \(if: mayReset, reset)
      """
  }

  private func grantForm(_ id: Person.ID, _ places: [NamedScope], _ form: FormView) -> HTML {
    return """
      <h2>\(say.giveRole)</h2>
      \(form.post(
        to: IdentityRoutes.grant(id),
        """
        \(roleFields(places, form))
        \(form.submit(say.giveRole))
        """))
      """
  }

  /// Which role, and where.
  func roleFields(_ places: [NamedScope], _ form: FormView) -> HTML {
    let roles = Role.allCases.map { Choice($0.rawValue, "\(say.role($0))") }
    let scopes = [.platform] + places.map(\.scope)
    let choices = scopes.map { Choice($0.text, place($0, among: places)) }
    return """
      \(form.select("role", say.roleToGive, roles))
      \(form.select("where", say.scope, choices))
      """
  }
}
