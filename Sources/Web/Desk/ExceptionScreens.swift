// What does not fit: what waits for somebody, what was closed, and closing one with a note.
import Domain
import Literals
import Phrases
import Services

struct ExceptionScreens: ScreenGroup {
  let desk: DeskServices

  func add(to screens: Screens) {
    screens.get(DeskRoutes.exceptions, audience: .signedIn, use: list)
    screens.get(DeskRoutes.exception, audience: .signedIn, use: show)
    screens.post(DeskRoutes.closeException, audience: .signedIn, use: close)
  }

  private func list(_ screen: ScreenContext) async throws -> Reply {
    let closed = screen.query("stato") == "chiuse"
    guard let exceptions = try await desk.exceptions(closed, by: screen.actor) else {
      return .notFound
    }
    let say = ExceptionPhrases[screen.language]
    let none = closed ? say.noneClosed : screen.money.noExceptions
    let list = exceptions.isEmpty ? empty(none) : exceptionTable(exceptions, screen)
    let other =
      closed
      ? screen.link(say.showOpen, DeskRoutes.exceptions())
      : screen.link(say.showClosed, DeskRoutes.exceptions().with("stato", "chiuse"))
    return .page(
      screen.deskPage(
        screen.desk.exceptions, at: DeskRoutes.exceptions(), "\(list)<p>\(other)</p>"
      ).with { $0.lead = "\(screen.money.exceptionsLead)" })
  }

  private func show(_ screen: ScreenContext, _ id: MoneyException.ID) async throws -> Reply {
    guard let found = try await desk.exception(id, by: screen.actor) else { return .notFound }
    return .page(page(found, id, screen, screen.form()))
  }

  private func page(
    _ found: ExceptionLine, _ id: MoneyException.ID, _ screen: ScreenContext, _ form: FormView
  ) -> Page {
    let (say, money) = (ExceptionPhrases[screen.language], screen.money)
    let kind = MoneyException.Kind(rawValue: found.kind)?.word(screen.language) ?? found.kind
    return screen.deskPage(
      say.title(kind), at: DeskRoutes.exception(id),
      under: Crumb(screen.desk.exceptions, DeskRoutes.exceptions()),
      """
      \(facts([
        (money.when, screen.time(found.openedAt)),
        (money.about, about(found, screen)),
        (money.expected, found.expected.isEmpty ? nil : screen.linked(found.expected)),
        (money.found, found.found.isEmpty ? nil : screen.linked(found.found)),
        (say.closed, found.closedAt.map(screen.time)),
        (say.closedBy, found.closedAt.map { _ in "\(found.closedBy ?? say.byItself)" }),
        (say.note, found.closedAt.map { _ in "\(found.noteWords(screen.language))" }),
      ]))
      \(if: found.closedAt == nil, closing(id, screen, form))
      """
    ).with { $0.problems = form.problems }
  }

  private func closing(
    _ id: MoneyException.ID, _ screen: ScreenContext, _ form: FormView
  ) -> HTML {
    let say = ExceptionPhrases[screen.language]
    guard screen.mayAtDesk(.closeException) else { return .empty }
    return form.post(
      to: DeskRoutes.closeException(id),
      """
      \(form.area("nota", say.howDealt, hint: say.howDealtHint, rows: 2))
      \(form.submit(say.close))
      """)
  }

  private func close(
    _ screen: ScreenContext, _ body: FormBody, _ id: MoneyException.ID
  ) async throws -> Reply {
    let say = ExceptionPhrases[screen.language]
    let outcome = try await desk.closeException(
      id, note: body.text("nota"), by: screen.deskActor)
    switch outcome {
    case .closed: return .seeOther(DeskRoutes.exceptions(), flash: .done(say.done))
    case .tooLate: return .seeOther(DeskRoutes.exception(id), flash: .note(say.tooLate))
    case .noteMissing:
      guard let found = try await desk.exception(id, by: screen.actor) else { return .notFound }
      let problem = FieldProblem("nota", "required", say.noteMissing)
      return .unprocessable(page(found, id, screen, screen.form(again: body, [problem])))
    case .notFound: return .notFound
    }
  }
}

private func about(_ exception: ExceptionLine, _ screen: ScreenContext) -> HTML {
  exception.payment.map { screen.linked(id: $0.description) }
    ?? "<code>\(exception.objectID)</code>"
}

/// What does not fit, with both values.
func exceptionTable(_ exceptions: [ExceptionLine], _ screen: ScreenContext) -> HTML {
  let say = screen.money
  let rows = exceptions.map { exception -> HTML in
    let kind = MoneyException.Kind(rawValue: exception.kind)?.word(screen.language)
    let word = tagged(kind ?? exception.kind, bad: exception.closedAt == nil)
    let link = MoneyException.ID(exception.id).map { id -> HTML in
      "<a href=\"\(DeskRoutes.exception(id)[screen.language])\">\(word)</a>"
    }
    let closed = exception.closedAt.map { at -> HTML in
      """
      <p class="small muted">\(screen.time(at)) \(exception.noteWords(screen.language))</p>
      """
    }
    return """
      <tr><td>\(screen.time(exception.openedAt))</td>\
      <td>\(link ?? word)\(closed)</td>\
      <td>\(about(exception, screen))</td>\
      <td>\(exception.expected)</td><td>\(exception.found)</td></tr>
      """
  }
  return deskTable(
    screen.desk.exceptions,
    [say.when, screen.machine.kind, say.about, say.expected, say.found], rows)
}
