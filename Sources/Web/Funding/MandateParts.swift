// The words of a mandate, the same on the page where one agrees, at the provider's door, and after.
package import Domain
import Literals
import Phrases

extension ScreenContext {
  /// What a donor agrees to by saving a card for a campaign; nil where cards are charged at once.
  func mandate(
    for total: Money, to campaign: Campaign, _ title: LocalText, payee: String
  ) -> String? {
    campaign.mandate(for: total, title, payee: payee, language)
  }
}

extension Campaign {
  /// What a donor of this campaign agrees to, in a language; nil where cards are charged at once.
  package func mandate(
    for total: Money, _ title: LocalText, payee: String, _ language: Language
  ) -> String? {
    guard savesCards, let last = lastPayday else { return nil }
    return MandatePhrases[language].wording(
      MandatePhrases.Wording(
        payee: payee, total: total.formatted(language), campaign: title.shown(in: language).text,
        days: (lastDay(language), CivilDate(of: last - .milliseconds(1)).formatted(language))))
  }
  /// The last day on which it takes pledges.
  func lastDay(_ language: Language) -> String {
    closesAt.map { CivilDate(of: $0 - .milliseconds(1)).formatted(language) } ?? ""
  }
}

/// The words in a frame of their own, so that they are read.
func mandateCallout(_ wording: String, _ say: MandatePhrases) -> HTML {
  """
  <div class="callout"><h2>\(say.heading)</h2><p>\(wording)</p>\
  <p><strong>\(say.nothingToday)</strong></p></div>
  """
}
