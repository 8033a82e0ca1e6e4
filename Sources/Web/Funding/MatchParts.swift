// Sponsors on a campaign's page: who adds how much under which rule, apart from what people gave.
import Domain
import Literals
import Phrases

/// The funds beside a campaign; nothing where there is none.
func matchList(_ matches: [MatchOnPage], _ language: Language) -> HTML? {
  guard !matches.isEmpty else { return nil }
  let say = MatchPhrases[language]
  let lines = matches.map { one -> HTML in
    let isOpen = one.commitment.isMoving && one.fund.state == .open
    return """
      <li><strong>\(one.fund.sponsor)</strong> \(matchRule(one.fund.rule, language)). \
      \(say.added(one.commitment.committed.formatted(language))) \
      \(if: isOpen, "\(say.left(one.available.formatted(language)))")</li>
      """
  }
  return """
    <h2>\(say.heading)</h2><ul class="facts matches">\(lines)</ul>\
    <p class="hint">\(say.apart)</p>
    """
}

/// A rule in words.
func matchRule(_ rule: MatchRule, _ language: Language) -> String {
  let amount: Money =
    switch rule {
    case .share(_, let cap): cap
    case .bonus(_, let amount), .multiply(_, let amount, _), .perDonor(let amount, _): amount
    }
  return MatchPhrases[language].rule(
    rule, amount.formatted(language), rule.cap.formatted(language))
}
