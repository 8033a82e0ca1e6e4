// Helping somebody by acting in their place: who does, for whom, why, until when, and what never.

/// One time of acting in somebody's place; it is a session of its own.
package struct StandIn: Hashable, Sendable {
  /// Long enough to find a fault together on the telephone, too short to be forgotten.
  package static let lasts = Instant.Span.minutes(30)
  /// A reason says something: "test" does not.
  package static let reasonMin = 10
  package static let reasonMax = 300

  /// Who really acts.
  package let helper: Person.ID
  /// In whose place.
  package let helped: Person.ID
  package let reason: String
  package let startedAt: Instant
  /// The session of the helper that goes on, under another secret, when this is over.
  package let home: Digest

  package init(
    of helper: Person.ID, for helped: Person.ID, because reason: String, at startedAt: Instant,
    from home: Digest
  ) {
    (self.helper, self.helped, self.reason) = (helper, helped, reason)
    (self.startedAt, self.home) = (startedAt, home)
  }

  package var expiresAt: Instant { startedAt + Self.lasts }

  /// What of somebody's grants a helper reaches: those that the helper holds too, there or on the
  /// whole platform. Backers and voters hold their role for themselves; it opens no desk.
  package static func reach(of theirs: [Grant], within own: [Grant]) -> [Grant] {
    theirs.filter { grant in
      grant.role == .backer || grant.role == .voter
        || own.contains {
          $0.role == grant.role && ($0.scope == .platform || $0.scope == grant.scope)
        }
    }
  }
}

extension Act {
  /// What may be done in somebody's place besides looking. Whatever is not here asks for the person
  /// themselves: money, accounts, roles, ways in, votes and what certifies them, judging others'
  /// work, taking personal data out.
  private static let inPlace: Set<Act> = [
    .createCampaign, .editCampaign, .submitCampaign, .postUpdate, .recordDelivery, .editPickUps,
    .endStandIn,
  ]
  package var isPossibleInPlace: Bool { isReading || Self.inPlace.contains(self) }
}
