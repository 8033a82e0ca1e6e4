// What people do in a phase of a process, and what its rule has to say.

/// The kind of a phase.
package enum PhaseKind: String, CaseIterable, Hashable, Sendable {
  /// How much there is for each constituency is decided and published.
  case budget
  /// Assemblies say which themes come first.
  case priorities
  /// Assemblies name who speaks for them.
  case delegates
  /// Proposals are born, in assemblies and online.
  case ideas
  /// Each person supports some; the most supported go on.
  case support
  /// Proposals become projects, with experts and costs.
  case coDesign
  /// Projects are drawn up by those who will carry them out.
  case projects
  case vote
  /// A vote beside which purchases count too.
  case votesAndPurchases
  case ranking
  case crowdfunding

  /// What a rule of this kind says, in the order in which it is written.
  package var settings: [PhaseSetting] {
    switch self {
    case .budget, .delegates, .coDesign, .projects, .ranking, .crowdfunding: []
    case .priorities: [.admission, .channels]
    case .ideas: [.admission, .channels, .perPerson, .costMax]
    case .support: [.admission, .channels, .perPerson, .cut, .directEntries]
    case .vote, .votesAndPurchases:
      [.admission, .channels, .ballot, .choices, .count, .ties, .places]
    }
  }
  /// Whether people choose in it: then it may have a census of its own.
  package var hasVoters: Bool { settings.contains(.admission) }
}

/// One thing that a phase's rule says, by the name it has in the published text.
package enum PhaseSetting: String, CaseIterable, Hashable, Sendable {
  case admission
  case channels
  case perPerson = "per-person"
  case costMax = "cost-max"
  case cut
  case directEntries = "direct-entries"
  case ballot
  case choices
  case count
  case ties
  case places
}

/// Who may take part in a phase.
package enum Admission: String, CaseIterable, Hashable, Sendable {
  /// Whoever is on the phase's census.
  case census
  /// Everybody who signed in.
  case signedIn
}

/// How people take part in a phase.
package enum PhaseChannels: String, CaseIterable, Hashable, Sendable {
  case online
  /// On slips and ballots alone: where people have no network.
  case paper
  case both

  package var isOnline: Bool { self != .paper }
  package var isOnPaper: Bool { self != .online }
}

/// What a ballot asks for.
package enum BallotForm: String, CaseIterable, Hashable, Sendable {
  case approval
  case chooseOne
  case points
  case ranking
}
