// SPID and CIE: our keys, our entity in each scheme, and where providers' metadata comes from.
import Config
import Domain
import Foundation
import SAML
import Services
import Store
import Web

extension Wiring {
  /// The use cases of the federation. Without a key of ours one is made in the data folder; in
  /// production there is no SPID and no CIE without one.
  static func federation(_ settings: Settings, _ database: Database) throws -> FederationServices {
    let hasNone = settings.mode == .production && settings.spid.key == nil
    let keys = hasNone ? nil : try federationKeys(settings)
    let entities = keys.map { federationEntities(settings, $0) } ?? []
    let test = try testProvider(settings)
    let gateway = Gateway(entities)
    let known = try test.map {
      try gateway.providers(in: $0.metadata(), scheme: federationScheme(settings))
    }
    var services = FederationServices(
      database: database,
      ports: (
        clock, entropy, vault(settings),
        .words(publicURL: settings.publicURL, contact: settings.contact)
      ),
      gateway: gateway, sources: ({ try providerSources(settings) }, known ?? []),
      certificates: { providers in datedCertificates(entities, providers) })
    services.testProvider = test
    return services
  }

  /// The provider that vouches for whoever one likes: never in production.
  private static func testProvider(_ settings: Settings) throws -> TestProvider? {
    guard settings.mode != .production else { return nil }
    let place = "\(settings.publicURL)/spid/prova"
    return TestProvider(entityID: place, place: place, keys: try testProviderKeys(settings))
  }

  /// Whose metadata lies at `/spid/metadata`.
  static func federationScheme(_ settings: Settings) -> IdentityScheme {
    settings.spid.profile == .ciePrivate ? .cie : .spid
  }

  /// Our entities: one at `/spid/metadata`, and one for CIE where CIE has providers of its own.
  private static func federationEntities(
    _ settings: Settings, _ keys: ServiceProvider.Keys
  ) -> [ServiceProvider] {
    func entity(_ profile: ServiceProvider.Profile, at path: String) -> ServiceProvider {
      ServiceProvider(
        profile: profile, entityID: "\(settings.publicURL)\(path)",
        acs: "\(settings.publicURL)/spid/acs", slo: "\(settings.publicURL)/spid/slo",
        about: (federationOrganisation(settings), keys))
    }
    switch settings.spid.profile {
    case .ciePrivate: return [entity(.ciePrivate, at: "/spid/metadata")]
    case .spidPrivate, .spidPublic:
      let spid = entity(
        settings.spid.profile == .spidPublic ? .spidPublic : .spidPrivate, at: "/spid/metadata")
      return settings.spid.cieProviders.isEmpty
        ? [spid] : [spid, entity(.ciePrivate, at: "/cie/metadata")]
    }
  }

  private static func federationOrganisation(_ settings: Settings) -> ServiceProvider.Organisation {
    let who = settings.spid.organisation
    var organisation = ServiceProvider.Organisation(
      name: who.name, displayName: who.displayName, url: settings.publicURL,
      contact: (who.email, who.phone),
      address: .init(
        street: who.street, postalCode: who.postalCode, city: who.city, province: who.province))
    organisation.vatNumber = who.vatNumber
    organisation.fiscalCode = who.fiscalCode
    organisation.ipaCode = who.ipaCode
    organisation.naceCode = who.naceCode
    organisation.municipality = who.municipality
    return organisation
  }

  /// Files are named by the settings; a folder's `.xml` files are one source each.
  private static func providerSources(_ settings: Settings) throws -> [ProviderSource] {
    let first = federationScheme(settings)
    return try sources(settings.spid.providers, scheme: first)
      + sources(settings.spid.cieProviders, scheme: .cie)
  }

  private static func sources(
    _ place: String, scheme: IdentityScheme
  ) throws -> [ProviderSource] {
    if place.isEmpty { return [] }
    if place.hasPrefix("<") {
      return [ProviderSource("settings (\(scheme.rawValue))", scheme: scheme) { Array(place.utf8) }]
    }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: place, isDirectory: &isFolder) else {
      var missing = ProviderSource(place, scheme: scheme) { throw Fault("\(place) does not exist") }
      missing.isWhole = false
      return [missing]
    }
    let files =
      isFolder.boolValue
      ? try FileManager.default.contentsOfDirectory(atPath: place)
        .filter { $0.hasSuffix(".xml") }.sorted().map { "\(place)/\($0)" } : [place]
    return files.map { file in
      ProviderSource(file, scheme: scheme) {
        Array(try Data(contentsOf: URL(filePath: file)))
      }
    }
  }

  private static func datedCertificates(
    _ entities: [ServiceProvider], _ providers: [IdentityProvider]
  ) -> [DatedCertificate] {
    let ours = entities.flatMap { entity in
      entity.keys.certificates.map { (entity.entityID, $0) }
    }
    let theirs = providers.flatMap { provider in
      provider.certificates.map { (provider.entityID, $0) }
    }
    return (ours + theirs).compactMap { owner, der in
      Certificate.read(der).map { DatedCertificate(owner: owner, expiresAt: $0.expiresAt) }
    }
  }
}
