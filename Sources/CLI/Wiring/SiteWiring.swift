// The site with every area's screens, each given the use cases it needs.
import Config
import Documents
import Domain
import Logging
import Passkeys
import Services
import Store
import Web

extension Wiring {
  /// The whole site over a database.
  static func site(_ settings: Settings, _ database: Database, _ logger: Logger) throws
    -> Edge
  {
    let money = try money(settings, database)
    var ports = SitePorts(
      clock: clock, entropy: entropy,
      key: SigningKey(secret: Array(settings.signingKey.revealed.utf8)), logger: logger)
    let checkReadiness = CheckReadiness(database: database)
    ports.readiness = { await checkReadiness() }
    ports.metrics = { metrics.text }
    var services = SiteServices(
      identity: identity(settings, database),
      funding: try funding(settings, database, money), participation: participation(database),
      reconciliation: try reconciliation(settings, database), money: money)
    services.desk = desk(database)
    services.payouts = try payouts(settings, database)
    services.proof = proof(settings, database)
    services.federation = try federation(settings, database)
    services.federationScheme = federationScheme(settings)
    services.codes = QRCodeSVG()
    services.phases = phases(database)
    services.proposals = proposals(database)
    services.matchFunds = MatchFundDesk(database: database, clock: clock, entropy: entropy)
    return Edge.site(
      SiteSettings(
        mode: siteMode(settings.mode), publicURL: settings.publicURL, contact: settings.contact,
        proxies: Set(settings.proxies), metricsToken: settings.metricsToken?.revealed),
      ports, services)
  }

  /// Who is who, and who may what.
  static func identity(_ settings: Settings, _ database: Database) -> IdentityServices {
    let letters = IdentityLetters.words(
      publicURL: settings.publicURL, contact: settings.contact)
    var services = IdentityServices(
      database: database, clock: clock, entropy: entropy, vault: vault(settings), letters: letters)
    services.passkeys = PasskeyDoor(FidoReader(), publicURL: settings.publicURL).map {
      PasskeyServices(
        database: database, clock: clock, entropy: entropy, letters: letters, door: $0)
    }
    return services
  }
  /// What personal data and secrets are sealed with.
  static func vault(_ settings: Settings) -> Vault {
    Vault(secret: Array(settings.spid.vaultKey.revealed.utf8))
  }

  /// What this process counts. `serve` makes it the metrics system's own, once.
  static let metrics = TextMetrics()

  private static func siteMode(_ mode: Settings.Mode) -> SiteSettings.Mode {
    switch mode {
    case .demo: .demo
    case .test: .test
    case .production: .production
    }
  }
}
