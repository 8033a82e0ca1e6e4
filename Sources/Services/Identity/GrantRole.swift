// Gives a role to a person, somewhere. Nobody gives one to themselves.
package import Domain
package import Store

/// Gives a role.
package struct GrantRole: Sendable {
  private let database: Database
  private let clock: WallClock
  private let entropy: Entropy

  package init(database: Database, clock: WallClock, entropy: Entropy) {
    self.database = database
    self.clock = clock
    self.entropy = entropy
  }

  package struct Request: Sendable {
    package let person: Person.ID
    package let role: Role
    package let scope: Scope
    package init(person: Person.ID, role: Role, scope: Scope) {
      self.person = person
      self.role = role
      self.scope = scope
    }
  }
  package enum Outcome: Sendable {
    case granted(Grant)
    /// Held there already: nothing changed.
    case heldAlready
    /// Whoever gives and whoever gets have to be two people.
    case notToOneself
    /// A second factor has to be shown first.
    case notProved
    case notAllowed
    case noSuchPerson
  }

  package func callAsFunction(
    _ request: Request, by actor: Actor, requestID: String = ""
  ) async throws -> Outcome {
    guard actor.may(.grantRole, on: Place(of: request.scope)) else { return .notAllowed }
    guard actor.person != request.person else { return .notToOneself }
    var stamp = Stamp(at: clock.now, by: actor, entropy)
    stamp.requestID = requestID
    guard actor.hasProved(at: stamp.now) else { return .notProved }
    return try await database.write { [stamp] tx in
      guard try tx.person(request.person) != nil else { return .noSuchPerson }
      let grant = Grant(
        id: stamp.entropy.id(at: stamp.now), person: request.person, role: request.role,
        scope: request.scope, by: actor.person, at: stamp.now)
      guard try tx.insert(grant) else { return .heldAlready }
      try tx.record(
        .grantRole, on: .init("person", request.person.description), stamp,
        detail: grant.detail)
      return .granted(grant)
    }
  }
}

extension Place {
  /// The place of a scope itself. A role on a campaign is given on the campaign or the platform.
  init(of scope: Scope) {
    switch scope {
    case .platform: self = .platform
    case .organisation(let id): self = .organisation(id)
    case .process(let id): self = .process(id)
    case .campaign(let id): self = .campaign(id)
    }
  }
}

extension Grant {
  /// What the record of acts says of it.
  var detail: [String: String] {
    ["grant": "\(id)", "role": role.rawValue, "scope": scope.kind.rawValue, "in": scope.id]
  }
}
