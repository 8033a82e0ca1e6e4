// Who is asking, and the one function that says whether they may.

/// Whoever does something here.
package enum Actor: Hashable, Sendable {
  /// Anybody, not signed in.
  case visitor
  /// Someone signed in, with the grants they hold now, and when they last proved who they are by a
  /// second factor; nil for never in this session.
  case person(Person.ID, grants: [Grant], provedAt: Instant? = nil)
  /// Someone who acts in a person's place to help them, with the grants of that person that the
  /// helper holds too.
  case standIn(for: Person.ID, grants: [Grant], by: Person.ID)
  /// Raccolto itself: jobs and timetables.
  case system
  /// Whoever has a shell on the machine. They could edit the database: nothing is refused them.
  case `operator`

  /// Whether this actor may do this, there. Rules about the object itself (its state, "not the one
  /// who proposed it", "one's own pledge") are the use case's, on top of this.
  package func may(_ act: Act, on place: Place) -> Bool {
    switch self {
    case .visitor: act.isOpen
    case .system, .operator: true
    case .person(_, let grants, _):
      act.isOpen || grants.contains { place.scopes.contains($0.scope) && $0.allows(act) }
    case .standIn(_, let grants, _):
      act.isPossibleInPlace
        && grants.contains { place.scopes.contains($0.scope) && $0.allows(act) }
    }
  }

  /// Whether this actor proved who they are just now, as acts ask that move money or change who
  /// may. Raccolto itself and its operator have nobody to prove it to; nobody proves to be somebody
  /// else.
  package func hasProved(at now: Instant) -> Bool {
    switch self {
    case .visitor, .standIn: false
    case .system, .operator: true
    case .person(_, _, let provedAt):
      provedAt.map { $0 <= now + ProofRules.clocksApart && now - $0 <= ProofRules.freshFor }
        ?? false
    }
  }
  /// The same person, who has just proved it.
  package func proved(at now: Instant) -> Actor {
    switch self {
    case .visitor, .system, .operator, .standIn: self
    case .person(let id, let grants, _): .person(id, grants: grants, provedAt: now)
    }
  }

  /// Whether this actor holds, anywhere, a role for this act: for menus, never for permission.
  package func mayAnywhere(_ act: Act) -> Bool {
    switch self {
    case .visitor, .system, .operator: may(act, on: .platform)
    case .person(_, let grants, _): grants.contains { $0.allows(act) }
    case .standIn(_, let grants, _):
      act.isPossibleInPlace && grants.contains { $0.allows(act) }
    }
  }

  /// The person, if it is one; in whose place somebody acts, if it is nobody themselves.
  package var person: Person.ID? {
    switch self {
    case .person(let id, _, _), .standIn(let id, _, _): id
    case .visitor, .system, .operator: nil
    }
  }
  /// Whose hand it is, as an audit record names it: the helper's, not that of whom they help.
  package var hand: Person.ID? {
    switch self {
    case .person(let id, _, _), .standIn(_, _, let id): id
    case .visitor, .system, .operator: nil
    }
  }
  /// In whose place it is done, if in anybody's.
  package var helped: Person.ID? {
    switch self {
    case .standIn(let id, _, _): id
    case .visitor, .person, .system, .operator: nil
    }
  }
  /// How an audit record names the actor's kind.
  package var kind: Kind {
    switch self {
    case .visitor: .visitor
    case .person, .standIn: .person
    case .system: .system
    case .operator: .operator
    }
  }
  package enum Kind: String, CaseIterable, Sendable, Codable {
    case visitor, person, system, `operator`
  }
}

extension Grant {
  /// Whether its role allows this act, where it is held.
  fileprivate func allows(_ act: Act) -> Bool {
    act.roles.contains(role) || (role == .auditor && act.isReading)
  }
}
