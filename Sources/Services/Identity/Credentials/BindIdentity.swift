// After a sign-in: what someone did here before they were known becomes theirs to see.
package import Domain
package import Store

/// Binds what is somebody's to their person, by what they have proved and by nothing else: a mail
/// address that a link came back from, or the mark of a fiscal code.
///
/// The one place for it: whatever else waits for its owner (a line of a census, a receipt) gets its
/// statement in `callAsFunction`, in the same transaction, and its count in `Outcome.bound`.
package struct BindIdentity: Sendable {
  private let database: Database

  package init(database: Database) { self.database = database }

  package enum Outcome: Hashable, Sendable {
    /// How many addresses under which pledges were made.
    case bound(backers: Int)
    case noSuchPerson
  }

  /// Pledges made without an account, under an address that a link came back from since. A receipt
  /// finds the sealed fiscal code over pledge, backer and person.
  package func callAsFunction(_ id: Person.ID) async throws -> Outcome {
    try await database.write { tx in
      guard try tx.person(id) != nil else { return .noSuchPerson }
      return .bound(backers: try tx.bindBackers(to: id))
    }
  }

  /// One's own pledges, the latest first; none in somebody's place: each has the key of its page.
  package func pledges(of signedIn: SignedIn) async throws -> [OwnPledge] {
    guard signedIn.isOneself else { return [] }
    return try await database.read { tx in try tx.pledges(of: signedIn.person.id) }
  }
}
