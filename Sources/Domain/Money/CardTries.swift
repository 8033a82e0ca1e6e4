// How often cards may be tried: whoever tests stolen cards needs many tries, a donor a few.

/// What became of the card payments that were tried lately.
package struct CardTries: Sendable {
  /// How many were started, refused by their bank, and taken.
  package struct Count: Hashable, Sendable {
    package let started: Int
    package let refused: Int
    package let taken: Int

    package init(started: Int, refused: Int, taken: Int) {
      (self.started, self.refused, self.taken) = (started, refused, taken)
    }
  }
  /// One of them, as it is kept.
  package enum Outcome: String, CaseIterable, Sendable { case started, refused, taken }

  /// From one network address, in the last hour; a school or a library shares one.
  package let ofAddress: Count
  /// By one e-mail address, in the last hour.
  package let ofDonor: Count
  /// For one campaign, in the last ten minutes.
  package let ofCampaign: Count
  /// With one of the cards that this address or this donor used lately, by whomever: refusals in
  /// the last hour, and different donors.
  package let ofCard: (refused: Int, donors: Int)

  package init(
    ofAddress: Count, ofDonor: Count, ofCampaign: Count,
    ofCard: (refused: Int, donors: Int) = (0, 0)
  ) {
    (self.ofAddress, self.ofDonor, self.ofCampaign) = (ofAddress, ofDonor, ofCampaign)
    self.ofCard = ofCard
  }

  package static let personSpan = Instant.Span.hours(1)
  package static let campaignSpan = Instant.Span.minutes(10)
  /// After this nobody knows any more who tried what.
  package static let memory = Instant.Span.days(2)

  package static let startedByAddressMax = 300
  package static let refusedFromAddressMax = 15
  package static let startedByDonorMax = 12
  package static let refusedToDonorMax = 6
  /// So many refusals, and more of them than payments, are no donors.
  package static let refusedForCampaignMax = 20
  /// A card that so many donors paid with is looked at by a person.
  package static let donorsOfCardMax = 4
  /// With which so many donors tried or paid, nobody pays any more.
  package static let donorsOfCardLimit = 8
  package static let refusedOfCardMax = 8

  /// Whether one more page may be opened. Who may not is told only that cards do not work now.
  package var allowsAnother: Bool {
    ofAddress.started < Self.startedByAddressMax && ofDonor.started < Self.startedByDonorMax
      && allowsGoingOn
  }
  /// Whether one more card may be tried on a page that is open.
  package var allowsGoingOn: Bool {
    ofAddress.refused < Self.refusedFromAddressMax && ofDonor.refused < Self.refusedToDonorMax
      && ofCard.refused < Self.refusedOfCardMax && ofCard.donors < Self.donorsOfCardLimit
      && !isCampaignAbused
  }
  /// Whether somebody tries cards out on the campaign: cards rest there until it has passed.
  package var isCampaignAbused: Bool {
    ofCampaign.refused >= Self.refusedForCampaignMax && ofCampaign.refused > ofCampaign.taken
  }
}
