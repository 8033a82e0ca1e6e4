// The identity providers we know, the same in every process: the last good copy of each source.
package import Domain
package import Store
import Synchronization

/// One place that metadata comes from: a file of the operator, or an address.
package struct ProviderSource: Sendable {
  package let name: String
  package let scheme: IdentityScheme
  /// Whether it stands for all that its setting names; false for a folder that cannot be listed.
  package var isWhole = true
  package let read: @Sendable () async throws -> [UInt8]

  package init(
    _ name: String, scheme: IdentityScheme, read: @escaping @Sendable () async throws -> [UInt8]
  ) {
    self.name = name
    self.scheme = scheme
    self.read = read
  }
}

/// Keeps and answers the providers. What cannot be read never replaces what could, and a process
/// that is told of no source forgets none.
package final class ProviderBook: Sendable {
  private let database: Database
  private let clock: WallClock
  private let gateway: any SamlGateway
  private let sources: @Sendable () throws -> [ProviderSource]
  /// Known without being kept: the test provider of a demonstration, which no other process that
  /// shares the database may come to believe.
  private let unkept: [IdentityProvider]
  private let cache = Mutex<(digests: [String: Digest], providers: [IdentityProvider])?>(nil)

  package init(
    database: Database, clock: WallClock, gateway: any SamlGateway,
    sources: @escaping @Sendable () throws -> [ProviderSource], unkept: [IdentityProvider] = []
  ) {
    self.unkept = unkept
    self.database = database
    self.clock = clock
    self.gateway = gateway
    self.sources = sources
  }

  /// Every provider, by name.
  package func providers() async throws -> [IdentityProvider] {
    let digests = try await database.read { tx in try tx.samlMetadataDigests() }
    if let known = cache.withLock({ $0?.digests == digests ? $0?.providers : nil }) { return known }
    let rows = try await database.read { tx in try tx.samlMetadata() }
    var found = unkept
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
    var good: Set<IdentityScheme> = []
    let sources = try sources()
    for source in sources {
      do {
        let xml = try await source.read()
        _ = try gateway.providers(in: xml, scheme: source.scheme)
        let row = SamlMetadataRow(
          source: source.name, scheme: source.scheme, digest: Digest(of: xml), xml: xml,
          fetchedAt: clock.now)
        try await database.write { tx in try tx.keep(row) }
        good.insert(source.scheme)
      } catch {
        let problem = "\(error)"
        problems.append("\(source.name): \(problem)")
        try await database.write { tx in try tx.noteSamlMetadata(problem, of: source.name) }
      }
    }
    try await forgetGone(sources, good)
    return problems
  }

  /// Forgets what the operator took away: a source that is missing where the others of its scheme
  /// are all named, and one of them at least was read just now. A folder that is not there, an
  /// empty one and a setting that is not set take nothing away.
  private func forgetGone(
    _ sources: [ProviderSource], _ good: Set<IdentityScheme>
  ) async throws {
    let names = Set(sources.map(\.name))
    let whole = good.filter { scheme in
      sources.allSatisfy { $0.scheme != scheme || $0.isWhole }
    }
    try await database.write { tx in
      for row in try tx.samlMetadata()
      where whole.contains(row.scheme) && !names.contains(row.source) {
        try tx.forgetSamlMetadata(row.source)
      }
    }
  }
}
