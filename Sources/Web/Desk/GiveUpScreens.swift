// Giving up a refund by transfer that nobody can be found to take: one page, with a reason.
import Domain
import Literals
import Phrases
import Services

struct GiveUpScreens: ScreenGroup {
  let desk: DeskServices

  func add(to screens: Screens) {
    screens.get(DeskRoutes.giveUpRefund, audience: .signedIn, use: form)
    screens.post(DeskRoutes.giveUpRefund, use: giveUp)
  }

  private func form(_ screen: ScreenContext, _ id: Refund.ID) async throws -> Reply {
    guard let page = try await page(id, screen, screen.form()) else { return .notFound }
    return .page(page)
  }

  private func page(
    _ id: Refund.ID, _ screen: ScreenContext, _ form: FormView
  ) async throws -> Page? {
    guard let line = try await desk.refund(id, by: screen.actor),
      RefundGroup.byHand.states.contains(line.refund.state)
    else { return nil }
    let say = screen.returns
    let amount = line.refund.due.formatted(screen.language)
    return screen.deskPage(
      say.giveUpTitle(PaymentScreens.grouped(line.reference)), at: DeskRoutes.giveUpRefund(id),
      under: Crumb(say.refunds, DeskRoutes.refunds()),
      """
      <p>\(say.giveUpNote(amount))</p>
      \(form.post(
        to: DeskRoutes.giveUpRefund(id),
        "\(form.text("motivo", say.reason))\(form.submit(say.giveUp, .danger))"))
      """
    ).with { $0.problems = form.problems }
  }

  private func giveUp(
    _ screen: ScreenContext, _ body: FormBody, _ id: Refund.ID
  ) async throws -> Reply {
    let say = screen.returns
    var reader = FormReader(body, screen.language)
    let reason = reader.text("motivo", say.reason, max: 500)
    guard reader.problems.isEmpty else {
      let again = screen.form(again: body, reader.problems)
      guard let page = try await page(id, screen, again) else { return .notFound }
      return .unprocessable(page)
    }
    let list = DeskRoutes.refunds()
    switch try await desk.giveUpRefund(
      id, because: reason, by: screen.actor, requestID: screen.requestID)
    {
    case .givenUp: return .seeOther(list, flash: .done(say.givenUp))
    case .refused(let refusal):
      return .seeOther(list, flash: .note(refusal.sentence(screen.language)))
    case .reasonMissing, .noSuchRefund, .notAllowed: return .notFound
    }
  }
}
