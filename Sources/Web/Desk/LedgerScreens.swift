// The ledger: trial balance, one account with its running balance, one entry with its links.
import Domain
import Literals
import Phrases
import Services

struct LedgerScreens: ScreenGroup {
  let desk: DeskServices

  func add(to screens: Screens) {
    screens.get(DeskRoutes.ledger, audience: .signedIn, use: trialBalance)
    screens.get(DeskRoutes.balanceCSV, audience: .signedIn, use: csv)
    screens.get(DeskRoutes.account, audience: .signedIn, use: account)
    screens.get(DeskRoutes.entry, audience: .signedIn, use: entry)
  }

  private func trialBalance(_ screen: ScreenContext) async throws -> Reply {
    guard let balance = try await desk.trialBalance((), by: screen.actor) else {
      return .notFound
    }
    let say = screen.money
    let csv = DeskRoutes.balanceCSV()[screen.language]
    let table: HTML =
      balance.lines.isEmpty
      ? "<p class=\"empty\">\(say.noAccounts)</p>"
      : """
      \(balanceTable(balance, screen))
      <p class="actions"><a class="button quiet" href="\(csv)">\(say.downloadCSV)</a></p>
      """
    return .page(
      screen.deskPage(say.trialBalance, at: DeskRoutes.ledger(), table).with {
        $0.lead = "\(say.trialLead)"
      })
  }

  private func balanceTable(_ balance: TrialBalance, _ screen: ScreenContext) -> HTML {
    let say = screen.money
    let language = screen.language
    let rows = balance.groups.flatMap { group -> [HTML] in
      let side = group.side.word(language)
      let head: HTML = """
        <tr class="group"><th scope="rowgroup" colspan="3">\(group.kind.word(language)) \
        <span class="muted">\(side)</span></th></tr>
        """
      return [head] + group.lines.map { balanceRow($0, screen) }
    }
    let off: HTML =
      balance.difference.isZero
      ? .empty
      : """
      <tr class="bad"><th scope="row">\(say.difference)</th>\
      <td class="right money" colspan="2">\(balance.difference.formatted(language))</td></tr>
      """
    return deskTable(
      say.trialBalance, [say.account, "+\(say.debit)", "+\(say.credit)"], rows,
      foot: """
        <tr><th scope="row">\(say.total)</th>\
        <td class="right money">\(balance.debits.formatted(language))</td>\
        <td class="right money">\(balance.credits.formatted(language))</td></tr>\(off)
        """)
  }

  private func balanceRow(_ line: TrialBalance.Line, _ screen: ScreenContext) -> HTML {
    func amount(_ money: Money?) -> HTML {
      money.map { "\($0.formatted(screen.language))" } ?? .empty
    }
    let name =
      line.campaign?.title(screen.language) ?? line.account.ownerWord(screen.language)
      ?? line.account.kind.word(screen.language)
    let off = tagged(screen.money.shouldBeZero, bad: true)
    let route = DeskRoutes.account(line.account.code)
    return """
      <tr\(if: line.posted.isZero, " class=\"muted\"")>\
      <td>\(screen.link(name, route)) \(if: line.isOff, off)</td>\
      <td class="right money">\(amount(line.debit))</td>\
      <td class="right money">\(amount(line.credit))</td></tr>
      """
  }

  /// Amounts with a point and without separators, as programs read them.
  private func csv(_ screen: ScreenContext) async throws -> Reply {
    guard let balance = try await desk.trialBalance((), by: screen.actor) else {
      return .notFound
    }
    let lines = balance.lines.map { line in
      let debit = line.debit?.typed(.english) ?? ""
      let credit = line.credit?.typed(.english) ?? ""
      let kind = line.account.kind
      return "\(line.account.code),\(kind.rawValue),\(kind.side.rawValue),\(debit),\(credit),"
        + line.account.currency.code
    }
    let text = (["account,kind,side,debit,credit,currency"] + lines).joined(separator: "\r\n")
    return .file(
      Array((text + "\r\n").utf8), type: "text/csv; charset=utf-8",
      name: "bilancio-\(CivilDate(of: screen.now)).csv")
  }

  private func account(_ screen: ScreenContext, _ code: String) async throws -> Reply {
    guard let account = Account(code: code),
      let statement = try await desk.account((account, screen.after), by: screen.actor)
    else { return .notFound }
    let say = screen.money
    let language = screen.language
    let names = statement.campaign.map { [$0.id.description: $0] } ?? [:]
    let rows = statement.postings.items.map { posting -> HTML in
      let entry = posting.entry
      return """
        <tr><td class="day">\(entry.effectiveOn.compact(language))</td>\
        <td><a href="\(DeskRoutes.entry(entry.id)[language])">\(entry.kind.word(language))</a></td>\
        <td>\(screen.causeLink(entry.cause, names))</td>\(sides(posting.amount, language))\
        <td class="right money">\
        \(account.balance(ofPostings: posting.balance).formatted(language))</td></tr>
        """
    }
    let name = statement.campaign?.title(language) ?? account.ownerWord(language)
    let title = account.kind.word(language) + (name.map { " – \($0)" } ?? "")
    let holds = say.holds(account.balance(ofPostings: statement.posted).formatted(language))
    return .page(
      screen.deskPage(
        title, at: DeskRoutes.account(code),
        under: Crumb(screen.desk.ledger, DeskRoutes.ledger()),
        """
        <p>\(holds) <code>\(code)</code></p>
        \(deskTable(
          say.postings,
          [
            say.effectiveOn, say.entryHeading, say.cause, "+\(say.debit)", "+\(say.credit)",
            "+\(say.balanceAfter)",
          ], rows))
        \(screen.deskPages(statement.postings.next, of: DeskRoutes.account(code)))
        """))
  }

  private func entry(_ screen: ScreenContext, _ id: JournalEntry.ID) async throws -> Reply {
    guard let file = try await desk.entry(id, by: screen.actor) else { return .notFound }
    let say = screen.money
    let language = screen.language
    let rows = file.postings.map { posting -> HTML in
      let owner = posting.account.owner.flatMap { file.names.campaigns[$0] }
      return """
        <tr><td>\(screen.accountLink(posting.account, campaign: owner))</td>\
        \(sides(posting.amount, language))<td>\(subject(of: posting, file, screen))</td></tr>
        """
    }
    return .page(
      screen.deskPage(
        say.entry(file.line.kind.word(language)), at: DeskRoutes.entry(id),
        under: Crumb(screen.desk.ledger, DeskRoutes.ledger()),
        """
        \(facts([
          (say.effectiveOn, "\(file.line.effectiveOn.formatted(language))"),
          (say.recordedAt, screen.time(file.line.recordedAt)),
          (say.recordedBy, author(of: file, screen)),
          (say.cause, screen.causeLink(file.line.cause, file.names.campaigns)),
          (say.reverses, file.reverses.map { screen.linked(id: $0.description) }),
          (say.reversedBy, file.reversedBy.map { screen.linked(id: $0.description) }),
          (say.key, "<code>\(file.key)</code>"),
        ]))
        <h2>\(say.postings)</h2>
        \(deskTable(
          say.postings, [say.account, "+\(say.debit)", "+\(say.credit)", say.about], rows))
        """))
  }

  /// Who wrote an entry: by name, with the way to that person for who may take it.
  private func author(of file: JournalFile, _ screen: ScreenContext) -> HTML {
    guard let id = file.actor else { return "\(file.actorKind.word(screen.language))" }
    guard let name = file.actorName else { return machineID(id.description) }
    let isOpen = screen.mayAtDesk(.readPeople)
    return isOpen ? screen.link(name, IdentityRoutes.person(id)) : "\(name)"
  }

  /// What a posting is about: the code of the pledge that a payment honours, else nothing.
  private func subject(
    of posting: Posting, _ file: JournalFile, _ screen: ScreenContext
  ) -> HTML {
    if let payment = posting.subject.payment {
      guard let code = file.names.payments[payment] else {
        return screen.linked(id: payment.description)
      }
      return screen.link(PaymentScreens.grouped(code), DeskRoutes.payment(payment))
    }
    return posting.subject.pledge.map { screen.linked(id: $0.description) } ?? "–"
  }

  /// A posting's amount in its column.
  private func sides(_ amount: Money, _ language: Language) -> HTML {
    let text = (amount.isNegative ? -amount : amount).formatted(language)
    return amount.isNegative
      ? "<td class=\"right\"></td><td class=\"right money\">\(text)</td>"
      : "<td class=\"right money\">\(text)</td><td class=\"right\"></td>"
  }
}
