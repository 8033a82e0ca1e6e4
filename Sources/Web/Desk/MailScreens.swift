// Mail that waits or failed: to whom in part, why, and letting it try again. Never what it says.
import Domain
import Literals
import Phrases
import Services

struct MailScreens: ScreenGroup {
  let desk: DeskServices

  func add(to screens: Screens) {
    screens.get(DeskRoutes.mail, audience: .signedIn, use: list)
    screens.post(DeskRoutes.retryMail, audience: .signedIn, use: retry)
  }

  private func list(_ screen: ScreenContext) async throws -> Reply {
    let status = screen.query("stato").flatMap(MailLine.Status.init) ?? .failed
    let filter = MailFilter(status: status, after: screen.after)
    guard let mail = try await desk.mail(filter, by: screen.actor) else { return .notFound }
    let form = screen.form(FormBody(["stato": status.rawValue]))
    let states = MailLine.Status.allCases.map { Choice($0.rawValue, "\($0.word(screen.language))") }
    let list =
      mail.items.isEmpty
      ? "<p class=\"empty\">\(screen.desk.nothing)</p>" : table(mail.items, screen)
    return .page(
      screen.deskPage(
        screen.desk.mail, at: DeskRoutes.mail(),
        """
        \(screen.filterForm(DeskRoutes.mail(), form.select("stato", screen.desk.status, states)))
        \(list)
        \(screen.deskPages(mail.next, of: DeskRoutes.mail().with("stato", status.rawValue)))
        """))
  }

  /// Who may act also reads the subject; an auditor sees that a message went, not what about.
  private func table(_ mail: [MailLine], _ screen: ScreenContext) -> HTML {
    let say = screen.machine
    let mayAct = screen.mayAtDesk(.retryJob)
    let rows = mail.map { line -> HTML in
      let form = screen.form()
      let button: HTML =
        mayAct && line.status == .failed
        ? form.post(to: DeskRoutes.retryMail(line.id), form.submit(say.retry, .quiet)) : .empty
      return """
        <tr><td>\(screen.time(line.createdAt))</td><td><code>\(line.kind)</code></td>\
        <td>\(line.maskedAddress)</td>\(if: mayAct, "<td>\(line.subject)</td>")\
        <td>\(tagged(line.status.word(screen.language), bad: line.status == .failed))</td>\
        <td>\(line.lastError ?? "")</td>\(if: mayAct, "<td>\(button)</td>")</tr>
        """
    }
    let columns =
      [say.created, say.kind, say.to] + (mayAct ? [say.subjectLine] : [])
      + [screen.desk.status, say.lastError] + (mayAct ? [say.retry] : [])
    return deskTable(screen.desk.mail, columns, rows)
  }

  private func retry(_ screen: ScreenContext, _ form: FormBody, _ id: String) async throws -> Reply
  {
    switch try await desk.retryMail(id, by: screen.deskActor) {
    case .queued: .seeOther(DeskRoutes.mail(), flash: .done(screen.machine.queuedAgain))
    case .tooLate: .seeOther(DeskRoutes.mail(), flash: .note(screen.machine.tooLate))
    case .notAllowed: .notFound
    }
  }
}
