// Takes a role back. It is gone at the person's next request.
package import Domain
package import Store

/// Takes a role back.
package struct RevokeRole: Sendable {
  private let database: Database
  private let clock: WallClock
  private let entropy: Entropy

  package init(database: Database, clock: WallClock, entropy: Entropy) {
    self.database = database
    self.clock = clock
    self.entropy = entropy
  }

  package enum Outcome: Sendable {
    case revoked
    /// Not a role of this person, or taken back before.
    case noSuchGrant
    /// An administrator cannot leave the platform without one by mistake.
    case notOnesOwn
    /// A second factor has to be shown first.
    case notProved
    case notAllowed
  }

  package func callAsFunction(
    _ grant: Grant.ID, of person: Person.ID, by actor: Actor, requestID: String = ""
  ) async throws -> Outcome {
    guard actor.person != person else { return .notOnesOwn }
    var stamp = Stamp(at: clock.now, by: actor, entropy)
    stamp.requestID = requestID
    return try await database.write { [stamp] tx in
      guard let held = try tx.grants(of: person).first(where: { $0.id == grant }) else {
        return actor.may(.revokeRole, on: .platform) ? .noSuchGrant : .notAllowed
      }
      guard actor.may(.revokeRole, on: Place(of: held.scope)) else { return .notAllowed }
      guard actor.hasProved(at: stamp.now) else { return .notProved }
      guard try tx.revoke(grant, by: actor.person, at: stamp.now) else { return .noSuchGrant }
      try tx.record(
        .revokeRole, on: .init("person", person.description), stamp, detail: held.detail)
      return .revoked
    }
  }
}
