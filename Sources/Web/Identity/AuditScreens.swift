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
    let filter = AuditFilter(
      object: screen.query("oggetto")?.trimmed ?? "",
      person: screen.query("persona")?.trimmed ?? "",
      before: screen.query("prima").flatMap { AuditRecord.ID($0) })
    guard let acts = try await identity.readPeople.acts(filter, for: screen.actor) else {
      return .problem(.notAllowed)
    }
    let say = IdentityPhrases[screen.language]
    let shown = acts.prefix(ReadPeople.actsPerPage)
    let columns = [say.when, say.who, say.act, say.object, say.detail]
    return .page(
      screen.deskPage(
        say.audit, at: IdentityRoutes.audit(),
        """
        \(filters(filter, screen, say))
        \(shown.isEmpty
          ? "<p class=\"empty\">\(say.noActs)</p>"
          : deskTable(say.audit, columns, shown.map { row($0, screen, say) }))
        \(if: acts.count > shown.count, older(than: shown.last, filter, screen, say))
        """
      ).with { $0.lead = "\(say.auditLead)" })
  }

  private func filters(
    _ filter: AuditFilter, _ screen: ScreenContext, _ say: IdentityPhrases
  ) -> HTML {
    let form = screen.form(FormBody(["oggetto": filter.object, "persona": filter.person]))
    return screen.filterForm(
      IdentityRoutes.audit(),
      """
      \(form.text("oggetto", say.filterObject, hint: say.filterObjectHint, .code))
      \(form.text("persona", say.filterPerson, hint: say.filterPersonHint))
      """)
  }

  /// The way to the acts before the last one shown, under the same filter.
  private func older(
    than last: AuditLine?, _ filter: AuditFilter, _ screen: ScreenContext, _ say: IdentityPhrases
  ) -> HTML {
    guard let last else { return .empty }
    var route = IdentityRoutes.audit().with("prima", last.record.id.description)
    if !filter.object.isEmpty { route = route.with("oggetto", filter.object) }
    if !filter.person.isEmpty { route = route.with("persona", filter.person) }
    return """
      <p class="pages"><a class="button quiet" href="\(route[screen.language])">\(say.older)</a></p>
      """
  }

  /// Who and what lead to everything else by the same person, or about the same object.
  private func row(_ line: AuditLine, _ screen: ScreenContext, _ say: IdentityPhrases) -> HTML {
    let record = line.record
    let actor = record.actor?.description ?? record.actorKind.rawValue
    let by = IdentityRoutes.audit().with("persona", actor)
    let about = IdentityRoutes.audit().with("oggetto", record.object.id)
    let inPlace = line.helpedName.map {
      "<div class=\"small\">\(StandInPhrases[screen.language].inPlaceOf($0))</div>" as HTML
    }
    let object: HTML =
      record.object.id.isEmpty
      ? .empty
      : "<a href=\"\(about[screen.language])\">\(short(record.object.id))</a>"
    return """
      <tr><td>\(screen.time(record.recordedAt))</td>\
      <td><a href="\(by[screen.language])">\
      \(line.actorName ?? say.actor(record.actorKind))</a>\(inPlace)</td>\
      <td>\(record.act.word(screen.language))</td>\
      <td>\(actObjectWord(record.object.kind, screen.language)) \(object)</td>\
      <td class="small">\(details(record, screen.language))</td></tr>
      """
  }

  /// The details of an act by name.
  private func details(_ record: AuditRecord, _ language: Language) -> HTML {
    let told = record.detail.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }
    let parts = told.map { name, value -> HTML in
      """
      <span class="detail">\(actDetailWord(name, language)): \(value.contains("_")
        || Digest(value) != nil ? short(value) : "\(actDetailValue(name, value, language))")</span>
      """
    }
    return .joined(parts)
  }

  /// What a machine wrote, to be copied: of a digest its beginning, and the whole on pointing.
  private func short(_ id: String) -> HTML {
    Digest(id) == nil
      ? machineID(id) : "<code class=\"id\" title=\"\(id)\">\(String(id.prefix(12)))…</code>"
  }
}
