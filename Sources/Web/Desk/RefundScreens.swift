// Refunds at the desk: the list, asking for one part by part, and deciding on somebody else's.
import Domain
import Literals
import Phrases
import Services

struct RefundScreens: ScreenGroup {
  let desk: DeskServices

  func add(to screens: Screens) {
    screens.get(DeskRoutes.refunds, audience: .signedIn, use: list)
    screens.get(DeskRoutes.refundForm, audience: .signedIn, use: form)
    screens.post(DeskRoutes.refundForm, use: request)
    screens.post(DeskRoutes.decideRefund, use: decide)
    GiveUpScreens(desk: desk).add(to: screens)
    screens.get(DeskRoutes.disputes, audience: .signedIn, use: disputes)
  }

  private func list(_ screen: ScreenContext) async throws -> Reply {
    let say = screen.returns
    var parts: [HTML] = []
    for group in RefundGroup.allCases {
      guard let lines = try await desk.refunds(group, by: screen.actor) else { return .notFound }
      if lines.isEmpty, group != .toDecide { continue }
      let table =
        lines.isEmpty
        ? "<p class=\"empty\">\(say.none)</p>"
        : refundTable(group.word(screen.language), lines, screen)
      parts.append("<h2>\(group.word(screen.language))</h2>\(table)")
    }
    return .page(
      screen.deskPage(say.refunds, at: DeskRoutes.refunds(), .joined(parts)).with {
        $0.lead = "\(say.refundsLead)"
      })
  }

  private func form(_ screen: ScreenContext, _ id: Payment.ID) async throws -> Reply {
    guard screen.mayAtDesk(.refundPayment),
      let found = try await desk.refundable(id, by: screen.actor)
    else { return .notFound }
    let left = found.left
    let values = FormBody([
      RefundPart.reward.rawValue: left.reward.typed, RefundPart.gift.rawValue: left.gift.typed,
      RefundPart.shipping.rawValue: left.shipping.typed,
    ])
    return .page(page(found, screen, screen.form(values)))
  }

  private func page(_ found: Refundable, _ screen: ScreenContext, _ form: FormView) -> Page {
    let say = screen.returns
    let language = screen.language
    let fields = RefundPart.allCases.filter { found.left[$0].isPositive }.map { part in
      form.amount(
        part.rawValue, label(of: part, say),
        hint: say.left(found.left[part].formatted(language)))
    }
    let reasons = Refund.Reason.ofDesk.map { Choice($0.rawValue, "\($0.word(language))") }
    let body: HTML =
      if found.isDisputed {
        "<p class=\"callout danger\">\(RefundRefusal.disputed.sentence(language))</p>"
      } else if found.left.total.isZero {
        "<p class=\"empty\">\(say.left(found.left.total.formatted(language)))</p>"
      } else {
        form.post(
          to: DeskRoutes.refundForm(found.payment.id),
          """
          \(fields)\(form.select("motivo", say.reason, reasons))
          <p class="muted">\(say.twoPeople)</p>\(form.submit(say.request))
          """)
      }
    return screen.deskPage(
      say.refund(PaymentScreens.grouped(found.reference)),
      at: DeskRoutes.refundForm(found.payment.id),
      under: Crumb(screen.desk.payments, DeskRoutes.payments()), body
    ).with { $0.problems = form.problems }
  }

  private func label(of part: RefundPart, _ say: ReturnDeskPhrases) -> String {
    switch part {
    case .reward: say.reward
    case .gift: say.gift
    case .shipping: say.shipping
    }
  }

  private func request(
    _ screen: ScreenContext, _ body: FormBody, _ id: Payment.ID
  ) async throws -> Reply {
    let say = screen.returns
    guard let reason = Refund.Reason(rawValue: body.text("motivo")),
      Refund.Reason.ofDesk.contains(reason)
    else { return .problem(.malformed) }
    var amounts: [RefundPart: Money] = [:]
    var problems: [FieldProblem] = []
    for part in RefundPart.allCases where !body.text(part.rawValue).isEmpty {
      do { amounts[part] = try Money(typed: body.text(part.rawValue)) } catch {
        problems.append(FieldProblem(part.rawValue, "not-an-amount", say.amountUnreadable))
      }
    }
    let parts = RefundAllocation(
      reward: amounts[.reward] ?? .zero, gift: amounts[.gift] ?? .zero,
      shipping: amounts[.shipping] ?? .zero)
    if problems.isEmpty {
      switch try await desk.requestRefund(
        parts, of: id, because: reason, by: screen.actor, requestID: screen.requestID)
      {
      case .requested: return .seeOther(DeskRoutes.refunds(), flash: .done(say.requested))
      case .noSuchPayment, .notAllowed: return .notFound
      case .refused(let refusal):
        let field: RefundPart =
          if case .aboveLeft(let part, _) = refusal { part } else { .gift }
        problems = [
          FieldProblem(field.rawValue, "refused", refusal.sentence(screen.language))
        ]
      }
    }
    guard let found = try await desk.refundable(id, by: screen.actor) else { return .notFound }
    return .unprocessable(page(found, screen, screen.form(again: body, problems)))
  }

  private func decide(
    _ screen: ScreenContext, _ body: FormBody, _ id: Refund.ID
  ) async throws -> Reply {
    guard let decision = DecideRefund.Decision(rawValue: body.text("cosa")) else {
      return .problem(.malformed)
    }
    let say = screen.returns
    switch try await desk.decideRefund(
      decision, on: id, by: screen.actor, requestID: screen.requestID)
    {
    case .decided:
      let done =
        switch decision {
        case .approve: say.approved
        case .reject: say.rejected
        case .transfer: say.byTransferNow
        }
      return .seeOther(DeskRoutes.refunds(), flash: .done(done))
    case .refused(let refusal):
      return .seeOther(DeskRoutes.refunds(), flash: .note(refusal.sentence(screen.language)))
    case .noSuchRefund, .notAllowed: return .notFound
    }
  }

  private func disputes(_ screen: ScreenContext) async throws -> Reply {
    guard let lines = try await desk.disputes((), by: screen.actor) else { return .notFound }
    let say = screen.returns
    let list =
      lines.isEmpty
      ? "<p class=\"empty\">\(screen.desk.nothing)</p>" : disputeTable(lines, screen)
    return .page(
      screen.deskPage(say.disputes, at: DeskRoutes.disputes(), list).with {
        $0.lead = "\(say.disputesLead)"
      })
  }
}

extension ScreenContext {
  var returns: ReturnDeskPhrases { ReturnDeskPhrases[language] }
}

extension Money {
  /// As a form's field holds it: `12,50`.
  var typed: String {
    let (whole, rest) = cents.quotientAndRemainder(dividingBy: 100)
    return "\(whole),\(rest < 10 ? "0" : "")\(rest)"
  }
}

/// Refunds, one a row; what waits for a decision has its buttons, drawn for who may decide.
func refundTable(
  _ caption: String, _ lines: [RefundLine], _ screen: ScreenContext
) -> HTML {
  let (say, language) = (screen.returns, screen.language)
  let form = screen.form()
  let rows = lines.map { line -> HTML in
    let refund = line.refund
    // By hand goes what was not sent again.
    let isByHand = RefundGroup.byHand.states.contains(refund.state)
    let amount = isByHand ? refund.due : refund.amount
    let isMine = refund.requestedBy == screen.actor.person
    let may = screen.mayAtDesk(.refundPayment) && !isMine
    func button(_ decision: DecideRefund.Decision, _ label: String) -> HTML {
      form.post(
        to: DeskRoutes.decideRefund(refund.id),
        "\(form.hidden("cosa", decision.rawValue))\(form.submit(label, .quiet))")
    }
    let buttons: HTML =
      if may && refund.state == .requested {
        "\(button(.approve, say.approve))\(button(.reject, say.reject))"
      } else if may && refund.state == .failedRetryable {
        button(.transfer, say.byTransfer)
      } else if may && isByHand {
        " · \(screen.link(say.giveUp, DeskRoutes.giveUpRefund(refund.id)))"
      } else {
        .empty
      }
    return """
      <tr><td>\(screen.time(refund.requestedAt))</td>\
      <th scope="row"><a href="\(DeskRoutes.payment(refund.payment)[language])">\
      <code>\(PaymentScreens.grouped(line.reference))</code></a></th>\
      <td>\(line.campaign.title(language))</td>\
      <td>\(refund.reason.word(language))</td>\
      <td>\(line.requestedBy ?? refund.origin.word(language))</td>\
      <td class="right money">\(amount.formatted(language))</td>\
      <td>\(tagged(refund.state.word(language), bad: refund.state.isAlarming))\(buttons)</td></tr>
      """
  }
  return deskTable(
    caption,
    [
      screen.money.when, screen.money.pledge, screen.money.campaign, say.reason, say.askedBy,
      "+\(screen.money.amount)", screen.desk.status,
    ], rows)
}

extension RefundState {
  var isAlarming: Bool { self == .failedRetryable || self == .failedPermanent }
}

/// Disputes, one a row.
func disputeTable(_ lines: [DisputeLine], _ screen: ScreenContext) -> HTML {
  let (say, language) = (screen.returns, screen.language)
  let rows = lines.map { line -> HTML in
    let dispute = line.dispute
    return """
      <tr><td>\(screen.time(dispute.openedAt))</td>\
      <th scope="row"><a href="\(DeskRoutes.payment(dispute.payment)[language])">\
      <code>\(PaymentScreens.grouped(line.reference))</code></a></th>\
      <td>\(line.campaign.title(language))</td>\
      <td class="right money">\(dispute.amount.formatted(language))</td>\
      <td class="right money">\(dispute.fee.formatted(language))</td>\
      <td>\(dispute.evidenceDueAt.map(screen.time) ?? "–")</td>\
      <td>\(tagged(dispute.state.word(language), bad: dispute.state.isOpen))</td></tr>
      """
  }
  return deskTable(
    say.disputes,
    [
      screen.money.when, screen.money.pledge, screen.money.campaign, "+\(screen.money.amount)",
      "+\(say.fee)", say.evidenceDue, screen.desk.status,
    ], rows)
}
