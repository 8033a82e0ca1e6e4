// Who is asking, and the one function that says whether they may.

/// Whoever does something here.
package enum Actor: Hashable, Sendable {
  /// Anybody, not signed in.
  case visitor
  /// Someone signed in, with the grants they hold now, and when they last proved who they are by a
  /// second factor; nil for never in this session.
  case person(Person.ID, grants: [Grant], provedAt: Instant? = nil)
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
      act.isOpen
        || grants.contains { grant in
          place.scopes.contains(grant.scope)
            && (act.roles.contains(grant.role) || (grant.role == .auditor && act.isReading))
        }
    }
  }

  /// Whether this actor proved who they are just now, as acts ask that move money or change who
  /// may. Raccolto itself and its operator have nobody to prove it to.
  package func hasProved(at now: Instant) -> Bool {
    switch self {
    case .visitor: false
    case .system, .operator: true
    case .person(_, _, let provedAt):
      provedAt.map { $0 <= now + ProofRules.clocksApart && now - $0 <= ProofRules.freshFor }
        ?? false
    }
  }
  /// The same person, who has just proved it.
  package func proved(at now: Instant) -> Actor {
    switch self {
    case .visitor, .system, .operator: self
    case .person(let id, let grants, _): .person(id, grants: grants, provedAt: now)
    }
  }

  /// Whether this actor holds, anywhere, a role for this act: for menus, never for permission.
  package func mayAnywhere(_ act: Act) -> Bool {
    switch self {
    case .visitor, .system, .operator: may(act, on: .platform)
    case .person(_, let grants, _):
      grants.contains {
        act.roles.contains($0.role) || ($0.role == .auditor && act.isReading)
      }
    }
  }

  /// The person, if it is one.
  package var person: Person.ID? {
    switch self {
    case .person(let id, _, _): id
    case .visitor, .system, .operator: nil
    }
  }
  /// How an audit record names the actor's kind.
  package var kind: Kind {
    switch self {
    case .visitor: .visitor
    case .person: .person
    case .system: .system
    case .operator: .operator
    }
  }
  package enum Kind: String, CaseIterable, Sendable, Codable {
    case visitor, person, system, `operator`
  }
}
