// The pages about statements.
import Domain
import Literals
import Phrases
import Services

struct StatementPages {
  let screen: ScreenContext

  private var language: Language { screen.language }
  private var say: StatementPhrases { StatementPhrases[language] }

  func list(
    _ found: (statements: [StatementSummary], waiting: Int), _ form: FormView
  ) -> Page {
    let rows = found.statements.map { summary -> HTML in
      let route = ReconciliationRoutes.statement(summary.statement.id)
      return """
        <tr><th scope="row"><a href="\(route[language])">\(summary.statement.fileName)</a> \
        \(say.format(summary.statement.format))</th>\
        <td class="day">\(period(summary))</td>\
        <td class="right">\(summary.closing?.formatted(language) ?? "–")\
        </td><td class="right">\(summary.lines)</td>\
        <td class="right">\(if: summary.waiting > 0, tag("\(summary.waiting)", .warn))\
        \(if: summary.waiting == 0, "0")</td>\
        <td>\(screen.time(summary.statement.importedAt))</td></tr>
        """
    }
    let columns = [
      say.statement, say.period, "+\(say.closing)", "+\(say.lines)", "+\(say.waiting)",
      say.importedAt,
    ]
    let queue = linkButton(say.queue, ReconciliationRoutes.queue()[language], .quiet)
    let page = page(
      say.statements, at: ReconciliationRoutes.statements(),
      """
      <p class="actions">\(queue)</p>
      \(found.statements.isEmpty ? empty(say.none) : deskTable(say.statements, columns, rows))
      \(if: screen.actor.may(.importStatement, on: .platform), importForm(form))
      """)
    return page.with {
      $0.lead = "\(say.lead(found.waiting))"
      $0.problems = form.problems
    }
  }

  private func importForm(_ form: FormView) -> HTML {
    """
    <h2>\(say.importHeading)</h2>
    \(form.post(
      to: ReconciliationRoutes.statements(), files: true,
      """
      \(form.file("file", say.file, hint: say.fileHint, accept: ".xml,.csv,.txt"))
      \(form.radios(
        "mode", say.mode,
        [
          Choice("preview", "\(say.modePreview)", note: "\(say.modePreviewNote)"),
          Choice("import", "\(say.modeImport)", note: "\(say.modeImportNote)"),
        ]))
      \(form.submit(say.send))
      """))
    """
  }

  func preview(_ report: ImportStatement.Report, _ form: FormView) -> Page {
    let line = LinePhrases[language]
    let rows = report.preview.map { previewed -> HTML in
      let facts = previewed.line
      let (word, tone): (String, Tone) =
        switch previewed.decision {
        case .matched(let reference): ("\(reference.grouped)", .good)
        case .waits(let reason): (reason.sentence(language), .warn)
        }
      return """
        <tr><td class="day">\(facts.bookedOn.compact(language))</td>\
        <td class="right">\(facts.amount.formatted(language))</td>\
        <td>\(facts.counterpartName)</td><td>\(facts.text)</td><td>\(tag(word, tone))</td></tr>
        """
    }
    let waiting = report.waiting.values.reduce(0, +)
    let columns = [line.bookedOn, "+\(line.amount)", line.counterpart, line.text, line.state]
    return page(
      say.preview, at: ReconciliationRoutes.statements(),
      """
      <p>\(say.imported(report.new, report.matched, waiting))</p>
      <p>\(say.known(report.lines - report.new, report.leftOut))</p>
      \(if: !rows.isEmpty, table(say.preview, columns, rows))
      \(importForm(form))
      """
    ).with { $0.lead = "\(say.previewLead)" }
  }

  func one(_ found: (summary: StatementSummary, lines: [LineOnDesk])) -> Page {
    let summary = found.summary
    let facts = [
      Answer(say.period, period(summary)),
      Answer(say.closing, summary.closing?.formatted(language) ?? "–"),
      Answer(say.importedAt, summary.statement.importedAt.formatted(language)),
    ]
    let page = page(
      summary.statement.fileName, at: ReconciliationRoutes.statement(summary.statement.id),
      """
      \(answers(facts))
      \(found.lines.isEmpty ? empty(say.statementEmpty) : lineTable(say.lines, found.lines))
      """)
    return page.with { $0.crumbs.append(Crumb(say.statements, ReconciliationRoutes.statements())) }
  }

  func queue(_ found: (waiting: [LineOnDesk], suspense: [LineOnDesk])) -> Page {
    page(
      say.queue, at: ReconciliationRoutes.queue(),
      """
      \(found.waiting.isEmpty ? empty(say.queueEmpty) : lineTable(say.queue, found.waiting))
      <h2>\(say.suspense)</h2>
      \(found.suspense.isEmpty
        ? empty(say.suspenseEmpty) : lineTable(say.suspense, found.suspense))
      """
    ).with {
      $0.lead = "\(say.queueLead)"
      $0.crumbs.append(Crumb(say.statements, ReconciliationRoutes.statements()))
    }
  }

  private func lineTable(_ caption: String, _ lines: [LineOnDesk]) -> HTML {
    let words = LinePhrases[language]
    let rows = lines.map { one -> HTML in
      let facts = one.line.facts
      let route = ReconciliationRoutes.line(one.line.id)
      let text = facts.text.isEmpty ? facts.structuredReference : facts.text
      return """
        <tr><td class="day">\(facts.bookedOn.compact(language))</td>\
        <td class="right money">\(facts.amount.formatted(language))</td>\
        <td>\(facts.counterpartName)</td>\
        <th scope="row"><a href="\(route[language])">\(text.isEmpty ? words.noText : text)</a></th>\
        <td>\(tag(one.match.sentence(language), one.match.status.tone))</td></tr>
        """
    }
    return table(
      caption, [words.bookedOn, "+\(words.amount)", words.counterpart, words.text, words.state],
      rows, folds: true)
  }

  private func period(_ summary: StatementSummary) -> String {
    let days = [summary.fromOn, summary.toOn].compactMap { $0?.compact(language) }
    return days.isEmpty ? "–" : days.first == days.last ? days[0] : days.joined(separator: " – ")
  }

  func page(_ title: String, at route: Route, _ body: HTML) -> Page {
    screen.deskPage(title, at: route, body)
  }
}

extension LineStatus {
  /// How a line's state is coloured, beside its words.
  var tone: Tone {
    switch self {
    case .waiting: .warn
    case .matched: .good
    case .suspense: .info
    case .ignored, .undone: .plain
    }
  }
}
