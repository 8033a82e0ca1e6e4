// Payments: the ledger's use cases, and the providers behind them.
import Config
import Domain
import Logging
import Payments
import Services
import Store
import Web

extension Wiring {
  /// Everything that touches money. Where real money moves there is no sandbox.
  static func money(_ settings: Settings, _ database: Database) throws -> MoneyServices {
    let account = try transferAccount(settings)
    let letters = PledgeMails(publicURL: settings.publicURL, account: account).letters
    let sandbox = sandbox(settings, database)
    return MoneyServices(
      database: database, ports: (clock, entropy),
      providers: PaymentProviders(
        (stripe(settings).map { [$0] } ?? []) + (sandbox.map { [$0.provider] } ?? []),
        marks: cardMarks(settings)),
      pledges: PledgePayments(letters: letters), sandbox: sandbox?.services)
  }

  /// The database with its schema up to date, if its payments are of this mode's environment; with
  /// a real provider set up it is bound to it.
  static func openForWork(_ settings: Settings, _ logger: Logger) async throws -> Database {
    let database = try await openMigrated(settings, logger)
    let bind = BindEnvironment(database: database, clock: clock)
    let isReal = settings.stripe != nil || settings.mode == .production
    switch try await bind(environment(of: settings), writes: isReal) {
    case .fits:
      let seal = SealTaxCodes(database: database, entropy: entropy, vault: vault(settings))
      let sealed = try await seal()
      if sealed > 0 {
        logger.info("donors' fiscal codes sealed", metadata: ["count": "\(sealed)"])
      }
      return database
    case .holds(let other):
      await database.close()
      let found = wrongEnvironment(other, settings)
      throw Fault("\(found.what). \(found.advice)")
    }
  }
  /// Only production moves money.
  static func environment(of settings: Settings) -> MoneyEnvironment {
    MoneyEnvironment(isLive: settings.mode == .production)
  }
  /// What is wrong with a database of the other environment, and what to do about it.
  static func wrongEnvironment(
    _ other: MoneyEnvironment, _ settings: Settings
  ) -> (what: String, advice: String) {
    let advice =
      switch other {
      case .test: "name a new database in RACCOLTO_DATABASE_URL for production"
      case .live: "RACCOLTO_MODE=production, or another database in RACCOLTO_DATABASE_URL"
      }
    return (
      "this database holds \(other.rawValue) payments, and RACCOLTO_MODE is"
        + " \(settings.mode.rawValue)", "Consider: \(advice)."
    )
  }

  /// Under the installation's own key.
  static func cardMarks(_ settings: Settings) -> CardMarks {
    CardMarks(SigningKey(secret: Array(settings.signingKey.revealed.utf8)))
  }

  /// Stripe, where its key is given: new card payments go there. A restart changes keys.
  private static func stripe(_ settings: Settings) -> (any PaymentProvider)? {
    guard let stripe = settings.stripe else { return nil }
    let http = HTTPClient()
    let client = StripeClient(
      StripeAccount(
        secretKey: stripe.secretKey?.revealed, base: stripe.base, isLive: stripe.isLive)
    ) { try await http.send($0) }
    return StripeProvider(
      client, secrets: stripe.webhookSecrets.map(\.revealed),
      confirmation: stripe.confirm == .signed ? .signed : .fetch)
  }

  private static func sandbox(
    _ settings: Settings, _ database: Database
  ) -> (provider: SandboxProvider, services: MoneyServices.Sandbox)? {
    guard settings.mode != .production else { return nil }
    let shop = SandboxShop(
      database: database, clock: clock, entropy: entropy, mood: settings.sandboxMood)
    let host = settings.host == "0.0.0.0" ? "127.0.0.1" : settings.host
    let post = SandboxPost(
      client: HTTPClient(), secrets: settings.sandboxSecrets.map(\.revealed),
      to: "http://\(host):\(settings.port)/webhooks/sandbox")
    let deliver = DeliverSandboxEvent(database: database, clock: clock, courier: post)
    return (sandboxProvider(settings, shop), MoneyServices.Sandbox(shop: shop, deliver: deliver))
  }

  /// The sandbox behind the port. Its pages are on our own host: a path serves whatever name the
  /// visitor came by.
  static func sandboxProvider(_ settings: Settings, _ shop: SandboxShop) -> SandboxProvider {
    SandboxProvider(shop: shop, secrets: settings.sandboxSecrets.map(\.revealed), publicURL: "")
  }
}
