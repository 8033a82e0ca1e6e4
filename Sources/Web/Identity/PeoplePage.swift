// The pages about people: the list with its filter, and one person with every role they had.
import Domain
import Literals
import Phrases
import Services

/// Draws the list of people and one person.
struct PeoplePage {
  let screen: ScreenContext

  var say: IdentityPhrases { IdentityPhrases[screen.language] }
  var words: RolePhrases { RolePhrases[screen.language] }

  func list(
    _ people: [PersonWithGrants], _ filter: PeopleFilter, in places: [NamedScope],
    _ form: FormView
  ) -> Page {
    let most = ReadPeople.peoplePerPage
    let rows = people.prefix(most).map(row)
    let mayAdd = screen.mayAtDesk(.addPerson)
    let addForm = form.post(
      to: IdentityRoutes.people(),
      """
      \(form.text("name", say.name))
      \(form.text("email", say.email, hint: say.addHint, .email))
      \(form.submit(say.add))
      """)
    let columns = [say.name, say.email, say.roles, say.lastSeen]
    return screen.deskPage(
      say.people, at: IdentityRoutes.people(),
      """
      <p class="actions">\
      \(linkButton(words.title, IdentityRoutes.roles()[screen.language], .quiet)) \
      \(linkButton(
        InvitationPhrases[screen.language].title, IdentityRoutes.invitations()[screen.language],
        .quiet))</p>
      \(filters(filter, places))
      \(rows.isEmpty ? empty(words.noPeople) : table(say.people, columns, rows, folds: true))
      \(if: people.count > most, "<p>\(words.more(most))</p>")
      \(if: mayAdd, "<h2>\(say.addPerson)</h2>\(addForm)")
      """
    ).with { $0.problems = form.problems }
  }

  private func row(_ one: PersonWithGrants) -> HTML {
    """
    <tr><th scope="row">\(screen.link(one.person.name, IdentityRoutes.person(one.person.id)))</th>\
    <td>\(one.person.email?.text ?? "–")</td>\
    <td>\(held(one.grants).map { "\(tag($0)) " as HTML })</td>\
    <td data-label="\(say.lastSeen)">\(one.lastSeenAt.map(screen.time) ?? "\(say.never)")</td></tr>
    """
  }

  private func filters(_ filter: PeopleFilter, _ places: [NamedScope]) -> HTML {
    let form = screen.form(
      FormBody([
        "cerca": filter.words, "ruolo": filter.role?.rawValue ?? "",
        "dove": filter.scope?.text ?? "",
      ]))
    let roles = Role.allCases.map { Choice($0.rawValue, "\(say.role($0))") }
    return screen.filterForm(
      IdentityRoutes.people(),
      """
      \(form.text("cerca", words.words, hint: words.wordsHint, .search))
      \(form.select("ruolo", say.roleToGive, [Choice("", "\(words.anyRole)")] + roles))
      \(form.select(
        "dove", say.scope, [Choice("", "\(words.anyPlace)")] + placeChoices(places)))
      """)
  }

  func one(
    _ person: PersonWithGrants, _ lines: [GrantLine], in places: [NamedScope], _ form: FormView,
    _ factor: FactorState?
  ) -> Page {
    let isSelf = screen.actor.person == person.person.id
    let acts: HTML = """
      <p><a href="\(IdentityRoutes.audit().with("persona", person.person.id.description)[
        screen.language])">\(say.theirActs)</a></p>
      """
    return screen.deskPage(
      person.person.name, at: IdentityRoutes.person(person.person.id),
      under: Crumb(say.people, IdentityRoutes.people()),
      """
      \(answers([
        Answer(say.email, person.person.email?.text ?? "–"),
        Answer(say.since, person.person.createdAt.formatted(screen.language)),
      ]))
      \(roles(person, lines, places, form))
      \(if: screen.mayAtDesk(.readAudit), acts)
      \(if: !isSelf && mayGrant, grantForm(person.person.id, places, form))
      \(history(lines, places))
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

  private var mayGrant: Bool { screen.mayAtDesk(.grantRole) }

  /// What they may do now, since when and by whom; each with the way to take it back.
  private func roles(
    _ person: PersonWithGrants, _ lines: [GrantLine], _ places: [NamedScope], _ form: FormView
  ) -> HTML {
    let mayRevoke = mayGrant && screen.actor.person != person.person.id
    let rows = lines.filter { $0.revokedAt == nil }.map { line -> HTML in
      let route = IdentityRoutes.revoke(person.person.id, line.grant.id)
      return """
        <tr><th scope="row">\(say.role(line.grant.role))</th>\
        <td>\(place(line.grant.scope, among: places))</td>\
        <td data-label="\(say.since)">\(screen.time(line.grant.grantedAt))</td>\
        <td data-label="\(words.givenBy)">\(giver(line))</td>\
        <td>\(if: mayRevoke, form.post(to: route, form.submit(say.revoke, .danger)))</td></tr>
        """
    }
    let columns = [say.roleToGive, say.scope, say.since, words.givenBy, say.action]
    return rows.isEmpty ? empty(say.noRoles) : table(say.roles, columns, rows, folds: true)
  }

  /// Everything that was given, and when and by whom it was taken back.
  private func history(_ lines: [GrantLine], _ places: [NamedScope]) -> HTML {
    guard lines.contains(where: { $0.revokedAt != nil }) else { return .empty }
    let rows = lines.map { line -> HTML in
      let end = line.revokedAt.map { at -> HTML in
        "\(screen.time(at)) \(words.takenBy(line.taker ?? say.actor(.operator)))"
      }
      return """
        <tr><th scope="row">\(say.role(line.grant.role))</th>\
        <td>\(place(line.grant.scope, among: places))</td>\
        <td data-label="\(words.givenOn)">\(screen.time(line.grant.grantedAt)) \
        \(words.takenBy(giver(line)))</td>\
        <td\(if: end != nil, " data-label=\"\(words.takenBack)\"")>\
        \(end ?? tag(words.stillHeld, .good))</td></tr>
        """
    }
    let columns = [say.roleToGive, say.scope, words.givenOn, words.takenBack]
    return """
      <h2>\(words.history)</h2>
      <p>\(words.historyLead)</p>
      \(table(words.history, columns, rows, folds: true))
      """
  }

  private func giver(_ line: GrantLine) -> String { line.giver ?? say.actor(.operator) }

  /// A place by its kind and name; by its id where the name is not known.
  func place(_ scope: Scope, among places: [NamedScope]) -> HTML {
    let kind = say.scopeKind(scope.kind)
    if scope == .platform { return "\(kind)" }
    guard let named = places.first(where: { $0.scope == scope }) else {
      return "\(kind) \(machineID(scope.id))"
    }
    return "\(kind): \(named.name(screen.language))"
  }
}

extension PeoplePage {
  private func factorPart(_ id: Person.ID, _ factor: FactorState?, _ form: FormView) -> HTML {
    let words = FactorPhrases[screen.language]
    let mayReset =
      factor != nil && screen.actor.person != id && screen.mayAtDesk(.resetFactor)
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
    """
    <h2>\(say.giveRole)</h2>
    \(form.post(
      to: IdentityRoutes.grant(id), "\(roleFields(places, form))\(form.submit(say.giveRole))"))
    """
  }

  /// Which role, and where.
  func roleFields(_ places: [NamedScope], _ form: FormView) -> HTML {
    let roles = Role.allCases.map { Choice($0.rawValue, "\(say.role($0))") }
    return """
      \(form.select("role", say.roleToGive, [Choice("", "\(words.choose)")] + roles))
      \(form.select("where", say.scope, placeChoices(places)))
      """
  }

  private func placeChoices(_ places: [NamedScope]) -> [Choice] {
    ([.platform] + places.map(\.scope)).map { Choice($0.text, place($0, among: places)) }
  }
}
