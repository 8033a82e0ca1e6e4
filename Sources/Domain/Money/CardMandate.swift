// A donor's leave to charge a saved card: once, so much, after a campaign's deadline and only if it
// succeeds. What is done with it at each moment is decided here.

/// The leave to charge one saved card for one pledge.
package struct CardMandate: Identified, Hashable, Sendable {
  package static let idPrefix = "mnd"

  package let id: CardMandate.ID
  package let pledge: Pledge.ID
  package let campaign: Campaign.ID
  package let provider: ProviderName
  /// 1 for the first of its pledge.
  package let attempt: Int
  package let terms: Terms
  package var state: CardMandateState
  /// The provider's own id of the saving, once it has answered.
  package var providerReference: String?
  /// Where the donor says which card.
  package var hostedPage: String?
  package var card: SavedCard?
  /// Before this it is left alone.
  package var nextAt: Instant?
  /// How often it was charged or its donor reminded.
  package var rounds: Int

  /// What was agreed.
  package struct Terms: Hashable, Sendable {
    /// All that may be charged, shipping included.
    package let amount: Money
    /// The words that the donor agreed to, as they were shown.
    package let wording: String
    package let createdAt: Instant
    /// After this the page on which the card is saved is given up.
    package let expiresAt: Instant

    package init(amount: Money, wording: String, createdAt: Instant, expiresAt: Instant) {
      (self.amount, self.wording) = (amount, wording)
      (self.createdAt, self.expiresAt) = (createdAt, expiresAt)
    }
  }

  package init(
    id: CardMandate.ID, of pledge: (id: Pledge.ID, campaign: Campaign.ID),
    at provider: ProviderName, attempt: Int, _ terms: Terms
  ) {
    (self.id, self.pledge, campaign) = (id, pledge.id, pledge.campaign)
    (self.provider, self.attempt, self.terms) = (provider, attempt, terms)
    (state, rounds) = (.asked, 0)
  }

  package var amount: Money { terms.amount }
  /// The key under which the provider saves this card once.
  package var idempotencyKey: String { "card:\(id)" }
}

/// How far the leave has come.
package enum CardMandateState: String, CaseIterable, Sendable {
  /// The donor is on the page that saves a card.
  case asked
  case saved
  /// No card was saved in time.
  case expired
  /// It was used: it is not used again.
  case charged
  /// It is not used any more: the pledge was called off, paid another way, or the campaign failed.
  case released

  /// What a state reached at the provider does to this one; nil where it does nothing.
  package func reaching(_ found: ProviderSavedCard.Status) -> CardMandateState? {
    switch (found, self) {
    case (.saved, .asked), (.saved, .expired): .saved
    case (.expired, .asked), (.cancelled, .asked), (.failed, .asked): .expired
    case (.requiresAction, _), (.processing, _), (.saved, _), (.expired, _), (.cancelled, _),
      (.failed, _):
      nil
    }
  }
}

/// What is done with a saved card at a moment.
package enum CardStep: Hashable, Sendable {
  case wait
  case charge
  /// Only its owner can pay now: a mail says how.
  case remind
  /// It is never charged: there is no reason any more.
  case release
}

/// What has to be known to decide what is done with a saved card.
package struct CardFacts: Hashable, Sendable {
  package let pledge: PledgeState
  package let campaign: Campaign
  /// Confirmed money and saved cards together, without shipping.
  package let promised: Money
  /// Those, and what else may still arrive.
  package let possible: Money
  /// A card of this campaign was charged before: then all are.
  package let hasBegun: Bool
  /// Why the last charge failed, where one did.
  package let failure: PaymentFailure?
  package let now: Instant

  package init(
    pledge: PledgeState, of campaign: Campaign,
    sums: (promised: Money, possible: Money, hasBegun: Bool), failure: PaymentFailure?,
    at now: Instant
  ) {
    (self.pledge, self.campaign, self.failure, self.now) = (pledge, campaign, failure, now)
    (promised, possible, hasBegun) = sums
  }
}

extension CardMandate {
  /// How long after a failed charge it is tried again, and its owner written to.
  package static let dunningEvery = Instant.Span.hours(48)
  /// How long after a call that nobody answered it is made again, under the same key.
  package static let patience = Instant.Span.minutes(15)

  /// What is done now. Cards are charged once the deadline has passed and the promises reach the
  /// minimum; those that fail are tried again for as long as the campaign waits for money.
  package func step(_ facts: CardFacts) -> CardStep {
    guard state == .saved else { return .wait }
    switch facts.campaign.state {
    case .live, .onHold, .approved, .draft, .submitted, .changesRequested, .rejected:
      return facts.pledge.mayStillBeCharged ? .wait : .release
    case .succeeded, .failed, .cancelled: return .release
    case .settling: break
    }
    guard facts.pledge.mayStillBeCharged else { return .release }
    guard let last = facts.campaign.lastPayday, facts.now < last else { return .wait }
    switch facts.pledge {
    case .authorised:
      let minimum = facts.campaign.target.minimum
      if !facts.hasBegun, facts.promised < minimum {
        return facts.possible < minimum ? .release : .wait
      }
      return isDue(facts.now) ? .charge : .wait
    case .paymentFailed:
      guard isDue(facts.now) else { return .wait }
      return facts.failure == .notAuthenticated ? .remind : .charge
    case .reserved, .awaitingPayment, .confirmed, .lapsed, .cancelledByDonor,
      .cancelledByAdmin, .closed:
      return .wait
    }
  }

  private func isDue(_ now: Instant) -> Bool { nextAt.map { $0 <= now } ?? true }
}

extension PledgeState {
  /// Whether its saved card may have to be charged: not once it is paid, over or called off.
  var mayStillBeCharged: Bool {
    switch self {
    case .reserved, .awaitingPayment, .authorised, .paymentFailed: true
    case .confirmed, .lapsed, .cancelledByDonor, .cancelledByAdmin, .closed: false
    }
  }
}
