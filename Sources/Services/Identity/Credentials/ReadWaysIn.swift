// One's own ways in, as the profile lists them.
package import Domain
import Store

/// Reads one's own ways in.
package struct ReadWaysIn: Sendable {
  private let parts: FactorParts

  init(_ parts: FactorParts) { self.parts = parts }

  package func callAsFunction(of signedIn: SignedIn) async throws -> WaysIn {
    let id = signedIn.person.id
    return try await parts.database.read { tx in try tx.waysIn(of: id) }
  }
}

extension Transaction {
  /// Someone's ways in.
  func waysIn(of id: Person.ID) throws -> WaysIn {
    WaysIn(
      address: try person(id)?.email, verifiedAt: try addressVerifiedAt(of: id),
      identitySince: try fiscalIdentitySince(of: id), uses: try identityUses(of: id))
  }
}
