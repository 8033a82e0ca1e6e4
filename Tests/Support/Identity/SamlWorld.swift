// A federation for tests: our service, two providers with keys of their own, and a clock to move.
package import Domain
package import SAML
package import Services
package import Store

/// Keys that are made once for all tests: making an RSA key takes a while.
package enum SamlKeys {
  package static let service = make("service")
  /// Two keys: a provider in the middle of its roll-over.
  package static let provider = make("provider")
  package static let providerNext = make("provider next")
  package static let otherProvider = make("other provider")
  package static let attacker = make("provider")

  package struct Pair: Sendable {
    package let key: String
    package let pem: String
    package let der: [UInt8]
    package var keys: ServiceProvider.Keys {
      ServiceProvider.Keys(privateKey: key, certificates: [der])
    }
  }

  private static func make(_ name: String) -> Pair {
    do {
      let made = try Certificate.make(
        .init(
          organisation: name, identifier: "VATIT-12345670017", locality: "Bologna",
          uri: "https://\(name.filter(\.isLetter)).example", isPublic: false))
      let der = try Certificate.all(inPEM: made.pem)
      return Pair(key: made.key, pem: made.pem, der: der[0])
    } catch {
      preconditionFailure("a key for tests: \(error)")
    }
  }
}

/// Our service and its providers, without a database.
package struct SamlWorld: Sendable {
  package static let providerID = "https://provider.example"
  package static let otherID = "https://other.example"
  package static let now = Instant(milliseconds: 1_795_000_000_000)

  package let service: ServiceProvider
  package let gateway: Gateway
  package let provider: TestProvider
  package let other: TestProvider
  /// What the request is called that an answer is about.
  package var requestID = "_0123456789abcdef0123456789abcdef"
  /// What people are told of their ways in.
  package var letters = SecurityLetters { _, notice, _ in
    MailContent(subject: "\(notice)", text: "")
  }

  package init(base: String = "https://raccolto.example") {
    service = Self.service(base, keys: SamlKeys.service.keys)
    gateway = Gateway([service])
    provider = TestProvider(
      entityID: Self.providerID, place: "\(Self.providerID)/sso",
      keys: ServiceProvider.Keys(
        privateKey: SamlKeys.provider.key,
        certificates: [SamlKeys.providerNext.der, SamlKeys.provider.der]))
    other = TestProvider(
      entityID: Self.otherID, place: "\(Self.otherID)/sso", keys: SamlKeys.otherProvider.keys)
  }

  package static func service(_ base: String, keys: ServiceProvider.Keys) -> ServiceProvider {
    var organisation = ServiceProvider.Organisation(
      name: "Raccolto APS", displayName: "Raccolto", url: base,
      contact: ("spid@raccolto.example", "+390510000000"),
      address: .init(
        street: "Piazza Maggiore 6", postalCode: "40124", city: "Bologna", province: "BO"))
    organisation.vatNumber = "IT12345670017"
    organisation.fiscalCode = "12345670017"
    return ServiceProvider(
      profile: .spidPrivate, entityID: "\(base)/spid/metadata", acs: "\(base)/spid/acs",
      slo: "\(base)/spid/slo", about: (organisation, keys))
  }

  /// The provider as our side knows it.
  package func known(_ provider: TestProvider) throws -> IdentityProvider {
    try gateway.providers(in: provider.metadata(), scheme: .spid)[0]
  }

  /// What we asked.
  package func request(_ level: IdentityLevel = .two) -> SamlRequest {
    SamlRequest(
      id: requestID, provider: Self.providerID, scheme: .spid,
      level: level, issuedAt: Self.now)
  }

  /// A good answer of the provider about someone, to be changed at will.
  package func answer(about person: VouchedPerson) -> TestAnswer {
    var answer = TestAnswer(
      to: TestQuestion(
        requestID: request().id, service: service.entityID, acs: service.acs, level: .two),
      from: Self.providerID, at: Self.now, seededEntropy(11))
    answer.person = person
    return answer
  }

  /// Mario, who has a SPID of his own and would like to be somebody else.
  package static let mario = person("RSSMRA80A01H501U", "Mario", "Rossi")
  /// Giulia, whom he would like to be.
  package static let giulia = person("BNCGLI85M41A944M", "Giulia", "Bianchi")

  package static func person(_ code: String, _ given: String, _ family: String) -> VouchedPerson {
    guard let code = TaxCode(code) else { preconditionFailure("\(code) is no fiscal code") }
    return VouchedPerson(fiscalCode: code, givenName: given, familyName: family)
  }

  /// What our verifier says of a document: who is believed, or why nobody is.
  package func verdict(
    _ document: [UInt8], at now: Instant = now, level: IdentityLevel = .two
  ) -> Result<BelievedAnswer, SamlRefusal> {
    do throws(SamlRefusal) {
      let opened = try gateway.open(base64(document))
      guard opened.inResponseTo == request().id else { throw .noSuchRequest }
      guard let provider = try? known(provider) else { throw .unknownProvider }
      return .success(try opened.believed(for: request(level), from: provider, at: now))
    } catch {
      return .failure(error)
    }
  }

  /// The person that a document signs in, if any.
  package func signedIn(_ document: [UInt8], at now: Instant = now) -> VouchedPerson? {
    guard case .success(.vouched(let vouching)) = verdict(document, at: now) else { return nil }
    return vouching.person
  }

  /// The use cases over a database; `sources` are the two providers unless a test says otherwise.
  package func services(
    _ database: Database, clock: WallClock, entropy: Entropy, gateway: Gateway? = nil,
    sources: (@Sendable () throws -> [ProviderSource])? = nil,
    unkept: [IdentityProvider] = []
  ) -> FederationServices {
    let (provider, other) = (provider, other)
    let both: @Sendable () -> [ProviderSource] = {
      [
        ProviderSource("provider.xml", scheme: .spid) { provider.metadata() },
        ProviderSource("other.xml", scheme: .spid) { other.metadata() },
      ]
    }
    var services = FederationServices(
      database: database,
      ports: (
        clock, entropy, Vault(secret: Array("a vault".utf8)), letters
      ),
      gateway: gateway ?? self.gateway, sources: (sources ?? both, unkept),
      certificates: { providers in
        providers.flatMap { provider in
          provider.certificates.compactMap { der in
            Certificate.read(der).map {
              DatedCertificate(owner: provider.entityID, expiresAt: $0.expiresAt)
            }
          }
        }
      })
    services.testProvider = provider
    return services
  }
}
