// The record of acts, for auditors and administrators.
import Domain
import Literals
import Phrases
import Services

/// Who did what, the latest first.
struct AuditScreens: ScreenGroup {
  let identity: IdentityServices

  func add(to screens: Screens) {
    screens.get(IdentityRoutes.audit, audience: .signedIn, use: list)
  }

  private func list(_ screen: ScreenContext) async throws -> Reply {
    let cursor = screen.query("prima").flatMap { AuditRecord.ID($0) }
    guard let acts = try await identity.readPeople.acts(before: cursor, for: screen.actor) else {
      return .problem(.notAllowed)
    }
    let say = IdentityPhrases[screen.language]
    let shown = acts.prefix(ReadPeople.actsPerPage)
    let older: HTML? =
      acts.count > shown.count
      ? shown.last.map { last in
        let route = IdentityRoutes.audit().with("prima", last.record.id.description)
        return """
          <p class="pages"><a class="button quiet" href="\(route[screen.language])">\
          \(say.older)</a></p>
          """
      } : nil
    return .page(
      Page(
        say.audit, at: IdentityRoutes.audit(),
        body: """
          \(table(
            say.audit, [say.when, say.who, say.act, say.object, say.detail],
            shown.map { row($0, screen, say) }))
          \(older)
          """
      ).with {
        $0.layout = .desk
        $0.lead = "\(say.auditLead)"
        $0.crumbs = [Crumb(ShellPhrases[screen.language].desk, SharedRoutes.desk())]
      })
  }

  private func row(_ line: AuditLine, _ screen: ScreenContext, _ say: IdentityPhrases) -> HTML {
    let record = line.record
    let detail = record.detail.sorted { $0.key < $1.key }
      .map { "\($0.key)=\($0.value)" }.joined(separator: " ")
    return """
      <tr><td>\(record.recordedAt.formatted(screen.language))</td>\
      <td>\(line.actorName ?? say.actor(record.actorKind))</td>\
      <td><code>\(record.act.rawValue)</code></td>\
      <td>\(record.object.kind) <code>\(record.object.id)</code></td>\
      <td class="small">\(detail)</td></tr>
      """
  }
}
