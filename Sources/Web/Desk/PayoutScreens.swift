// Payouts at the desk: accounts seen by two people, payouts decided by two, files for the bank.
import Domain
import Literals
import Phrases
package import Services

package struct PayoutScreens: ScreenGroup {
  let payOut: PayOut
  let accounts: KeepPayeeAccounts

  package init(payOut: PayOut, accounts: KeepPayeeAccounts) {
    (self.payOut, self.accounts) = (payOut, accounts)
  }

  package func add(to screens: Screens) {
    screens.get(DeskRoutes.payouts, audience: .signedIn, use: list)
    screens.post(DeskRoutes.payoutAccount, use: enterAccount)
    screens.post(DeskRoutes.verifyAccount, use: verifyAccount)
    screens.post(DeskRoutes.proposePayout, use: propose)
    screens.post(DeskRoutes.decidePayout, use: decide)
    screens.post(DeskRoutes.payoutFiles, use: writeFile)
    screens.get(DeskRoutes.payoutFile, audience: .signedIn, use: download)
  }

  private func list(_ screen: ScreenContext) async throws -> Reply {
    guard let overview = try await payOut.overview(by: screen.actor) else { return .notFound }
    return .page(page(overview, screen))
  }

  private func page(_ overview: PayOut.Overview, _ screen: ScreenContext) -> Page {
    let say = screen.payouts
    let campaigns =
      overview.campaigns.isEmpty
      ? ["<p class=\"empty\">\(say.none)</p>" as HTML]
      : overview.campaigns.map { campaign($0, screen) }
    return screen.deskPage(
      say.payouts, at: DeskRoutes.payouts(), "\(campaigns)\(files(overview.files, screen))"
    ).with { $0.lead = "\(say.lead)" }
  }

  private func campaign(_ file: PayoutFile, _ screen: ScreenContext) -> HTML {
    let (say, language, room) = (screen.payouts, screen.language, file.room)
    func money(_ amount: Money) -> HTML {
      "<span class=\"money\">\(amount.formatted(language))</span>"
    }
    let form = screen.form()
    let mayPropose = screen.mayAtDesk(.proposePayout)
    let propose = form.post(
      to: DeskRoutes.proposePayout(file.campaign.slug),
      """
      \(form.amount("importo", screen.money.amount))\(form.submit(say.propose))
      """)
    return """
      <section><h2>\(file.title.title(language))</h2>
      \(facts([
        (say.due, money(room.due)), (say.unconfirmed, money(room.unconfirmed)),
        (say.reserve, money(room.reserve)), (say.disputed, money(room.disputed)),
        (say.onHand, money(room.onHand)),
        (say.payable, money(room.payable)), (say.account, account(file, screen)),
      ]))
      \(file.payouts.isEmpty ? .empty : payoutTable(file.payouts, screen))
      \(if: mayPropose && room.payable.isPositive && file.account != nil, propose)
      \(if: mayPropose, accountForm(file, screen))</section>
      """
  }

  private func account(_ file: PayoutFile, _ screen: ScreenContext) -> HTML {
    let (say, form) = (screen.payouts, screen.form())
    guard let account = file.account else { return "\(say.noAccount)" }
    let name: HTML = "\(account.holder) <code>\(account.iban.grouped)</code>"
    if let from = account.usableFrom(payOut.rule) {
      let when = say.usableFrom(from.formatted(screen.language))
      return "\(name) <span class=\"muted\">\(when)</span>"
    }
    let isMine = account.enteredBy == screen.actor.person
    let verify = form.post(
      to: DeskRoutes.verifyAccount(account.id), form.submit(say.verify, .quiet))
    return """
      \(name) \(tagged(say.notVerified, bad: true))\
      \(if: !isMine && screen.mayAtDesk(.approvePayout), verify)
      """
  }

  private func accountForm(_ file: PayoutFile, _ screen: ScreenContext) -> HTML {
    let (say, form) = (screen.payouts, screen.form())
    let fields: HTML = """
      \(form.text("iban", "IBAN", hint: say.enterHint))\(form.text("intestatario", say.holder))\
      \(form.submit(say.enter, .quiet))
      """
    let entry = form.post(to: DeskRoutes.payoutAccount(file.campaign.slug), fields)
    return "<details><summary>\(say.enter)</summary>\(entry)</details>"
  }

  private func payoutTable(_ payouts: [Payout], _ screen: ScreenContext) -> HTML {
    let (say, form) = (screen.payouts, screen.form())
    let rows = payouts.map { payout -> HTML in
      func button(_ deed: String, _ label: String) -> HTML {
        form.post(
          to: DeskRoutes.decidePayout(payout.id),
          "\(form.hidden("cosa", deed))\(form.submit(label, .quiet))")
      }
      let isMine = payout.proposedBy == screen.actor.person
      let mayApprove = payout.state == .proposed && !isMine && screen.mayAtDesk(.approvePayout)
      let mayTakeBack =
        [.proposed, .approved].contains(payout.state) && screen.mayAtDesk(.proposePayout)
      let mayFail =
        payout.state == .submitted && !isMine && screen.mayAtDesk(.approvePayout)
      return """
        <tr><td>\(screen.time(payout.proposedAt))</td><td><code>\(payout.endToEnd)</code></td>\
        <td class="right money">\(payout.amount.formatted(screen.language))</td>\
        <td>\(tagged(payout.state.word(screen.language), bad: payout.state == .returned))\
        \(if: mayApprove, button("approva", say.approve))\
        \(if: mayTakeBack, button("annulla", say.takeBack))\
        \(if: mayFail, button("annulla", say.refusedByBank))</td></tr>
        """
    }
    return deskTable(
      say.payouts,
      [screen.money.when, "ID", "+\(screen.money.amount)", screen.desk.status], rows)
  }

  private func files(_ files: [BankFileLine], _ screen: ScreenContext) -> HTML {
    let (say, form) = (screen.payouts, screen.form())
    let rows = files.map { file -> HTML in
      """
      <tr><td>\(screen.time(file.createdAt))</td><td class="right">\(file.transfers)</td>\
      <td class="right money">\(file.sum.formatted(screen.language))</td>\
      <td>\(screen.link(say.download, DeskRoutes.payoutFile(file.id)))</td></tr>
      """
    }
    let table = deskTable(
      say.files,
      [screen.money.when, "+\(say.transfers)", "+\(screen.money.amount)", say.download], rows)
    let write = form.post(to: DeskRoutes.payoutFiles(), form.submit(say.writeFile))
    return """
      <section><h2>\(say.files)</h2>\(files.isEmpty ? .empty : table)\
      \(if: screen.mayAtDesk(.approvePayout), write)</section>
      """
  }

  private func back(_ screen: ScreenContext, done: String) -> Reply {
    .seeOther(DeskRoutes.payouts(), flash: .done(done))
  }
  private func back(_ screen: ScreenContext, note: String) -> Reply {
    .seeOther(DeskRoutes.payouts(), flash: .note(note))
  }

  private func enterAccount(
    _ screen: ScreenContext, _ body: FormBody, _ slug: Slug
  ) async throws -> Reply {
    answer(
      try await accounts.enter(
        body.text("iban"), holder: body.text("intestatario"), for: slug, by: screen.actor,
        requestID: screen.requestID), screen)
  }
  private func verifyAccount(
    _ screen: ScreenContext, _ body: FormBody, _ id: PayeeAccount.ID
  ) async throws -> Reply {
    answer(try await accounts.verify(id, by: screen.actor, requestID: screen.requestID), screen)
  }
  private func answer(_ outcome: KeepPayeeAccounts.Outcome, _ screen: ScreenContext) -> Reply {
    switch outcome {
    case .entered: back(screen, done: screen.payouts.entered)
    case .verified: back(screen, done: screen.payouts.verified)
    case .refused(let refusal): back(screen, note: refusal.sentence(screen.language))
    case .notProved: .proveFirst
    case .notFound, .notAllowed: .notFound
    }
  }

  private func propose(
    _ screen: ScreenContext, _ body: FormBody, _ slug: Slug
  ) async throws -> Reply {
    let amount = (try? Money(typed: body.text("importo"))) ?? .zero
    return answer(
      try await payOut.propose(
        amount, for: slug, by: screen.actor, requestID: screen.requestID), screen)
  }
  private func decide(
    _ screen: ScreenContext, _ body: FormBody, _ id: Payout.ID
  ) async throws -> Reply {
    switch body.text("cosa") {
    case "approva":
      return answer(
        try await payOut.approve(id, by: screen.actor, requestID: screen.requestID), screen)
    case "annulla":
      return answer(
        try await payOut.takeBack(id, by: screen.actor, requestID: screen.requestID), screen)
    case _: return .problem(.malformed)
    }
  }
  private func answer(_ outcome: PayOut.Outcome, _ screen: ScreenContext) -> Reply {
    let say = screen.payouts
    switch outcome {
    case .proposed: return back(screen, done: say.proposed)
    case .moved(let state):
      let done =
        switch state {
        case .approved: say.approved
        case .failed: say.failed
        case .proposed, .submitted, .paid, .returned, .cancelled: say.takenBack
        }
      return back(screen, done: done)
    case .refused(let refusal): return back(screen, note: refusal.sentence(screen.language))
    case .notProved: return .proveFirst
    case .notFound, .notAllowed: return .notFound
    }
  }

  private func writeFile(_ screen: ScreenContext, _ body: FormBody) async throws -> Reply {
    switch try await payOut.writeFile(by: screen.actor, requestID: screen.requestID) {
    case .written: back(screen, done: screen.payouts.written)
    case .nothingApproved: back(screen, note: screen.payouts.nothingApproved)
    case .notProved: .proveFirst
    case .notAllowed: .notFound
    }
  }
  private func download(_ screen: ScreenContext, _ id: BankFile.ID) async throws -> Reply {
    guard let bytes = try await payOut.file(id, by: screen.actor) else { return .notFound }
    return .file(bytes, type: "application/xml", name: "\(id).xml")
  }
}

extension ScreenContext {
  var payouts: PayoutDeskPhrases { PayoutDeskPhrases[language] }
}
