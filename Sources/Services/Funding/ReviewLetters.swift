// The mail about a review: who decided is not named, what was decided and why is.
package import Domain
import Store

/// One mail to somebody who answers for a campaign that was reviewed.
package struct ReviewLetter: Sendable {
  package let owner: Person
  package let campaign: Campaign
  package let title: LocalText
  /// `approved`, `changesRequested` or `rejected`.
  package let decision: CampaignState
  /// What the reviewer wrote; empty when there was nothing to say.
  package let reason: String
}

/// Writes the words of such mails, in the language of the owner.
package struct ReviewLetters: Sendable {
  private let write: @Sendable (ReviewLetter) -> MailContent

  package init(_ write: @escaping @Sendable (ReviewLetter) -> MailContent) { self.write = write }

  /// Queues a letter, once for each event and owner who has an address. Answers whether it is new.
  func send(
    _ letter: ReviewLetter, about event: CampaignEventRow.ID, in tx: Transaction, _ stamp: Stamp
  ) throws -> Bool {
    let owner = letter.owner
    guard let email = owner.email else { return false }
    let content = write(letter)
    return try tx.queue(
      OutgoingMailRow(
        id: stamp.entropy.id(at: stamp.now),
        kind: ("campaignReviewed", "campaignReviewed:\(event):\(owner.id)"),
        to: (email, owner.name), language: owner.language,
        words: (content.subject, content.text, content.html ?? ""), at: stamp.now), stamp)
  }
}
