// The life of a proposal, as one function from status and event to status.

/// Where a proposal stands.
package enum ProposalStatus: String, CaseIterable, Hashable, Sendable {
  /// A mediator has not read it yet.
  case submitted
  /// Everybody reads it.
  case published
  /// A mediator refused it, with the reason.
  case refused
  /// Those who proposed it took it back.
  case withdrawn
  /// It lives on in another one, together with others.
  case merged
  /// It lives on in several others.
  case split

  /// The status after an event; refuses what cannot happen now.
  package func after(_ event: ProposalEvent) throws(ProposalRefusal) -> ProposalStatus {
    switch (self, event) {
    case (.submitted, .published), (.refused, .published): .published
    case (.submitted, .refused), (.published, .refused): .refused
    case (.submitted, .withdrawn), (.published, .withdrawn): .withdrawn
    case (.published, .merged): .merged
    case (.published, .split): .split
    case (.submitted, _), (.published, _), (.refused, _), (.withdrawn, _), (.merged, _),
      (.split, _):
      throw .notNow(self)
    }
  }
  /// Whether it takes part in what comes next.
  package var isAlive: Bool { self == .published }
  /// Whether everybody may read that it was there: all but what no mediator let through.
  package var isPublic: Bool {
    switch self {
    case .published, .withdrawn, .merged, .split: true
    case .submitted, .refused: false
    }
  }
  /// Whether it may come back as a new one.
  package var mayReturn: Bool { self == .refused || self == .withdrawn }
}

/// What happens to a proposal.
package enum ProposalEvent: String, CaseIterable, Hashable, Sendable {
  case published, refused, withdrawn, merged, split

  /// What a mediator decides by itself.
  package static let decisions: [ProposalEvent] = [.published, .refused, .withdrawn]
  /// Whether a reason has to be given.
  package var needsReason: Bool {
    switch self {
    case .refused, .withdrawn, .merged, .split: true
    case .published: false
    }
  }
}

/// Why a proposal was not taken, or did not change.
package enum ProposalRefusal: Error, Hashable, Sendable {
  case notNow(ProposalStatus)
  case reasonMissing
  /// No phase of ideas takes proposals now, or not in this way.
  case phaseNotOpen
  /// Whoever proposes has to show the code they have on the census.
  case codeMissing
  case codeUnknown
  /// Somebody else showed this code already.
  case codeTaken
  case tooMany(max: Int)
  case costAbove(Money)
  /// A merge takes two at least, a split makes two at least.
  case tooFew
  /// They are voted on apart.
  case ofTwoConstituencies
  /// Their supporters chose them as they are.
  case supportUnderWay
  case noSuchConstituency
  case noSuchAssembly
}

extension PhaseRule {
  /// Whether a proposal of these words may be made by someone who made so many already.
  package func accepts(_ words: ProposalWords, made: Int) throws(ProposalRefusal) {
    if let perPerson, made >= perPerson { throw .tooMany(max: perPerson) }
    if let costMax, let cost = words.cost, cost > costMax { throw .costAbove(costMax) }
  }
}
