// The roles: what each is for, who holds it and where; for administrators, auditors look on.
import Domain
import Literals
import Phrases
import Services

/// The page of the roles.
struct RoleScreens: ScreenGroup {
  /// The people without whom a role cannot do its work.
  private static let fewest: [Role: Int] = [.administrator: 2, .treasurer: 2]

  let identity: IdentityServices

  func add(to screens: Screens) {
    screens.get(IdentityRoutes.roles, audience: .signedIn, use: show)
  }

  private func show(_ screen: ScreenContext) async throws -> Reply {
    guard let held = try await identity.readPeople.grantsHeld(for: screen.actor),
      let places = try await identity.readPeople.places(for: screen.actor)
    else { return .problem(.notAllowed) }
    let say = RolePhrases[screen.language]
    let parts = Role.allCases.map { role in
      part(role, held.filter { $0.grant.role == role }, places, screen)
    }
    return .page(
      screen.deskPage(
        say.title, at: IdentityRoutes.roles(),
        under: Crumb(IdentityPhrases[screen.language].people, IdentityRoutes.people()),
        "\(parts)"
      ).with { $0.lead = "\(say.lead)" })
  }

  private func part(
    _ role: Role, _ held: [GrantLine], _ places: [NamedScope], _ screen: ScreenContext
  ) -> HTML {
    let (say, people) = (RolePhrases[screen.language], IdentityPhrases[screen.language])
    let name = people.role(role).prefix(1).uppercased() + people.role(role).dropFirst()
    let holders = Set(held.map(\.grant.person)).count
    let rows = held.map { line -> HTML in
      """
      <tr><th scope="row">\
      \(screen.link(line.holder, IdentityRoutes.person(line.grant.person)))</th>\
      <td>\(PeoplePage(screen: screen).place(line.grant.scope, among: places))</td>\
      <td data-label="\(say.givenOn)">\(screen.time(line.grant.grantedAt))</td>\
      <td data-label="\(say.givenBy)">\(line.giver ?? people.actor(.operator))</td></tr>
      """
    }
    let columns = [say.person, people.scope, say.givenOn, say.givenBy]
    return """
      <h2>\(name)</h2>
      <p>\(say.meaning(role))</p>
      \(warning(role, holders, say).map { callout(tone: .info, "<p>\($0)</p>") })
      \(rows.isEmpty
        ? "<p class=\"muted\">\(say.nobody)</p>"
        : table(name, columns, rows, folds: true))
      """
  }

  /// What to know where a role lies on too few people.
  private func warning(_ role: Role, _ holders: Int, _ say: RolePhrases) -> String? {
    guard let fewest = Self.fewest[role], holders < fewest else { return nil }
    return role == .administrator ? say.oneAdministrator : say.oneTreasurer
  }
}
