// The life of a ranking, as one function from status and event to status.

/// Where a ranking stands.
package enum RankingStatus: String, CaseIterable, Hashable, Sendable {
  /// Counted, and nothing is open.
  case provisional
  /// A tie decides who is chosen, and waits for an officer.
  case tieOpen
  /// Fixed for ever, with the digest of what it was made of.
  case certified
  /// Replaced by a later ranking, or given up.
  case superseded

  /// What happens to a ranking.
  package enum Event: Hashable, Sendable {
    /// An officer settled a tie; so many are still open.
    case tieResolved(stillOpen: Int)
    case certified
    case superseded
  }

  /// The status of a ranking just counted.
  package static func counted(openTies: Int) -> RankingStatus {
    openTies == 0 ? .provisional : .tieOpen
  }

  /// The status after an event; refuses what cannot happen now.
  package func after(_ event: Event) throws(RankingRefusal) -> RankingStatus {
    switch (self, event) {
    case (.tieOpen, .tieResolved(let stillOpen)): .counted(openTies: stillOpen)
    case (.provisional, .certified): .certified
    case (.provisional, .superseded), (.tieOpen, .superseded), (.certified, .superseded):
      .superseded
    case (.tieOpen, .certified): throw .tieStillOpen
    case (.certified, _): throw .alreadyCertified
    case (.superseded, _): throw .alreadySuperseded
    case (.provisional, .tieResolved): throw .noSuchTie
    }
  }
}

/// Why a ranking did not change.
package enum RankingRefusal: Error, Hashable, Sendable {
  case tieStillOpen
  case alreadyCertified
  case alreadySuperseded
  /// The projects named are not exactly those of a tie that decides something.
  case noSuchTie
  /// A public draw without witnesses proves nothing.
  case witnessesMissing
  /// The method `other` says nothing by itself.
  case noteMissing
  /// A project stands in the order twice.
  case orderRepeats(ExternalID)
}
