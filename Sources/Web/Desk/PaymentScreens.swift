// Payments: the list with its filters, and one payment with its evidence.
import Domain
import Literals
import Phrases
import Services

struct PaymentScreens: ScreenGroup {
  let desk: DeskServices

  func add(to screens: Screens) {
    screens.get(DeskRoutes.payments, audience: .signedIn, use: list)
    screens.get(DeskRoutes.payment, audience: .signedIn, use: show)
  }

  private func list(_ screen: ScreenContext) async throws -> Reply {
    let search = screen.query("cerca").map { String($0.prefix(100)).trimmed } ?? ""
    let filter = PaymentFilter(
      group: screen.query("stato").flatMap(PaymentFilter.Group.init),
      provider: screen.query("fornitore").flatMap { ProviderName($0) },
      search: search.isEmpty ? nil : search, after: screen.after)
    guard let payments = try await desk.payments(filter, by: screen.actor) else {
      return .notFound
    }
    var route = DeskRoutes.payments()
    if let group = filter.group { route = route.with("stato", group.rawValue) }
    if let provider = filter.provider { route = route.with("fornitore", provider.text) }
    if !search.isEmpty { route = route.with("cerca", search) }
    let list =
      payments.items.isEmpty
      ? "<p class=\"empty\">\(screen.desk.nothing)</p>" : paymentTable(payments.items, screen)
    return .page(
      screen.deskPage(
        screen.desk.payments, at: DeskRoutes.payments(),
        """
        \(filters(filter, search, screen))
        \(list)
        \(screen.deskPages(payments.next, of: route))
        """))
  }

  private func filters(_ filter: PaymentFilter, _ search: String, _ screen: ScreenContext) -> HTML {
    let say = screen.desk
    let form = screen.form(
      FormBody([
        "stato": filter.group?.rawValue ?? "", "fornitore": filter.provider?.text ?? "",
        "cerca": search,
      ]))
    let groups = PaymentFilter.Group.allCases.map {
      Choice($0.rawValue, "\($0.word(screen.language))")
    }
    let providers = desk.providers.map { Choice($0.text, "\($0.word(screen.language))") }
    return screen.filterForm(
      DeskRoutes.payments(),
      """
      \(form.select("stato", say.status, [Choice("", "\(say.all)")] + groups))
      \(form.select("fornitore", say.provider, [Choice("", "\(say.all)")] + providers))
      \(form.text("cerca", say.search, hint: say.searchHint, .search))
      """)
  }

  private func show(_ screen: ScreenContext, _ id: Payment.ID) async throws -> Reply {
    guard let file = try await desk.payment(id, by: screen.actor) else { return .notFound }
    let say = screen.money
    let entries =
      file.entries.isEmpty
      ? "<p class=\"muted\">\(say.noEntries)</p>"
      : screen.entryTable(say.entries, file.entries)
    let events =
      file.webhooks.isEmpty
      ? "<p class=\"muted\">\(say.noEvents)</p>" : webhookTable(file.webhooks, screen)
    return .page(
      screen.deskPage(
        say.payment(PaymentScreens.grouped(file.line.reference)), at: DeskRoutes.payment(id),
        under: Crumb(screen.desk.payments, DeskRoutes.payments()),
        """
        \(summary(file, screen))
        \(file.exceptions.isEmpty ? .empty : exceptionTable(file.exceptions, screen))
        <h2>\(say.history)</h2>
        \(history(file.history, screen))
        <h2>\(say.entries)</h2>
        \(entries)
        <h2>\(say.events)</h2>
        \(events)
        \(returned(file, screen))
        \(attempts(file, screen))
        """))
  }

  private func summary(_ file: PaymentFile, _ screen: ScreenContext) -> HTML {
    let say = screen.money
    let language = screen.language
    let pledge = PledgeState(rawValue: file.pledge.status)?.word(language) ?? file.pledge.status
    let isWrong = file.line.status == .reviewHold || file.line.status == .failed
    return """
      \(facts([
        (screen.desk.status, tagged(file.line.status.word(language), bad: isWrong)),
        (say.failure, file.failure.map { "\($0.word(language))" }),
        (say.amount, "<span class=\"money\">\(file.line.amount.formatted(language))</span>"),
        (say.campaign, "\(file.line.campaign.title(language))"),
        (say.pledge, "\(PaymentScreens.grouped(file.line.reference)) – \(pledge)"),
        (say.donor, "\(file.pledge.donorName)"),
        (say.transferReference, "<code>\(file.pledge.transferReference)</code>"),
        (screen.desk.provider, "\(file.line.provider.word(screen.language))"),
        (say.providerReference, file.providerReference.map { "<code>\($0)</code>" }),
        (say.when, screen.time(file.line.createdAt)),
        (say.expires, screen.time(file.expiresAt)),
      ]))
      \(if: file.pledge.isRewardLost, "<p class=\"callout danger\">\(say.rewardLost)</p>")
      """
  }

  private func history(_ steps: [PaymentFile.Step], _ screen: ScreenContext) -> HTML {
    guard !steps.isEmpty else { return "<p class=\"muted\">\(screen.money.noHistory)</p>" }
    func word(_ status: String) -> String {
      PaymentStatus(rawValue: status)?.word(screen.language) ?? status
    }
    let items = steps.map { step -> HTML in
      let from = step.from.map { "\(word($0)) → " } ?? ""
      return """
        <li class="done">\(screen.time(step.at))\(from)<b>\(word(step.to))</b> \
        <span class="muted">\(step.reasonWords(screen.language)) ·\
         \(screen.linked(step.cause))</span></li>
        """
    }
    return "<ol class=\"timeline\">\(items)</ol>"
  }

  /// What went back of it, and the way to ask for more.
  private func returned(_ file: PaymentFile, _ screen: ScreenContext) -> HTML {
    let (say, id) = (screen.returns, file.line.id)
    let mayAsk = file.line.status == .succeeded && screen.mayAtDesk(.refundPayment)
    let form = DeskRoutes.refundForm(id)[screen.language]
    let ask: HTML = """
      <p class="actions"><a class="button quiet" href="\(form)">\(say.startRefund)</a></p>
      """
    return """
      \(file.refunds.isEmpty
        ? .empty : "<h2>\(say.refunds)</h2>\(refundTable(say.refunds, file.refunds, screen))")
      \(file.disputes.isEmpty
        ? .empty : "<h2>\(say.disputes)</h2>\(disputeTable(file.disputes, screen))")
      \(if: mayAsk, ask)
      """
  }

  private func attempts(_ file: PaymentFile, _ screen: ScreenContext) -> HTML {
    guard file.attempts.count > 1 else { return .empty }
    return """
      <h2>\(screen.money.attempts)</h2>\(paymentTable(file.attempts, screen))
      """
  }

  /// The code for people as people write it.
  static func grouped(_ reference: String) -> String {
    PersonReference(reference)?.grouped ?? reference
  }
}

/// A state; in colour only when somebody has to look.
func tagged(_ word: String, bad: Bool) -> HTML {
  bad ? "<span class=\"tag bad\">\(word)</span>" : "<span class=\"tag\">\(word)</span>"
}

/// Payments, one a row.
func paymentTable(_ payments: [PaymentLine], _ screen: ScreenContext) -> HTML {
  let say = screen.money
  let rows = payments.map { payment -> HTML in
    let isWrong = payment.status == .reviewHold
    return """
      <tr><td>\(screen.time(payment.createdAt))</td>\
      <th scope="row"><a href="\(DeskRoutes.payment(payment.id)[screen.language])">\
      <code>\(PaymentScreens.grouped(payment.reference))</code></a></th>\
      <td>\(payment.campaign.title(screen.language))</td>\
      <td>\(payment.provider.word(screen.language))</td>\
      <td class="right">\(payment.attempt)</td>\
      <td class="right money">\(payment.amount.formatted(screen.language))</td>\
      <td>\(tagged(payment.status.word(screen.language), bad: isWrong))</td></tr>
      """
  }
  return deskTable(
    screen.desk.payments,
    [
      say.when, say.pledge, say.campaign, screen.desk.provider, "+\(say.attempt)",
      "+\(say.amount)", screen.desk.status,
    ], rows)
}
