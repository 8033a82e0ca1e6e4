// By what a card or an address is known when it comes again: keyed, so that whoever copies the
// database finds out neither.
import Domain
import Store

/// Marks what has to be recognised and never read, under the installation's own key.
package struct CardMarks: Sendable {
  private let key: SigningKey

  package init(_ key: SigningKey) { self.key = key }

  /// The mark of a card, from what its provider calls it wherever it is used.
  func card(_ fingerprint: String, at provider: ProviderName) -> Digest {
    key.sign("\(provider.text) \(fingerprint)", for: .card)
  }
  /// The mark of a network address; nil where nobody knows it.
  func address(_ text: String) -> Digest? { text.isEmpty ? nil : key.sign(text, for: .address) }
}

extension Transaction {
  /// What was tried lately from an address and for a pledge; a campaign on which cards are tried
  /// out is told to the desk.
  func triedLately(
    for pledge: Pledge, from address: Digest?, _ stamp: Stamp
  ) throws -> CardTries {
    let tries = try cardTries(
      from: address, by: pledge.donor.backer, for: pledge.campaign, at: stamp.now)
    if tries.isCampaignAbused { try tellOfCardTesting(on: pledge.campaign, stamp) }
    return tries
  }
  /// Tells the desk that somebody tries cards out on a campaign.
  func tellOfCardTesting(on campaign: Campaign.ID, _ stamp: Stamp) throws {
    try open(
      MoneyException(
        id: stamp.entropy.id(at: stamp.now), kind: .cardTesting, payment: nil,
        objectID: campaign.description, expected: "", found: "", openedAt: stamp.now))
  }
  /// Tells the desk of a card that many donors paid with; `found` is what it was used for last.
  func tellIfShared(
    _ card: Digest?, _ payment: Payment.ID?, found: String, _ stamp: Stamp
  ) throws {
    guard let card, try donors(of: card) >= CardTries.donorsOfCardMax else { return }
    try open(
      MoneyException(
        id: stamp.entropy.id(at: stamp.now), kind: .cardShared, payment: payment,
        objectID: card.description, expected: "", found: found, openedAt: stamp.now))
  }
}
