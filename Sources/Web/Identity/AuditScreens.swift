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
          \(deskTable(
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
    return """
      <tr><td>\(screen.time(record.recordedAt))</td>\
      <td>\(line.actorName ?? say.actor(record.actorKind))</td>\
      <td>\(record.act.word(screen.language))</td>\
      <td>\(actObjectWord(record.object.kind, screen.language)) \(machineID(record.object.id))</td>\
      <td class="small">\(details(record, screen.language))</td></tr>
      """
  }

  /// The details of an act by name; of a digest its beginning, the whole of it to be copied.
  private func details(_ record: AuditRecord, _ language: Language) -> HTML {
    let told = record.detail.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }
    let parts = told.map { name, value -> HTML in
      """
      <span class="detail">\(actDetailWord(name, language)): \(value.contains("_")
        ? machineID(value) : digestOr(actDetailValue(name, value, language)))</span>
      """
    }
    return .joined(parts)
  }

  private func digestOr(_ value: String) -> HTML {
    Digest(value) == nil
      ? "\(value)" : "<code class=\"id\" title=\"\(value)\">\(String(value.prefix(12)))…</code>"
  }
}
