// The outcome of a count drawn: figures, a bar of votes for each project, why it won or lost.
import Domain
import Literals
import Phrases

/// Draws what a certified text says.
struct CountParts {
  let language: Language

  private var say: CountResultPhrases { CountResultPhrases[language] }

  func outcome(_ document: CountDocument) -> HTML {
    let funded = document.projects.count(where: \.isFunded)
    let hasBudget = document.rule != .ranking && document.rule != .votesAndPurchases
    var numbers = [
      (label: say.voters, value: Int(document.voters).formatted(language)),
      (label: say.projects, value: document.projects.count.formatted(language)),
      (label: say.funded, value: funded.formatted(language)),
    ]
    if hasBudget {
      numbers.append((label: say.spent, value: money(document.cost, document)))
      numbers.append((label: say.left, value: money(document.left, document)))
    }
    let rules = CountPhrases[language]
    return """
      \(figures(numbers))
      \(if: hasBudget, budgetBar(document))
      \(document.share.map { "<p>\(rules.share($0))</p>" as HTML })
      \(if: document.isGreedyInstead, "<p>\(rules.greedyInstead)</p>")
      \(projects(document))
      \(ties(document))
      """
  }

  private func money(_ whole: Int64, _ document: CountDocument) -> String {
    Money(cents: whole * 100, document.currency ?? .euro).rounded(language)
  }

  /// How much of the budget the funded projects take.
  private func budgetBar(_ document: CountDocument) -> HTML {
    let words =
      "\(say.spent) \(money(document.cost, document)) "
      + say.ofBudget(money(document.budget, document))
    return """
      <div class="meter"><svg class="track" viewBox="0 0 1000 12" preserveAspectRatio="none" \
      role="img" aria-label="\(words)">\
      <rect class="fill" width="\(thousandths(document.cost, of: document.budget))" height="12"/>\
      </svg></div>
      """
  }

  private func projects(_ document: CountDocument) -> HTML {
    let most = document.projects.map(\.score).max() ?? 0
    let hasPoints = document.projects.contains { $0.score != $0.supporters }
    let votes = hasPoints ? say.points : say.votes
    let rows = document.projects.map { line -> HTML in
      let score = Int(line.score).formatted(language)
      return """
        <tr><th scope="row"><span\(langOfFiles(language))>\(line.name)</span> \
        <code>\(line.id.text)</code>\
        <svg class="bar" viewBox="0 0 1000 8" preserveAspectRatio="none" role="img" \
        aria-label="\(votes): \(score)"><rect class="whole" width="1000" height="8"/>\
        <rect class="fill" width="\(thousandths(line.score, of: most))" height="8"/></svg></th>\
        <td class="right" data-label="\(votes)">\(score)</td>\
        <td class="right" data-label="\(say.cost)">\(money(line.cost, document))</td>\
        <td>\(line.isFunded ? tag(say.isFunded, .good) : tag(say.isNot))</td>\
        <td data-label="\(say.why)">\(why(line, document, hasPoints))</td></tr>
        """
    }
    return table(
      say.projects, [say.projects, "+\(votes)", "+\(say.cost)", say.outcome, say.why], rows,
      folds: true)
  }

  private func why(
    _ line: CountDocument.Line, _ document: CountDocument, _ hasPoints: Bool
  ) -> HTML {
    var sentences: [String] = []
    let rules = CountPhrases[language]
    if let bought = line.bought {
      let spent = Money(cents: bought.cents, document.currency ?? .euro).rounded(language)
      sentences.append(say.bought(bought.buyers, spent).sentence)
    }
    if let decision = line.decision {
      if !line.isFunded { sentences.append(reason(decision.verdict, document, rules).sentence) }
      let rule: CountRule = document.isGreedyInstead ? .greedy : document.rule
      sentences.append(
        say.decidedAt(
          decision.round, say.strength(rule, decision.strength), money(decision.left, document)))
    } else {
      sentences.append(say.notReached(document.rule))
    }
    if let missing = line.missing {
      sentences.append(say.missing(document.rule, missing, hasPoints))
    } else if !line.isFunded, document.rule.isGreedy {
      sentences.append(say.noneWouldDo)
    }
    return "\(sentences.joined(separator: " "))"
  }

  private func reason(
    _ verdict: CountDocument.Verdict, _ document: CountDocument, _ rules: CountPhrases
  ) -> String {
    switch verdict {
    case .funded: rules.verdict(.funded)
    case .fundedWithRest: rules.verdict(.fundedWithRest)
    case .tooExpensive: rules.verdict(.tooExpensive)
    case .belowMinimum: rules.verdict(.belowMinimum)
    case .unsupported: rules.verdict(.unsupported)
    case .groupFull: rules.verdict(.groupFull)
    case .afterStop: rules.verdict(.afterStop)
    case .excluded(let rival):
      say.excluded(document.projects.first { $0.id == rival }?.name ?? rival.text)
    }
  }

  private func ties(_ document: CountDocument) -> HTML {
    guard !document.ties.isEmpty else { return .empty }
    let rules = CountPhrases[language]
    let items = document.ties.map { tie -> HTML in
      let names = tie.projects.map { id in
        document.projects.first { $0.id == id }?.name ?? id.text
      }
      return """
        <li>\(tie.decides ? rules.decidingTie : rules.idleTie): \
        <span\(langOfFiles(language))>\(names.list(language))</span></li>
        """
    }
    return "<h2>\(say.ties)</h2><ul>\(items)</ul>"
  }

  private func thousandths(_ part: Int64, of whole: Int64) -> Int {
    whole > 0 ? Int(min(part, whole) * 1000 / whole) : 0
  }
}

extension String {
  /// With a capital and a full stop.
  fileprivate var sentence: String { "\(prefix(1).uppercased())\(dropFirst())." }
}
