// The mails about a pledge: which there are, and who writes their words.
package import Domain
import Store

/// One mail to a donor about one pledge.
package struct PledgeLetter: Sendable {
  /// What it is about.
  package enum Kind: String, CaseIterable, Sendable {
    /// It is noted; the card is still to be paid with.
    case received
    /// How to pay by bank transfer.
    case transferInstructions
    case paid
    case paymentFailed
    /// Its card is saved, with the words that were agreed to.
    case cardSaved
    /// Its card was refused after the deadline, again: how long there is to pay.
    case paymentReminder
    /// It was not paid in time: nothing was taken, and its reward is free again.
    case lapsed
    /// Its card will not be charged.
    case cardReleased
    /// Its campaign succeeded: the money goes to the project.
    case campaignSucceeded
    /// Its campaign stayed below its minimum and may keep what it raised.
    case campaignBelowTarget
    /// Its campaign came to nothing: the money goes back.
    case campaignFailed
    /// Its campaign was called off: the money goes back.
    case campaignCancelled
  }
  package let kind: Kind
  package let page: PledgePage

  package init(_ kind: Kind, _ page: PledgePage) {
    self.kind = kind
    self.page = page
  }
}

/// Writes the words of letters, in the language of the pledge.
package struct PledgeLetters: Sendable {
  private let write: @Sendable (PledgeLetter) -> MailContent

  package init(_ write: @escaping @Sendable (PledgeLetter) -> MailContent) { self.write = write }

  /// Queues a letter together with what it tells of. Each kind goes out once for one occasion;
  /// answers whether it is new.
  @discardableResult
  func send(
    _ kind: PledgeLetter.Kind, about pledge: Pledge, occasion: String = "", in tx: Transaction,
    _ stamp: Stamp
  ) throws -> Bool {
    // Whoever was moved in from another platform is written to by that one.
    guard pledge.donor.email.isReachable else { return false }
    guard let page = try tx.pledgePage(accessKey: pledge.keys.accessKey) else { return false }
    let content = write(PledgeLetter(kind, page))
    let donor = pledge.donor
    return try tx.queue(
      OutgoingMailRow(
        id: stamp.entropy.id(at: stamp.now),
        kind: (kind.rawValue, "\(kind.rawValue):\(pledge.id):\(occasion)"),
        to: (donor.email, donor.name), language: donor.language,
        words: (content.subject, content.text, content.html ?? ""), at: stamp.now), stamp)
  }
}
