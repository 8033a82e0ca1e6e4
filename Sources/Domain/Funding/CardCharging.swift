// When a campaign takes cards: at once, or after its deadline and only if it succeeds.

/// When cards are charged.
package enum CardCharging: String, CaseIterable, Hashable, Sendable {
  case atOnce
  /// They are saved, and charged once after the deadline.
  case atEnd
}

extension Campaign {
  /// How long a bank holds money for a card payment that is not taken: a longer campaign cannot
  /// hold, it has to save the card.
  package static let cardHold = Instant.Span.days(7)

  /// Whether cards are saved now and charged after the deadline. Only where the money might have
  /// to go back: a campaign that keeps what it raises takes it at once.
  package var savesCards: Bool {
    guard charging == .atEnd, rule == .allOrNothing, let opensAt, let closesAt else {
      return false
    }
    return closesAt - opensAt > Self.cardHold
  }

  /// Whether saved cards may be charged at any moment.
  package var mayCharge: Bool { state == .settling }

  /// Until when money that was promised in time may arrive.
  package var lastPayday: Instant? { closesAt.map { $0 + Self.settlementHorizon } }

  /// Until when a pledge that was made in time can still be paid after the deadline; nil where it
  /// cannot.
  package func paysUntil(_ pledge: Pledge, at now: Instant) -> Instant? {
    guard state == .settling, pledge.state.isPending, let lastPayday, now < lastPayday else {
      return nil
    }
    return lastPayday
  }
}
