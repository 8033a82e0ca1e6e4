// The mail about a review, to those who answer for the campaign.
import Domain
import Phrases
package import Services

extension ReviewLetters {
  /// Letters whose links start with the site's public address.
  package static func words(publicURL: String) -> ReviewLetters {
    ReviewLetters { letter in
      let language = letter.owner.language
      let say = ReviewMailPhrases[language]
      let title = letter.title.shown(in: language).text
      let (subject, paragraphs) = words(letter, say, title)
      var mail = Letter(
        subject, greeting: say.hello(letter.owner.name), paragraphs, closing: say.closing)
      if !letter.reason.isEmpty {
        mail.paragraphs.append(say.reasons)
        mail.paragraphs += letter.reason.split(whereSeparator: \.isNewline).map(String.init)
      }
      let isPublic = letter.campaign.state.isPublic
      let page = (isPublic ? FundingRoutes.campaign : FundingRoutes.setUp)(letter.campaign.slug)
      let label = letter.decision == .changesRequested ? say.toDraft : say.toCampaign
      mail.action = (label, publicURL + page[language].path)
      return mail.content(language.rawValue)
    }
  }

  private static func words(
    _ letter: ReviewLetter, _ say: ReviewMailPhrases, _ title: String
  ) -> (subject: String, paragraphs: [String]) {
    switch letter.decision {
    case .changesRequested: return (say.changesSubject(title), [say.changes(title)])
    case .rejected: return (say.rejectedSubject(title), [say.rejected(title)])
    case .draft, .submitted, .approved, .live, .onHold, .settling, .succeeded, .failed,
      .cancelled:
      break
    }
    var paragraphs = [say.approved(title)]
    if letter.campaign.state == .live {
      paragraphs.append(say.isOpen)
    } else if letter.campaign.state == .approved, let opensAt = letter.campaign.opensAt {
      paragraphs.append(say.opensOn(CivilDate(of: opensAt).formatted(letter.owner.language)))
    }
    return (say.approvedSubject(title), paragraphs)
  }
}
