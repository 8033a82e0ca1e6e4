// How far a campaign is: a bar for the eyes, the same in words and in a table for everyone.
package import Domain
package import Literals
import Phrases

/// Raised against minimum and optimum. The bar is as long as the optimum (or the minimum, if there
/// is no more), with a tick where the minimum is.
package func meter(
  raised: Money, minimum: Money, optimum: Money? = nil, _ language: Language
) -> HTML {
  let say = PiecePhrases[language]
  let full = max(optimum ?? minimum, minimum)
  let share = permille(raised, of: full)
  let tick = permille(minimum, of: full)
  let shown = percent(raised, of: minimum)
  let goal = say.ofMinimum(minimum.rounded(language), shown)
  return """
    <div class="meter">
    <span class="raised money">\(raised.rounded(language))</span>
    <span class="of">\(goal)</span>
    <svg class="track" viewBox="0 0 1000 12" preserveAspectRatio="none" role="img" \
    aria-label="\(say.meter(raised.rounded(language), minimum.rounded(language), shown))">\
    <rect class="fill" width="\(share)" height="12"/>\
    \(if: tick < 1000, "<rect class=\"tick\" x=\"\(tick)\" width=\"3\" height=\"12\"/>")</svg>
    </div>
    """
}

private func permille(_ part: Money, of whole: Money) -> Int {
  guard whole.isPositive, part.isPositive else { return 0 }
  return Int(min(part.cents, whole.cents) * 1000 / whole.cents)
}
