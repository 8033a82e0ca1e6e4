// The mails about a pledge, as text and as HTML from the same sentences.
import Domain
import Literals
import Phrases
package import Services

/// Writes letters about pledges.
package struct PledgeMails: Sendable {
  let publicURL: String
  let account: FundingScreens.TransferAccount

  package init(publicURL: String, account: FundingScreens.TransferAccount) {
    self.publicURL = publicURL
    self.account = account
  }

  /// The same as what use cases ask for.
  package var letters: PledgeLetters { PledgeLetters { write($0) } }

  private func write(_ letter: PledgeLetter) -> MailContent {
    let language = letter.page.pledge.donor.language
    let say = PledgeMailPhrases[language]
    let campaign = letter.page.title.shown(in: language).text
    let total = letter.page.pledge.total.formatted(language)
    let until = letter.page.pledge.expiresAt?.formatted(language) ?? ""
    switch letter.kind {
    case .received:
      return compose(
        letter, say.receivedSubject(campaign), say.received(total, campaign),
        next: say.receivedNext(until))
    case .transferInstructions:
      return compose(
        letter, say.transferSubject(campaign), say.transfer(total, campaign),
        details: details(letter, say), next: say.transferNext(until))
    case .paid:
      return compose(
        letter, say.paidSubject(campaign), say.paid(total, campaign), next: say.paidNext)
    case .paymentFailed:
      return compose(
        letter, say.failedSubject(campaign), say.failed(total, campaign),
        next: say.failedNext(until))
    case .cardSaved:
      let day =
        letter.page.campaign.closesAt.map {
          CivilDate(of: $0 - .milliseconds(1)).formatted(language)
        } ?? ""
      return compose(
        letter, say.cardSavedSubject(campaign), say.cardSaved(total, campaign, day),
        next: say.cardSavedNext(day))
    case .paymentReminder:
      return compose(
        letter, say.reminderSubject(campaign), say.reminder(total, campaign),
        next: say.failedNext(until))
    case .lapsed:
      let next =
        switch letter.page.campaign.state {
        case .live, .onHold: say.lapsedNext
        case .draft, .submitted, .changesRequested, .rejected, .approved, .settling, .succeeded,
          .failed, .cancelled:
          say.endedNext
        }
      return compose(
        letter, say.lapsedSubject(campaign), say.lapsed(total, campaign), next: next)
    case .cardReleased:
      return compose(
        letter, say.releasedSubject(campaign), say.released(total, campaign), next: say.endedNext)
    case .campaignSucceeded, .campaignBelowTarget, .campaignFailed, .campaignCancelled:
      return ending(letter, say, (total, campaign))
    }
  }

  /// What happens with the money when a campaign has ended.
  private func ending(
    _ letter: PledgeLetter, _ say: PledgeMailPhrases, _ what: (total: String, campaign: String)
  ) -> MailContent {
    let owner = letter.page.organisation
    let back =
      switch letter.page.pledge.method {
      case .card: say.backToCard
      case .bankTransfer: say.backByTransfer
      }
    let (subject, sentence) =
      switch letter.kind {
      case .campaignBelowTarget:
        (say.belowSubject(what.campaign), say.below(what.total, what.campaign, owner))
      case .campaignFailed:
        (say.notReachedSubject(what.campaign), say.notReached(what.total, what.campaign, back))
      case .campaignCancelled:
        (say.calledOffSubject(what.campaign), say.calledOff(what.total, what.campaign, back))
      case .campaignSucceeded, .received, .transferInstructions, .paid, .paymentFailed,
        .cardSaved, .paymentReminder, .lapsed, .cardReleased:
        (say.succeededSubject(what.campaign), say.succeeded(what.total, what.campaign, owner))
      }
    return compose(letter, subject, sentence, next: say.endedNext)
  }

  private func details(_ letter: PledgeLetter, _ say: PledgeMailPhrases) -> [(String, String)] {
    let pledge = letter.page.pledge
    return [
      (say.holder, account.holder), (say.iban, account.iban.grouped),
      (say.amount, pledge.total.formatted(pledge.donor.language)),
      (say.transferReference, pledge.keys.transferReference.grouped),
    ]
  }

  private func compose(
    _ letter: PledgeLetter, _ subject: String, _ sentence: String,
    details: [(String, String)] = [], next: String
  ) -> MailContent {
    let pledge = letter.page.pledge
    let language = pledge.donor.language
    let say = PledgeMailPhrases[language]
    let link = publicURL + FundingRoutes.pledge(pledge.keys.accessKey)[language].path
    let hello = say.hello(pledge.donor.name)
    let reference = say.reference(pledge.keys.reference.grouped)
    let rows = details.map { "\($0): \($1)" }
    let text =
      ([hello, sentence] + (rows.isEmpty ? [] : [rows.joined(separator: "\n")])
      + ["\(next)\n\(link)", reference]).joined(separator: "\n\n")
    let list = details.map { "<tr><td>\($0)</td><td><b>\($1)</b></td></tr>" as HTML }
    let html: HTML = """
      <!DOCTYPE html><html lang="\(language.rawValue)"><head><meta charset="utf-8">\
      <title>\(subject)</title></head><body><p>\(hello)</p><p>\(sentence)</p>\
      \(if: !details.isEmpty, "<table>\(list)</table>")\
      <p>\(next)<br><a href="\(link)">\(say.yourPledge)</a></p><p>\(reference)</p></body></html>
      """
    return MailContent(subject: subject, text: text + "\n", html: html.text)
  }
}
