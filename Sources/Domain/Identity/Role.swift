// What a person may be: roles, and the part of the house in which each is held.

/// A role. It is always held somewhere: see `Scope`.
package enum Role: String, CaseIterable, Sendable, Codable {
  /// Runs the installation: people, roles, jobs. Moves no money.
  case administrator
  /// Books, reconciles, refunds and pays out; each payout with a second person.
  case treasurer
  /// Reads what an organisation submits and publishes it, or asks for changes.
  case reviewer
  /// Runs a participatory process: imports votes, resolves ties, certifies.
  case facilitator
  /// Answers for a campaign: story, budget, rewards, updates.
  case campaignOwner
  /// Prepares and hands over rewards.
  case fulfilment
  /// Helps with disagreements between backers and organisations.
  case mediator
  /// Reads everything and changes nothing.
  case auditor
  case backer
  case voter
}

/// Where a role is held, or where an object lies. Ids are as `ID.description` writes them.
package enum Scope: Hashable, Sendable {
  case platform
  case organisation(String)
  case process(String)
  case campaign(String)

  /// The kind of place, as it is stored.
  package enum Kind: String, CaseIterable, Sendable, Codable {
    case platform, organisation, process, campaign
  }
  package var kind: Kind {
    switch self {
    case .platform: .platform
    case .organisation: .organisation
    case .process: .process
    case .campaign: .campaign
    }
  }
  /// The id of the place; empty for the platform.
  package var id: String {
    switch self {
    case .platform: ""
    case .organisation(let id), .process(let id), .campaign(let id): id
    }
  }
  /// As a form's field holds it: `platform`, `campaign:cmp_…`.
  package var text: String { id.isEmpty ? kind.rawValue : "\(kind.rawValue):\(id)" }
  /// Reads what `text` writes.
  package init?(text: String) {
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    guard let kind = parts.first.flatMap({ Kind(rawValue: $0) }) else { return nil }
    self.init(kind, id: parts.count == 2 ? parts[1] : "")
  }
  /// Nil for a platform with an id, or another place without one.
  package init?(_ kind: Kind, id: String) {
    guard (kind == .platform) == id.isEmpty else { return nil }
    switch kind {
    case .platform: self = .platform
    case .organisation: self = .organisation(id)
    case .process: self = .process(id)
    case .campaign: self = .campaign(id)
    }
  }
}

/// All scopes in which an object lies: a campaign lies in itself, its organisation, its process
/// and the platform, so a role held in any of them reaches it.
package struct Place: Hashable, Sendable {
  package let scopes: Set<Scope>

  private init(_ scopes: [Scope]) { self.scopes = Set(scopes + [.platform]) }

  /// What belongs to the installation as a whole: jobs, people, statements, the ledger.
  package static let platform = Place([])
  package static func organisation(_ id: String) -> Place { Place([.organisation(id)]) }
  package static func process(_ id: String, organisation: String? = nil) -> Place {
    Place([.process(id)] + (organisation.map { [Scope.organisation($0)] } ?? []))
  }
  package static func campaign(
    _ id: String, organisation: String? = nil, process: String? = nil
  ) -> Place {
    Place(
      [.campaign(id)] + (organisation.map { [Scope.organisation($0)] } ?? [])
        + (process.map { [Scope.process($0)] } ?? []))
  }
}
