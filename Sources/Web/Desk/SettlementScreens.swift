// What providers paid to our bank, opened into captures, fees, refunds and disputes.
import Domain
import Literals
import Phrases
import Services

struct SettlementScreens: ScreenGroup {
  let desk: DeskServices

  func add(to screens: Screens) {
    screens.get(DeskRoutes.settlements, audience: .signedIn, use: list)
    screens.get(DeskRoutes.settlement, audience: .signedIn, use: show)
  }

  private func list(_ screen: ScreenContext) async throws -> Reply {
    guard let found = try await desk.settlements((), by: screen.actor) else { return .notFound }
    let say = SettlementPhrases[screen.language]
    let rows = found.map { one -> HTML in
      """
      <tr><td>\(screen.time(one.occurredAt))</td>\
      <th scope="row"><a href="\(DeskRoutes.settlement(one.reference)[screen.language])">\
      <code>\(one.reference)</code></a></th>\
      <td>\(one.provider.word(screen.language))</td>\
      <td class="right money">\(one.amount.formatted(screen.language))</td>\
      <td class="right">\(one.items)</td><td>\(state(of: one, screen))</td></tr>
      """
    }
    let table = deskTable(
      say.settlements,
      [
        screen.money.when, say.settlements, screen.desk.provider, "+\(screen.money.amount)",
        "+\(say.lines)", screen.desk.status,
      ], rows)
    return .page(
      screen.deskPage(
        say.settlements, at: DeskRoutes.settlements(), found.isEmpty ? empty(say.none) : table
      ).with { $0.lead = "\(say.lead)" })
  }

  private func state(of one: SettlementGlance, _ screen: ScreenContext) -> HTML {
    let say = SettlementPhrases[screen.language]
    if one.isFailed { return tagged(say.failed, bad: true) }
    if one.line != nil { return tagged(say.arrived, bad: false) }
    return tagged(one.items == 0 ? say.waiting : say.complete, bad: false)
  }

  private func show(_ screen: ScreenContext, _ reference: String) async throws -> Reply {
    guard let file = try await desk.settlement(reference, by: screen.actor) else {
      return .notFound
    }
    let say = SettlementPhrases[screen.language]
    let one = file.glance
    let differs = one.items > 0 && file.net != one.amount
    return .page(
      screen.deskPage(
        say.title(one.reference), at: DeskRoutes.settlement(reference),
        under: Crumb(say.settlements, DeskRoutes.settlements()),
        """
        \(facts([
          (screen.desk.status, state(of: one, screen)),
          (screen.desk.provider, "\(one.provider.word(screen.language))"),
          (screen.money.amount, amount(one.amount, screen)),
          (screen.money.when, screen.time(one.occurredAt)),
          (say.onStatement, statementLine(of: one, screen)),
        ]))
        \(if: differs, "<p class=\"callout danger\">\(say.differs)</p>")
        \(if: !file.sums.isEmpty, "<h2>\(say.byKind)</h2>\(sums(file, screen))")
        \(if: !file.lines.isEmpty, "<h2>\(say.lines)</h2>\(lines(file, screen))")
        \(if: one.items > file.lines.count, "<p>\(say.cut(SettlementFile.linesMax))</p>")
        """))
  }

  private func statementLine(of one: SettlementGlance, _ screen: ScreenContext) -> HTML {
    guard let line = one.line else { return "–" }
    let words = StatementPhrases[screen.language].line
    return "<a href=\"\(ReconciliationRoutes.line(line)[screen.language])\">\(words)</a>"
  }

  private func amount(_ money: Money, _ screen: ScreenContext) -> HTML {
    "<span class=\"money\">\(money.formatted(screen.language))</span>"
  }

  private func sums(_ file: SettlementFile, _ screen: ScreenContext) -> HTML {
    let say = SettlementPhrases[screen.language]
    let rows = file.sums.map { sum -> HTML in
      """
      <tr><th scope="row">\(sum.kind.word(screen.language))</th>\
      <td class="right">\(sum.count)</td>\
      <td class="right money">\(sum.gross.formatted(screen.language))</td>\
      <td class="right money">\(sum.fee.formatted(screen.language))</td>\
      <td class="right money">\((sum.gross - sum.fee).formatted(screen.language))</td></tr>
      """
    }
    let foot: HTML = """
      <tr><th scope="row" colspan="4">\(screen.money.total)</th>\
      <td class="right money">\(file.net.formatted(screen.language))</td></tr>
      """
    return deskTable(
      say.byKind,
      [screen.machine.kind, "+\(say.count)", "+\(say.gross)", "+\(say.fee)", "+\(say.net)"], rows,
      foot: foot)
  }

  private func lines(_ file: SettlementFile, _ screen: ScreenContext) -> HTML {
    let say = SettlementPhrases[screen.language]
    let rows = file.lines.map { line -> HTML in
      """
      <tr><td>\(screen.time(line.occurredAt))</td>\
      <td>\(line.kind.word(screen.language)) \(machineID(line.reference))</td>\
      <td>\(line.payment.map { screen.linked(id: $0.description) } ?? "–")</td>\
      <td class="right money">\(line.gross.formatted(screen.language))</td>\
      <td class="right money">\(line.fee.formatted(screen.language))</td></tr>
      """
    }
    return deskTable(
      say.lines,
      [
        screen.money.when, screen.machine.kind, screen.money.about, "+\(say.gross)",
        "+\(say.fee)",
      ], rows)
  }
}
