// Adds an organisation: whoever answers for processes and owns campaigns.
package import Domain
package import Store

/// Adds an organisation; its address is made from its name. The same twice makes one.
package struct AddOrganisation: Sendable {
  private let database: Database
  private let clock: WallClock
  private let entropy: Entropy

  package init(database: Database, clock: WallClock, entropy: Entropy) {
    self.database = database
    self.clock = clock
    self.entropy = entropy
  }

  package struct Request: Sendable {
    let name: String
    /// Nil until known.
    let taxCode: TaxCode?
    let place: String
    let about: LocalText

    package init(
      name: String, taxCode: TaxCode? = nil, place: String, about: LocalText = .none
    ) {
      self.name = name
      self.taxCode = taxCode
      self.place = place
      self.about = about
    }
  }
  package enum Outcome: Hashable, Sendable {
    case added(Organisation)
    /// The very same was added before: a form sent twice.
    case repeated(Organisation)
    /// Another organisation has the address that this name makes.
    case addressTaken(Slug)
    case notAllowed
  }

  package func callAsFunction(
    _ request: Request, by actor: Actor, requestID: String = ""
  ) async throws -> Outcome {
    guard actor.may(.addOrganisation, on: .platform) else { return .notAllowed }
    let stamp = Stamp(at: clock.now, by: actor, entropy, requestID: requestID)
    var organisation = Organisation(
      id: entropy.id(at: stamp.now), slug: Slug(title: request.name), name: request.name,
      taxCode: request.taxCode?.text ?? "", place: request.place)
    organisation.about = request.about
    return try await database.write { [organisation] tx in
      do {
        try tx.attempt { try tx.insert(organisation, at: stamp.now) }
      } catch StoreRefusal.notUnique {
        guard let known = try tx.organisation(organisation.slug), known.saysTheSame(organisation)
        else { return .addressTaken(organisation.slug) }
        return .repeated(known)
      }
      try tx.audit(.addOrganisation, "organisation", organisation.id.description, stamp)
      return .added(organisation)
    }
  }
}

extension Organisation {
  fileprivate func saysTheSame(_ other: Organisation) -> Bool {
    name == other.name && taxCode == other.taxCode && place == other.place && about == other.about
  }
}
