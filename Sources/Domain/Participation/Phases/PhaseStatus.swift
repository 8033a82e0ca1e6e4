// The life of a phase, as one function from status and event to status.

/// Where a phase stands.
package enum PhaseStatus: String, CaseIterable, Hashable, Sendable {
  /// Its days and its rule can still change.
  case configured
  case open
  /// Nothing is taken until it goes on.
  case suspended
  case closed

  /// The status after an event; refuses what cannot happen now.
  package func after(_ event: PhaseEvent) throws(PhaseRefusal) -> PhaseStatus {
    switch (self, event) {
    case (.configured, .opened): .open
    case (.open, .suspended): .suspended
    case (.suspended, .resumed): .open
    case (.open, .closed), (.suspended, .closed): .closed
    case (.open, .prolonged): .open
    case (.suspended, .prolonged): .suspended
    case (.configured, _), (.open, _), (.suspended, _), (.closed, _): throw .notNow(self)
    }
  }
  /// Whether its rule is published and stays as it is.
  package var hasFixedRule: Bool { self != .configured }
}

/// What happens to a phase.
package enum PhaseEvent: String, CaseIterable, Hashable, Sendable {
  case opened
  case suspended
  case resumed
  /// Its last day was moved.
  case prolonged
  case closed
}

/// Why a phase did not change.
package enum PhaseRefusal: Error, Hashable, Sendable {
  case notNow(PhaseStatus)
  /// Nobody has said yet what its rule is.
  case ruleMissing
  case gap(PhaseRule.Gap)
  /// It is for those on the census, and nobody is on it.
  case censusEmpty
  /// The last day comes before the first, or is over already.
  case daysReversed
  /// Its last day is over: say a later one.
  case dayOver(CivilDate)
  /// Outside the calendar a turn needs a reason.
  case reasonMissing
}
