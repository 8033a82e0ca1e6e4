// The fiscal code of whoever is signed in by SPID or CIE, for themselves.
package import Domain
import Store

/// Reads one's own fiscal code.
package struct ReadFiscalCode: Sendable {
  private let federation: FederationParts

  init(_ federation: FederationParts) { self.federation = federation }

  package struct Proof: Sendable {
    package let fiscalCode: String
    package let scheme: IdentityScheme
    package let level: IdentityLevel
    package let authenticatedAt: Instant
  }

  /// By what and at which level this session came; nil when not by SPID or CIE. No code is opened.
  package func recognition(
    of signedIn: SignedIn
  ) async throws -> (scheme: IdentityScheme, level: IdentityLevel)? {
    try await federation.database.read { tx in
      try tx.samlSession(signedIn.session).map { ($0.scheme, $0.level) }
    }
  }

  /// Nil when this session did not come by SPID or CIE.
  package func callAsFunction(of signedIn: SignedIn) async throws -> Proof? {
    guard signedIn.isOneself else { return nil }
    let found = try await federation.database.read { tx in
      try tx.sealedFiscalCode(of: signedIn.session)
    }
    guard let (row, sealed) = found else { return nil }
    guard
      let code = federation.vault.open(
        sealed, for: .fiscalCode, of: signedIn.person.id.description)
    else { throw Fault("a fiscal code cannot be opened. Consider RACCOLTO_VAULT_KEY") }
    return Proof(
      fiscalCode: String(decoding: code, as: UTF8.self), scheme: row.scheme, level: row.level,
      authenticatedAt: row.authenticatedAt)
  }
}
