// The real site on a real socket, over a database of the test, with a clock that the test moves.
import BankFiles
import Documents
package import Domain
import Literals
import Logging
import Passkeys
package import Services
package import Store
package import Web

/// A running site. Its people are added by the operator; its mail is read from the database.
package struct TestSite: Sendable {
  package let base: String
  package let database: Database
  package let clock: TestClock
  package let identity: IdentityServices
  /// The providers that it knows, and our entity among them.
  package let saml: SamlWorld

  /// Runs a site while the closure works with it.
  package static func run<T: Sendable>(
    on engine: TestEngine = .sqlite, mode: SiteSettings.Mode = .demo,
    ways: Ways = Ways(), _ body: @escaping @Sendable (TestSite) async throws -> T
  ) async throws -> T {
    try await engine.withDatabase { database in
      let port = try FreePort.find()
      let base = "http://\(ways.host):\(port)"
      let clock = TestClock(Instant(milliseconds: 1_795_000_000_000))
      let entropy = seededEntropy(UInt64(port))
      let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
      let letters = IdentityLetters.words(publicURL: base, contact: "aiuto@raccolto.example")
      var identity = IdentityServices(
        database: database, clock: clock.port, entropy: entropy,
        vault: Vault(secret: Array("a vault".utf8)), letters: letters)
      identity.passkeys = PasskeyDoor(FidoReader(), publicURL: base).map {
        PasskeyServices(
          database: database, clock: clock.port, entropy: entropy, letters: letters, door: $0)
      }
      var saml = SamlWorld(base: base)
      saml.letters = letters.security
      let site = TestSite(
        base: base, database: database, clock: clock, identity: identity, saml: saml)
      let federation = saml.services(database, clock: clock.port, entropy: entropy)
      _ = try await federation.book.refresh()
      var services = SiteServices(
        identity: identity, funding: try .forTests(database, clock.port, entropy),
        reconciliation: ReconciliationServices(
          database: database, clock: clock.port, entropy: entropy,
          bank: (BankFileReader(), IBAN(StatementWorld.iban)),
          pledges: PledgePayments(
            letters: PledgeLetters { MailContent(subject: $0.kind.rawValue, text: "") })))
      services.federation = federation
      services.codes = QRCodeSVG()
      services.participation = .forTests(database, clock.port, entropy)
      services.phases = PhaseServices(
        database: database, clock: clock.port, entropy: entropy)
      services.proposals = ProposalScreens(
        ProposalServices(database: database, clock: clock.port, entropy: entropy),
        phases: ReadPhases(database: database), markdown: CommonMark())
      services.matchFunds = MatchFundDesk(
        database: database, clock: clock.port, entropy: entropy)
      let edge = Edge.site(
        SiteSettings(
          mode: mode, publicURL: base, contact: "aiuto@raccolto.example",
          proxies: ways.proxies, metricsToken: ways.metricsToken),
        SitePorts(
          clock: clock.port, entropy: entropy, key: SigningKey(secret: Array("a key".utf8)),
          logger: logger), services)
      return try await serve(edge, port, logger) { try await body(site) }
    }
  }

  /// What stands around the site.
  package struct Ways: Sendable {
    /// Visitors of tests come through a proxy on this machine, so that each has an address.
    package var proxies: Set<String> = ["127.0.0.1"]
    package var metricsToken: String?
    /// What visitors call the site: passkeys need a name.
    package var host: String

    package init(
      proxies: Set<String> = ["127.0.0.1"], metricsToken: String? = nil, host: String = "127.0.0.1"
    ) {
      (self.proxies, self.metricsToken, self.host) = (proxies, metricsToken, host)
    }
  }

  private static func serve<T: Sendable>(
    _ edge: Edge, _ port: Int, _ logger: Logger, _ body: @escaping @Sendable () async throws -> T
  ) async throws -> T {
    let (running, started) = AsyncStream.makeStream(of: Void.self)
    return try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        let server = WebServer(edge, host: "127.0.0.1", port: port, logger: logger) { _ in
          started.yield()
        }
        try await server.run()
      }
      for await _ in running { break }
      let value = try await body()
      group.cancelAll()
      return value
    }
  }

  /// A visitor with an address of their own, as the proxy would tell it.
  package func visitor(
    from address: String = "203.0.113.7", headers: [String] = []
  ) -> TestBrowser {
    TestBrowser(base, headers: ["X-Forwarded-For: \(address)"] + headers)
  }

  /// Adds a person with roles on the whole platform.
  @discardableResult
  package func add(_ name: String, _ address: String, roles: [Role] = []) async throws -> Person {
    guard let email = EmailAddress(address) else { throw Fault("no address: \(address)") }
    let request = AddPerson.Request(email: email, name: name, language: .italian)
    guard case .added(let person) = try await identity.addPerson(request, by: .operator) else {
      throw Fault("\(name) could not be added")
    }
    for role in roles {
      _ = try await identity.grantRole(
        .init(person: person.id, role: role, scope: .platform), by: .operator)
    }
    return person
  }

  /// The latest mail to an address.
  package func mail(to address: String) async throws -> StoredMail? {
    try await database.read { tx in
      try tx.mails().first { $0.to.text == address }
    }
  }

  /// The path of the sign-in link in the latest mail.
  package func link(to address: String) async throws -> String {
    let text = try await mail(to: address)?.words.text ?? ""
    guard let line = text.split(separator: "\n").first(where: { $0.hasPrefix(base) }) else {
      throw Fault("no link in the mail to \(address)")
    }
    return String(line.dropFirst(base.count))
  }

  /// Someone who went through asking, mail and button.
  package func signedIn(
    _ address: String, from peer: String = "203.0.113.7"
  ) async throws -> TestBrowser {
    let browser = visitor(from: peer)
    try await browser.open("/it/accedi")
    try await browser.fill(["email": address])
    try await browser.submit()
    try await browser.open(try await link(to: address))
    try await browser.submit("Entra")
    return browser
  }

  /// As if everybody who is signed in had just shown a second factor; how that is done has tests
  /// of its own.
  package func proveAll() async throws {
    let now = clock.now
    _ = try await database.write { tx in try tx.execute("UPDATE session SET proved_at = \(now)") }
  }
}
