// The parts that public and desk pages of a ranking share: the table, its ties, who was left out.
import Domain
import Literals
import Phrases

/// Draws one ranking table.
struct RankingParts {
  let language: Language
  let measure: VoteResult.Measure

  private var say: RankingPhrases { RankingPhrases[language] }

  private var files: HTML { langOfFiles(language) }

  /// Places, projects, votes and outcome.
  func ranking(_ table: RankingTable, caption: String) -> HTML {
    let rows = table.rows.map { row -> HTML in
      let isShared = table.ties.contains { $0.place == row.place }
      let cost = row.entry.cost?.rounded(language) ?? "–"
      return """
        <tr><td>\(row.place)\(if: isShared, " <span class=\"small\">\(say.shared)</span>")</td>\
        <th scope="row"><span\(files)>\(row.entry.title)</span> \
        <code>\(row.entry.id.text)</code></th>\
        <td class="right" data-label="\(say.score(measure))">\
        \(Int(row.entry.score).formatted(language))</td>\
        <td class="right" data-label="\(say.cost)">\(cost)</td>\
        <td>\(tag(say.outcome(row.outcome), tone(row.outcome)))</td></tr>
        """
    }
    return Web.table(
      caption,
      [say.place, say.project, "+\(say.score(measure))", "+\(say.cost)", say.outcomeHeading], rows,
      folds: true)
  }

  /// Who was not voted on, and why.
  func leftOut(_ table: RankingTable) -> HTML? {
    guard !table.leftOut.isEmpty else { return nil }
    let items = table.leftOut.map { entry -> HTML in
      let why: String
      switch entry.standing {
      case .voted, .withdrawn: why = say.withdrawn
      case .merged(let target):
        why = say.merged(table.rows.first { $0.entry.id == target }?.entry.title ?? target.text)
      }
      return "<li><span\(files)>\(entry.title)</span> <code>\(entry.id.text)</code>: \(why)</li>"
    }
    return "<h2>\(say.leftOut)</h2><ul>\(items)</ul>"
  }

  /// Every tie: what it decides, and how it was settled.
  func ties(_ table: RankingTable) -> [HTML] {
    table.ties.map { tie in
      let names = tie.projects.map { id in
        table.rows.first { $0.entry.id == id }?.entry.title ?? id.text
      }
      let what = "\(Int(tie.score).formatted(language)) \(say.score(measure).lowercased())"
      return callout(
        say.tie(tie.place, what), tone: tie.isOpen ? .danger : .plain,
        """
        <p><span\(files)>\(names.list(language))</span>. \(if: tie.isOpen, "\(say.tieOpen)")\
        \(if: !tie.decides, "\(say.tieDecidesNothing)")</p>\
        \(tie.resolution.map { settled($0, table) })
        """)
    }
  }

  private func settled(_ resolution: TieResolution, _ table: RankingTable) -> HTML {
    let order = resolution.order.map { id in
      table.rows.first { $0.entry.id == id }?.entry.title ?? id.text
    }
    var lines = [Answer(say.outcomeHeading, say.settledBy(resolution.method))]
    if resolution.method != .jointWinners {
      let places = order.enumerated().map { "\($0 + 1). \($1)" }.list(language)
      lines.append(Answer(say.order, html: "<span\(files)>\(places)</span>"))
    }
    if !resolution.witnesses.isEmpty {
      let names = resolution.witnesses.list(language)
      lines.append(Answer(say.witnesses, html: "<span\(files)>\(names)</span>"))
    }
    if !resolution.note.isEmpty {
      lines.append(Answer(say.note, html: "<span\(files)>\(resolution.note)</span>"))
    }
    return answers(lines)
  }

  private func tone(_ outcome: RankedProject.Outcome) -> Tone {
    switch outcome {
    case .chosen: .good
    case .notChosen: .plain
    case .undecided: .warn
    }
  }

  static func tone(_ status: RankingStatus) -> Tone {
    switch status {
    case .provisional: .info
    case .tieOpen: .warn
    case .certified: .good
    case .superseded: .plain
    }
  }
}

extension RankingReading {
  /// The same in HTML, marked where it is not in the page's language.
  func constituency(_ language: Language) -> HTML {
    let shown = ranking.constituency.name.shown(in: language)
    return "<span\(lang(shown, language))>\(constituencyName(language))</span>"
  }
  /// What people call its constituency.
  func constituencyName(_ language: Language) -> String {
    let name = ranking.constituency.name.shown(in: language).text
    return name.isEmpty ? RankingPhrases[language].everyone : name
  }
}
