// The identity providers we know, the same in every process: the last good copy of each source.
package import Domain
package import Store
import Synchronization

/// One place that metadata comes from: a file of the operator, or an address.
package struct ProviderSource: Sendable {
  package let name: String
  package let scheme: IdentityScheme
  package let read: @Sendable () async throws -> [UInt8]

  package init(
    _ name: String, scheme: IdentityScheme, read: @escaping @Sendable () async throws -> [UInt8]
  ) {
    self.name = name
    self.scheme = scheme
    self.read = read
  }
}

/// Keeps and answers the providers. What cannot be read never replaces what could.
package final class ProviderBook: Sendable {
  private let database: Database
  private let clock: WallClock
  private let gateway: any SamlGateway
  private let sources: @Sendable () throws -> [ProviderSource]
  private let cache = Mutex<(digests: [String: Digest], providers: [IdentityProvider])>(([:], []))

  package init(
    database: Database, clock: WallClock, gateway: any SamlGateway,
    sources: @escaping @Sendable () throws -> [ProviderSource]
  ) {
    self.database = database
    self.clock = clock
    self.gateway = gateway
    self.sources = sources
  }

  /// Every provider, by name.
  package func providers() async throws -> [IdentityProvider] {
    let digests = try await database.read { tx in try tx.samlMetadataDigests() }
    if let known = cache.withLock({ $0.digests == digests ? $0.providers : nil }) { return known }
    let rows = try await database.read { tx in try tx.samlMetadata() }
    var found: [IdentityProvider] = []
    for row in rows {
      let read = (try? gateway.providers(in: row.xml, scheme: row.scheme)) ?? []
      found += read.filter { new in !found.contains { $0.entityID == new.entityID } }
    }
    let providers = found.sorted { ($0.name, $0.entityID) < ($1.name, $1.entityID) }
    cache.withLock { $0 = (digests, providers) }
    return providers
  }

  /// One provider by its entity id.
  package func provider(_ entityID: String) async throws -> IdentityProvider? {
    try await providers().first { $0.entityID == entityID }
  }

  /// Reads every source anew. Answers what could not be read, each with its reason.
  package func refresh() async throws -> [String] {
    var problems: [String] = []
    let sources = try sources()
    for source in sources {
      do {
        let xml = try await source.read()
        _ = try gateway.providers(in: xml, scheme: source.scheme)
        let row = SamlMetadataRow(
          source: source.name, scheme: source.scheme, digest: Digest(of: xml), xml: xml,
          fetchedAt: clock.now)
        try await database.write { tx in try tx.keep(row) }
      } catch {
        let problem = "\(error)"
        problems.append("\(source.name): \(problem)")
        try await database.write { tx in try tx.noteSamlMetadata(problem, of: source.name) }
      }
    }
    let names = Set(sources.map(\.name))
    try await database.write { tx in
      for gone in try tx.samlMetadataDigests().keys where !names.contains(gone) {
        try tx.forgetSamlMetadata(gone)
      }
    }
    return problems
  }
}
