// The budget of a draft: a table of lines, with some empty ones to grow into.
import Domain
import Literals
import Phrases
import Services

extension CampaignDeskScreens {
  private static let emptyRows = 4

  func askBudget(_ screen: ScreenContext, _ slug: Slug) async throws -> Reply {
    guard let found = try await read.draft(slug, for: screen.actor) else { return .notFound }
    var values = FormBody()
    for (index, line) in found.lines.enumerated() {
      values.add("voce-it-\(index + 1)", line.title.italian)
      values.add("voce-en-\(index + 1)", line.title.english)
      values.add("minimo-\(index + 1)", line.minimum.typed(screen.language))
      values.add("pieno-\(index + 1)", line.optimum.typed(screen.language))
    }
    let rows = min(BudgetLine.countMax, found.lines.count + Self.emptyRows)
    return .page(budgetPage(screen, slug, screen.form(values), rows))
  }

  func saveBudget(_ screen: ScreenContext, _ body: FormBody, _ slug: Slug) async throws -> Reply {
    let say = CampaignDeskPhrases[screen.language]
    var reader = FormReader(body, screen.language)
    var lines: [EditCampaign.Line] = []
    var last = 0
    for row in 1...BudgetLine.countMax {
      let fields = ["voce-it-\(row)", "voce-en-\(row)", "minimo-\(row)", "pieno-\(row)"]
      guard fields.contains(where: { !body.text($0).isEmpty }) else { continue }
      last = row
      let title = LocalText(
        italian: reader.optionalText(fields[0], say.line(row), max: BudgetLine.titleMax),
        english: reader.optionalText(fields[1], say.line(row), max: BudgetLine.titleMax))
      guard let minimum = reader.amount(fields[2]) else { continue }
      let optimum = body.text(fields[3]).isEmpty ? minimum : reader.amount(fields[3])
      guard let optimum else { continue }
      if optimum < minimum { reader.refuse(fields[3], "below-minimum", say.optimumBelow(row)) }
      lines.append(EditCampaign.Line(title: title, minimum: minimum, optimum: optimum))
    }
    guard reader.problems.isEmpty else {
      let rows = min(BudgetLine.countMax, last + Self.emptyRows)
      return .unprocessable(
        budgetPage(screen, slug, screen.form(again: body, reader.problems), rows))
    }
    return try await saved(.budget(lines), slug, screen)
  }

  private func budgetPage(
    _ screen: ScreenContext, _ slug: Slug, _ form: FormView, _ rows: Int
  ) -> Page {
    let say = CampaignDeskPhrases[screen.language]
    let lines = (1...max(1, rows)).map { row -> HTML in
      func cell(_ name: String, _ label: String, _ kind: String) -> HTML {
        """
        <td>\(form.problemLine(name))<input class="input \(kind)" id="\(name)" name="\(name)"\
         aria-label="\(say.line(row)): \(label)" value="\(form.values[name] ?? "")"\
        \(if: kind == "number", " inputmode=\"decimal\"")\(form.described(name, nil))></td>
        """
      }
      return """
        <tr>\(cell("voce-it-\(row)", say.italian(say.what), ""))\
        \(cell("voce-en-\(row)", say.english(say.what), ""))\
        \(cell("minimo-\(row)", say.minimum, "number"))\
        \(cell("pieno-\(row)", say.optimum, "number"))</tr>
        """
    }
    return Page(
      say.step(.budget), at: FundingRoutes.budget(slug),
      body: """
        <p>\(say.budgetLead)</p>\(form.post(
          to: FundingRoutes.budget(slug),
          """
          <div class="scroll"><table class="lines"><thead><tr>\
          <th scope="col">\(say.italian(say.what))</th><th scope="col">\
          \(say.english(say.what))</th>\
          <th scope="col">\(say.minimum)</th><th scope="col">\(say.optimum)</th></tr></thead>\
          <tbody>\(lines)</tbody></table></div>\(form.submit(say.save))
          """))
        """
    ).setUpStep(slug, form, say)
  }
}
