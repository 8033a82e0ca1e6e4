// The use cases of SPID and CIE, made once by the wiring.
package import Domain
package import Store

/// What they all stand on.
struct FederationParts: Sendable {
  let database: Database
  let clock: WallClock
  let entropy: Entropy
  let vault: Vault
  let letters: SecurityLetters
  let gateway: any SamlGateway
  let book: ProviderBook
}

/// Signing in by SPID and CIE.
package struct FederationServices: Sendable {
  package let book: ProviderBook
  package let start: StartSamlSignIn
  package let link: LinkIdentity
  package let take: TakeSamlAnswer
  package let logout: SamlLogout
  package let readFiscalCode: ReadFiscalCode
  package let tend: TendFederation
  /// Only where nothing is real.
  package var testProvider: (any SamlTestProvider)?
  private let gateway: any SamlGateway

  package init(
    database: Database,
    ports: (clock: WallClock, entropy: Entropy, vault: Vault, letters: SecurityLetters),
    gateway: any SamlGateway,
    sources: (kept: @Sendable () throws -> [ProviderSource], unkept: [IdentityProvider]),
    certificates: @escaping @Sendable ([IdentityProvider]) throws -> [DatedCertificate]
  ) {
    let book = ProviderBook(
      database: database, clock: ports.clock, gateway: gateway,
      sources: sources.kept, unkept: sources.unkept)
    let parts = FederationParts(
      database: database, clock: ports.clock, entropy: ports.entropy, vault: ports.vault,
      letters: ports.letters, gateway: gateway, book: book)
    self.book = book
    self.gateway = gateway
    start = StartSamlSignIn(parts)
    link = LinkIdentity(parts, start)
    take = TakeSamlAnswer(parts)
    logout = SamlLogout(parts)
    readFiscalCode = ReadFiscalCode(parts)
    tend = TendFederation(parts) { try certificates(try await book.providers()) }
  }

  /// Our signed metadata; nil where we are not part of the scheme.
  package func metadata(of scheme: IdentityScheme) throws -> [UInt8]? {
    try gateway.metadata(of: scheme)
  }
}
