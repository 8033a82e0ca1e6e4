// Adds someone who may sign in from now on; roles are given apart.
package import Domain
package import Store

/// Adds a person by mail address.
package struct AddPerson: Sendable {
  private let database: Database
  private let clock: WallClock
  private let entropy: Entropy

  package init(database: Database, clock: WallClock, entropy: Entropy) {
    self.database = database
    self.clock = clock
    self.entropy = entropy
  }

  package struct Request: Sendable {
    package let email: EmailAddress
    package let name: String
    package let language: Language
    package init(email: EmailAddress, name: String, language: Language) {
      self.email = email
      self.name = name
      self.language = language
    }
  }
  package enum Outcome: Sendable {
    case added(Person)
    /// Someone has this address already.
    case known(Person)
    case notAllowed
  }

  package func callAsFunction(
    _ request: Request, by actor: Actor, requestID: String = ""
  ) async throws -> Outcome {
    guard actor.may(.addPerson, on: .platform) else { return .notAllowed }
    var stamp = Stamp(at: clock.now, by: actor, entropy)
    stamp.requestID = requestID
    return try await database.write { [stamp] tx in
      let person = Person(
        id: stamp.entropy.id(at: stamp.now), email: request.email, name: request.name,
        language: request.language, createdAt: stamp.now)
      guard try tx.insert(person) else {
        guard let known = try tx.person(at: request.email) else {
          throw Fault("an address is taken by nobody", retryable: true)
        }
        return .known(known)
      }
      try tx.record(.addPerson, on: .init("person", person.id.description), stamp)
      return .added(person)
    }
  }
}
